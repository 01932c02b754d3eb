// All SQL of saved copies. The caller of what takes a source's id has found the source through the person.
import type { Db } from '#src/database/schema.ts';
import type { SnapshotTable } from './tables.ts';

export interface SnapshotListed extends SnapshotTable {
  /** Who saved it, and who erased it; null where the operator did. */
  taken_by_name: string | null;
  erased_by_name: string | null;
}

function snapshots(db: Db) {
  return db
    .selectFrom('snapshot')
    .leftJoin('person as taker', 'taker.id', 'snapshot.taken_by')
    .leftJoin('person as eraser', 'eraser.id', 'snapshot.erased_by')
    .selectAll('snapshot')
    .select(['taker.display_name as taken_by_name', 'eraser.display_name as erased_by_name']);
}

/** The saved copies of a source, newest first, the tombstones of erased ones among them. */
export function listSnapshots(db: Db, source_id: string): Promise<SnapshotListed[]> {
  return snapshots(db).where('snapshot.source_id', '=', source_id).orderBy('snapshot.number', 'desc').execute();
}

/** The same for several sources at once, by source and then newest first: one query a page. */
export async function listSnapshotsOf(db: Db, source_ids: readonly string[]): Promise<SnapshotListed[]> {
  if (source_ids.length === 0) return [];
  return snapshots(db)
    .where('snapshot.source_id', 'in', [...new Set(source_ids)])
    .orderBy('snapshot.source_id')
    .orderBy('snapshot.number', 'desc')
    .execute();
}

/** What can be read in the newest copy of the source that has a text and was not erased. */
export function findSnapshotText(
  db: Db,
  source_id: string,
): Promise<{ snapshot_id: string; text: string } | undefined> {
  return db
    .selectFrom('snapshot_text')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_text.snapshot_id')
    .select(['snapshot_text.snapshot_id', 'snapshot_text.text'])
    .where('snapshot.source_id', '=', source_id)
    .where('snapshot.erased_at', 'is', null)
    .orderBy('snapshot.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Puts all copies of one source under another of the same desk, as merging two cards does. */
export async function updateSnapshotsOfSource(db: Db, sources: { from: string; to: string }): Promise<void> {
  await db.updateTable('snapshot').set({ source_id: sources.to }).where('source_id', '=', sources.from).execute();
}
