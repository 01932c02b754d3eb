// All SQL of saved copies. The caller of what takes a source's id has found the source through the person.
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import { deskIdsOf } from '#src/people/membership.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { maySeeCopies } from './policy.ts';
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

/** What can be read in the newest copy of the source that has a text, shows its page and was not erased. */
export async function findSnapshotText(
  db: Db,
  source_id: string,
): Promise<{ snapshot_id: string; text: string } | undefined> {
  return (await textsOf(db, { source_id }))[0];
}

const textsOf = statement((db, { source_id }: { source_id: string }) =>
  db
    .selectFrom('snapshot_text')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_text.snapshot_id')
    .select(['snapshot_text.snapshot_id', 'snapshot_text.text'])
    .where('snapshot.source_id', '=', source_id)
    .where('snapshot.erased_at', 'is', null)
    .where('snapshot.unlike', '=', '')
    .orderBy('snapshot.number', 'desc')
    .limit(1),
);

export interface SnapshotFound extends SnapshotListed {
  role: DeskRole;
  desk_name: string;
  time_zone: string;
  source_number: number;
  source_title: string;
  is_confidential: 0 | 1;
}

/** The saved copy of this number, at a desk of the actor's. NotFound for strangers, typos, and guests where the source is confidential. */
export async function getSnapshot(ctx: Context, number: number | string): Promise<SnapshotFound> {
  const found = await snapshots(ctx.db)
    .innerJoin('source', 'source.id', 'snapshot.source_id')
    .innerJoin('desk', 'desk.id', 'snapshot.desk_id')
    .innerJoin(deskIdsOf(ctx), 'mine.desk_id', 'snapshot.desk_id')
    .select(['mine.role', 'desk.name as desk_name', 'desk.time_zone', 'source.is_confidential'])
    .select(['source.number as source_number', 'source.title as source_title'])
    .where('snapshot.number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (found === undefined || !maySeeCopies(found.role, found)) throw new NotFound();
  return found;
}

/** From here to the end of the transaction nobody else says anything about this copy. */
export async function lockSnapshot(db: Db, id: string): Promise<void> {
  await forUpdate(db.selectFrom('snapshot').select('id').where('id', '=', id)).execute();
}

/** What can be read in this copy; '' where there is nothing. */
export async function findTextOf(db: Db, snapshot_id: string): Promise<string> {
  const row = await db
    .selectFrom('snapshot_text')
    .select('text')
    .where('snapshot_id', '=', snapshot_id)
    .executeTakeFirst();
  return row?.text ?? '';
}

/** The same bytes, kept of this source already and not erased; or undefined. */
export function findSameCopy(db: Db, source_id: string, sha256: string): Promise<SnapshotTable | undefined> {
  return db
    .selectFrom('snapshot')
    .selectAll()
    .where('source_id', '=', source_id)
    .where('sha256', '=', sha256)
    .where('erased_at', 'is', null)
    .orderBy('number')
    .executeTakeFirst();
}

/** Adds a copy with the next number, and what can be read in it, where there is anything. */
export async function insertSnapshot(
  db: Db,
  snapshot: Omit<SnapshotTable, 'number'>,
  text: string,
): Promise<SnapshotTable> {
  const row = { ...snapshot, number: await nextNumber(db, 'snapshot') };
  await db.insertInto('snapshot').values(row).execute();
  if (text !== '') await db.insertInto('snapshot_text').values({ snapshot_id: row.id, text }).execute();
  return row;
}

/** Makes a tombstone of a copy: its text goes with it. */
export async function updateErased(db: Db, id: string, change: Partial<SnapshotTable>): Promise<void> {
  await db.deleteFrom('snapshot_text').where('snapshot_id', '=', id).execute();
  await db.updateTable('snapshot').set(change).where('id', '=', id).execute();
}
