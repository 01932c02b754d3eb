// The verb that changes the details of a claim by hand.
import type { Context } from '#src/context.ts';
import type { Flag } from '#src/people/tables.ts';
import { assertWorksHere } from '../assignee.ts';
import { type ClaimKind, moved } from '../claim.ts';
import { staleDetails } from '../stale-claim.ts';
import { updateClaim } from '../store.ts';
import type { ClaimTable } from '../tables.ts';
import { recordOnClaim, withClaim } from '../with-claim.ts';
import { changed, valuesOf } from './verdict-commands.ts';

export interface Details {
  number: number | string;
  revision: number;
  statement: string;
  kind: ClaimKind;
  assignee_id: string | null;
  due_at: string | null;
  is_key?: boolean | undefined;
}

/** Changes statement, kind, assignee, due time and star together or not at all. StaleEdit where somebody saved first. */
export function changeClaimDetails(ctx: Context, article_id: string, input: Details): Promise<void> {
  return withClaim(ctx, article_id, input, async (ctx, claim, article) => {
    const { statement, kind, assignee_id, due_at } = input;
    const is_key: Flag = input.is_key === undefined ? claim.is_key : input.is_key ? 1 : 0;
    const wanted = { statement, kind, assignee_id, due_at, is_key };
    const changes: Partial<ClaimTable> = changed<Partial<ClaimTable>>(claim, wanted);
    if (Object.keys(changes).length === 0) return;
    if (claim.revision !== input.revision) throw await staleDetails(ctx, article, { claim, wanted });
    if (assignee_id !== null) await assertWorksHere(ctx, article, assignee_id);
    const state = moved(claim.state, 'edit');
    const keepsState = changes.statement === undefined && changes.is_key === undefined;
    await updateClaim(ctx.db, claim.id, keepsState ? changes : { ...changes, state });
    await recordOnClaim(ctx, claim, {
      verb: 'claim.details_changed',
      before: valuesOf(claim, changes),
      after: changes,
    });
  });
}
