// What waits for its second read: plain OK claims in one list, the others one by one.
import type { ArticleFound } from '#src/articles/store.ts';
import { isReadInList } from '#src/claims/claim.ts';
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { ON_CHECKERS_WORD } from '#src/evidence/evidence.ts';
import { may } from '#src/people/permissions.ts';
import { type Visibility, visibilityOf } from '#src/sources/confidentiality.ts';
import type { Claim } from '../claim.ts';
import { gatherArticle, type WorkbenchView } from '../gather-article.ts';
import { headOf, windowTitle } from '../head.ts';
import { markOf } from '../marks.ts';

/** The model of /articles/:id/second-read. */
export async function secondReadPage(ctx: Context, found: ArticleFound) {
  const gathered = await gatherArticle(ctx, found);
  const { article } = gathered;
  const waiting = gathered.claims.filter((claim) => claim.state === 'ready');
  const mine = waiting.filter((claim) => claim.checker_id !== null && claim.checker_id === ctx.actor.id);
  const others = waiting.filter((claim) => !mine.includes(claim));
  const inList = (claim: Claim) => isReadInList({ ...claim, is_key: claim.is_key === 1 });
  const row = (claim: Claim) => rowOf(gathered, claim, ctx.at);
  return {
    title: windowTitle(article, 'Second read'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'second_read'),
    together: others.filter(inList).map(row),
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
    revision: claim.revision,
    words: claim.words,
    under: [claim.kind, claim.is_key === 1 && '★ key', speakers].filter(Boolean).join(' · '),
    sentence: claim.verdict_sentence,
    mark: markOf(claim),
    rests_on: restsOn(claim, visibilityOf(article.role)),
    /** Nothing is under it: nobody closes it without having seen that. */
    on_checkers_word: claim.evidence.length === 0 ? ON_CHECKERS_WORD : '',
    set_by: checker,
    as_of: claim.as_of === '' ? '' : sayTime(claim.as_of, article.time_zone, now),
  };
}

/** A list tells those outside of a confidential source only that there is one. */
function restsOn({ evidence }: Claim, visibility: Visibility): string[] {
  return evidence.map((use) =>
    visibility === 'outside' && use.source_is_confidential === 1 ? 'a confidential source' : use.source_title,
  );
}
