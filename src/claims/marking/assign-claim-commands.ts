// The verb that gives one claim to a person, or to nobody.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { assertWorksHere } from '../assignee.ts';
import { updateClaim } from '../store.ts';
import { recordOnClaim, withClaim } from '../with-claim.ts';

/**
 * Assigns a claim that is not done or dropped. False where it is assigned so already: then nothing happens. Forbidden for
 * guests; RuleBroken (field `assignee_id`) for whoever does not work at the desk, and for a claim that is done or dropped.
 */
export function assignClaim(
  ctx: Context,
  article_id: string,
  { number, assignee_id }: { number: number | string; assignee_id: string | null },
): Promise<boolean> {
  return withClaim(ctx, article_id, { number }, async (ctx, claim, article) => {
    assertMay(article.role, 'assign_work');
    if (claim.assignee_id === assignee_id) return false;
    if (claim.state === 'closed') throw new RuleBroken('It is done. Reopen it first.');
    if (claim.state === 'withdrawn') throw new RuleBroken('It was dropped. Restore it first.');
    if (assignee_id !== null) await assertWorksHere(ctx, article, assignee_id);
    await updateClaim(ctx.db, claim.id, { assignee_id });
    const before = { assignee_id: claim.assignee_id };
    await recordOnClaim(ctx, claim, { verb: 'claim.assigned', before, after: { assignee_id } });
    return true;
  });
}
