// The claim that a verb works on: found, locked, asked about, and its events in the log.
import type { ArticleFound } from '#src/articles/store.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { assertMay } from '#src/people/permissions.ts';
import { moved } from './claim.ts';
import { settleSame } from './settle-same-commands.ts';
import { type ClaimFound, getClaim, updateClaimState } from './store.ts';
import type { ClaimTable } from './tables.ts';

/** First evidence puts an open claim in work; anything but a closed or dropped claim may get more. For the verbs of evidence. */
export async function touchClaim(ctx: Context, claim: ClaimFound): Promise<void> {
  const state = moved(claim.state, 'judge');
  if (claim.state === 'open') await updateClaimState(ctx.db, claim.id, state);
}

/** Records an event on a claim in the chain of its desk; claims that are the same as it go along. RuleBroken as settleSame. */
export async function recordOnClaim(
  ctx: Context,
  claim: Pick<ClaimTable, 'id' | 'desk_id' | 'article_id'> & { same_as_id?: string | null },
  event: { verb: EventVerb; before?: object; after?: object },
): Promise<void> {
  await record(ctx, { chain: claim.desk_id, subject: `claim:${claim.id}`, article_id: claim.article_id, ...event });
  await settleSame(ctx, claim, event);
}

/** The claim, its row locked, for somebody who works at the desk; Forbidden for guests. */
export async function openForWork(
  ctx: Context,
  article: ArticleFound,
  input: { number: number | string },
): Promise<ClaimFound> {
  const claim = await getClaim(ctx.db, article, { number: input.number, lock: true });
  assertMay(article.role, 'change_claims');
  return claim;
}
