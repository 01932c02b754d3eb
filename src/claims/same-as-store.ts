// All SQL of claims that are the same as another one.
import { NEXT_REVISION } from '#src/database/revision.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { needed } from '#src/item-at.ts';
import { SHARED } from './same-as.ts';
import type { ClaimTable } from './tables.ts';

const COLUMNS = [
  ...(['id', 'desk_id', 'article_id', 'number', 'is_key', 'statement', 'same_as_id'] as const),
  ...SHARED,
] as const;

export type Follower = Pick<ClaimTable, (typeof COLUMNS)[number]>;

/** The claims that are the same as this one, by number. */
export function listFollowers(db: Db, claim_id: string): Promise<Follower[]> {
  return followersOf(db, { claim_id });
}

const followersOf = statement((db, { claim_id }: { claim_id: string }) =>
  db.selectFrom('claim').select(COLUMNS).where('same_as_id', '=', claim_id).orderBy('number'),
);

/** The claim as it is stored now. NotFound does not come up: whoever asks has it in hand. */
export async function getShared(db: Db, claim_id: string): Promise<Follower> {
  const claim = await db.selectFrom('claim').select(COLUMNS).where('id', '=', claim_id).executeTakeFirst();
  return needed(claim, 'claim in hand');
}

/** Changes what a claim shares with another, and raises its revision. */
export async function updateShared(db: Db, claim_id: string, changes: Partial<ClaimTable>): Promise<void> {
  await updateRow(db, 'claim', { id: claim_id, changes, revised: 'revised' });
}

/** Raises the revision alone: whoever has the claim open did not see what it decides now. */
export async function updateRevision(db: Db, claim_id: string): Promise<void> {
  await db.updateTable('claim').set({ revision: NEXT_REVISION }).where('id', '=', claim_id).execute();
}
