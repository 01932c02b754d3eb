// All SQL of where one claim stands in a version.
import type { Db } from '#src/database/schema.ts';
import type { ClaimAnchorTable } from './tables.ts';

/** Where the claim stands in the version, or undefined. */
export function findAnchor(
  db: Db,
  at: { claim_id: string; version_id: string },
): Promise<ClaimAnchorTable | undefined> {
  return db
    .selectFrom('claim_anchor')
    .selectAll()
    .where('claim_id', '=', at.claim_id)
    .where('version_id', '=', at.version_id)
    .executeTakeFirst();
}

export async function updateAnchor(db: Db, anchor: ClaimAnchorTable): Promise<void> {
  const { claim_id, version_id, start, end, status, placed_by } = anchor;
  await db
    .updateTable('claim_anchor')
    .set({ start, end, status, placed_by })
    .where('claim_id', '=', claim_id)
    .where('version_id', '=', version_id)
    .execute();
}
