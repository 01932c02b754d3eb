// All SQL of what became of the last tries at the addresses of sources.
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import type { SourceWatchTable } from './tables.ts';

/** The row of a source that is watched; undefined for one that was never captured. */
export function findWatch(db: Db, source_id: string): Promise<SourceWatchTable | undefined> {
  return db.selectFrom('source_watch').selectAll().where('source_id', '=', source_id).executeTakeFirst();
}

/** The same, locked until the transaction ends. */
export function lockWatch(db: Db, source_id: string): Promise<SourceWatchTable | undefined> {
  return forUpdate(db.selectFrom('source_watch').selectAll().where('source_id', '=', source_id)).executeTakeFirst();
}

export async function insertWatch(db: Db, watch: SourceWatchTable): Promise<void> {
  await db.insertInto('source_watch').values(watch).execute();
}

export async function updateWatch(
  db: Db,
  source_id: string,
  change: Partial<Omit<SourceWatchTable, 'source_id' | 'desk_id'>>,
): Promise<void> {
  await db.updateTable('source_watch').set(change).where('source_id', '=', source_id).execute();
}

/** After how many days the desk captures its sources again; 0 for never. The caller has found the desk through the person. */
export async function captureDaysOf(db: Db, desk_id: string): Promise<number> {
  const desk = await db.selectFrom('desk').select('capture_days').where('id', '=', desk_id).executeTakeFirst();
  return desk?.capture_days ?? 0;
}
