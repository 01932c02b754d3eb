// What waits for its second read: plain OK claims in one list, the others one by one.
import { gatherEvidence } from '#src/article-view/gather-evidence.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { isReadInList } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { may } from '#src/people/permissions.ts';
import type { Claim } from '../claim.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { markOf } from '../marks.ts';
import { plainOkRow } from './plain-ok-view.ts';

/** The model of /articles/:id/second-read. */
export async function secondReadPage(ctx: Context, found: ArticleFound) {
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const waiting = gathered.claims.filter((claim) => claim.state === 'ready');
  const mine = waiting.filter((claim) => claim.checker_id !== null && claim.checker_id === ctx.actor.id);
  const others = waiting.filter((claim) => !mine.includes(claim));
  const inList = (claim: Claim) => isReadInList({ ...claim, is_key: claim.is_key === 1 });
  const uses = Map.groupBy(await gatherEvidence(ctx, found), (use) => use.claim_id);
  const together = others
    .filter(inList)
    .map((claim) => plainOkRow(gathered, { ...claim, evidence: uses.get(claim.id) ?? [] }, ctx.at));
  const row = (claim: Claim) => rowOf(gathered, claim, ctx.at);
  return {
    title: windowTitle(article, 'Second read'),
    nav: 'articles',
    where: article.desk_name,
    scripts: ['workbench', 'selection-bar', 'initials', 'stay'],
    head: headOf(gathered, ctx.at, 'second_read'),
    together,
    singly: others.filter((claim) => !inList(claim)).map(row),
    mine: mine.map(row),
    may_read: may(article.role, 'read_second'),
  };
}

function rowOf({ article, members }: WorkbenchView, claim: Claim, now: string) {
  const checker = members.find((member) => member.person_id === claim.checker_id)?.display_name ?? 'nobody';
  const speakers = claim.chain.map((party) => party.name).join(' → ');
  return {
    number: claim.number,
    words: claim.words,
    under: [claim.kind, claim.is_key === 1 && '★ key', speakers].filter(Boolean).join(' · '),
    sentence: claim.verdict_sentence,
    mark: markOf(claim),
    set_by: checker,
    as_of: claim.as_of === '' ? '' : sayTime(claim.as_of, article.time_zone, now),
  };
}
