// What a source that reads otherwise does to a claim that rests on it.
import type { ArticleTable } from '#src/articles/tables.ts';
import type { Context } from '#src/context.ts';
import { stateAfter } from '../claim.ts';
import { getClaim, updateClaim } from '../store.ts';
import { recordOnClaim } from '../with-claim.ts';
import { joined } from './recheck-commands.ts';

/**
 * Sets a claim that is done, or waits for its second read, to check again with this cause; one that is to be checked again
 * already gets the cause beside the other. To be called inside the transaction of what found it, the article locked.
 */
export async function checkAgainForSource(
  ctx: Context,
  article: Pick<ArticleTable, 'id'>,
  { number, cause }: { number: number; cause: string },
): Promise<void> {
  const claim = await getClaim(ctx.db, article, { number, lock: true });
  const state = stateAfter(claim.state, 'recheck');
  const is_waiting = claim.check_again !== '' && claim.state !== 'withdrawn';
  if (state === undefined && !is_waiting) return;
  const check_again = joined(claim.check_again, cause);
  if (state === undefined && check_again === claim.check_again) return;
  const back = { second_reader_id: null, closed_at: null, state_line: '' };
  await updateClaim(ctx.db, claim.id, {
    check_again,
    ...(state && { state, ...back, assignee_id: claim.checker_id ?? claim.assignee_id }),
  });
  await recordOnClaim(ctx, claim, {
    verb: 'claim.source_changed',
    before: { state: claim.state },
    after: { state: state ?? claim.state, cause },
  });
}

/** Says more beside a cause that names these words, and changes nothing else of the claim; as checkAgainForSource else. */
export async function addToCause(
  ctx: Context,
  article: Pick<ArticleTable, 'id'>,
  { number, names, more }: { number: number; names: string; more: string },
): Promise<void> {
  const claim = await getClaim(ctx.db, article, { number, lock: true });
  if (!claim.check_again.includes(names) || claim.check_again.includes(more)) return;
  await updateClaim(ctx.db, claim.id, { check_again: joined(claim.check_again, more) });
  await recordOnClaim(ctx, claim, { verb: 'claim.cause_added', after: { cause: more } });
}
