// All SQL of checking that saved copies are as they were saved.
import type { Db } from '#src/database/schema.ts';
import type { SnapshotTable } from './tables.ts';

/** Whether the copy is known to be altered; undefined where it is erased or gone. */
export function findAltered(db: Db, id: string): Promise<Pick<SnapshotTable, 'altered_at'> | undefined> {
  return db
    .selectFrom('snapshot')
    .select('altered_at')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
}

/** Notes when the bytes were found altered, or that they are whole. */
export async function updateAltered(db: Db, id: string, altered_at: string | null): Promise<void> {
  await db.updateTable('snapshot').set({ altered_at }).where('id', '=', id).execute();
}

/** The copies of all desks, by id, those after `last`; with the source's number, for whoever has to look. */
export function listSnapshotsAfter(db: Db, last: string, limit: number) {
  return db
    .selectFrom('snapshot')
    .innerJoin('source', 'source.id', 'snapshot.source_id')
    .selectAll('snapshot')
    .select('source.number as source_number')
    .where('snapshot.id', '>', last)
    .orderBy('snapshot.id')
    .limit(limit)
    .execute();
}
