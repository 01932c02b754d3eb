// The table of an article's claims, narrowed, with check boxes: one thing is done to all that are ticked.
import type { ArticleFound } from '#src/articles/store.ts';
import { STATE_LABELS } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import { counted } from '#src/counted.ts';
import { may } from '#src/people/permissions.ts';
import { filtersOf, narrowed } from '../article/claim-filters.ts';
import type { Claim } from '../claim.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { markOf } from '../marks.ts';
import { type ClaimListFilter, claimListUrl, holdsWords } from './claim-list-filter.ts';

/** The model of /articles/:id/claim-list. */
export async function claimListPage(ctx: Context, found: ArticleFound, filter: ClaimListFilter) {
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const claims = thoseMeant(gathered, filter, ctx.actor.id);
  const { find, list, assigned } = filter;
  return {
    title: windowTitle(article, 'Claims'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'text'),
    said: `${counted(claims.length, 'claim')} of ${gathered.claims.length}`,
    rows: claims.map((claim) => rowOf(gathered, claim)),
    filter: {
      find,
      chosen: { list, assigned },
      lists: listsOf(gathered, list, ctx.actor.id),
      assigned: [
        { value: '', label: 'Anybody' },
        { value: 'me', label: 'Me' },
        { value: 'nobody', label: 'Nobody' },
        ...workersOf(gathered).map(({ number, display_name }) => ({ value: String(number), label: display_name })),
      ],
    },
    whole: claimListUrl(article.number, { find: '', list: 'all', assigned: '' }),
    is_narrowed: find !== '' || list !== 'all' || assigned !== '',
    assignees: workersOf(gathered).map(({ person_id, display_name }) => ({ value: person_id, label: display_name })),
    may_work: may(article.role, 'change_claims') && article.put_away_at === null,
  };
}

function thoseMeant(
  gathered: WorkbenchView,
  { find, list, assigned }: ClaimListFilter,
  person_id: string | null,
): Claim[] {
  const member = gathered.members.find(({ number }) => number === Number(assigned));
  const wanted = { me: person_id, nobody: null }[assigned] ?? member?.person_id ?? null;
  return narrowed(gathered.claims, list, person_id).filter(({ assignee_id, words, statement, verdict_sentence }) => {
    if (assigned !== '' && assignee_id !== wanted) return false;
    return find === '' || holdsWords(find, [words, statement, verdict_sentence]);
  });
}

function rowOf({ members }: WorkbenchView, claim: Claim) {
  const { number, words, kind, is_key, state, chain, verdict } = claim;
  const mark = markOf(claim);
  return {
    ...{ number, words },
    under: [kind, is_key === 1 && '★ key', chain.map(({ name }) => name).join(' → ')].filter(Boolean).join(' · '),
    mark,
    // The mark of one that is back says so already.
    state: verdict === null || mark.label === STATE_LABELS[state] ? '' : STATE_LABELS[state],
    assignee: members.find(({ person_id }) => person_id === claim.assignee_id)?.display_name ?? '',
  };
}

function workersOf({ members }: WorkbenchView) {
  return members.filter(({ role, disabled_at }) => may(role, 'be_assigned_work') && disabled_at === null);
}

function listsOf({ claims }: WorkbenchView, chosen: ClaimListFilter['list'], person_id: string | null) {
  const { filters, by_verdict, by_speaker } = filtersOf(claims, chosen, person_id);
  return [...filters, ...by_verdict, ...by_speaker].map(({ filter, label, count }) => ({
    value: filter,
    label: `${label} (${count})`,
  }));
}
