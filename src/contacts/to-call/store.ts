// All SQL of people still to be called.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { ToCallTable } from '../tables.ts';

export interface ToCallFound extends ToCallTable {
  added_by_name: string | null;
  source_number: number | null;
}

function rowsIn(db: Db, article_id: string) {
  return db
    .selectFrom('to_call')
    .leftJoin('person', 'person.id', 'to_call.added_by')
    .leftJoin('source', 'source.id', 'to_call.source_id')
    .selectAll('to_call')
    .select(['person.display_name as added_by_name', 'source.number as source_number'])
    .where('to_call.article_id', '=', article_id);
}

/** Whom nobody has called yet for this article, in the order they were added. */
export function listToCall(db: Db, article_id: string): Promise<ToCallFound[]> {
  const waiting = rowsIn(db, article_id)
    .where('to_call.contact_id', 'is', null)
    .where('to_call.removed_at', 'is', null);
  return waiting.orderBy('to_call.id').execute();
}

/** One of this article, whatever became of it. NotFound for any other. */
export async function getToCall(db: Db, at: { id: string; article_id: string }): Promise<ToCallFound> {
  if (!isId(at.id)) throw new NotFound();
  const row = await rowsIn(db, at.article_id).where('to_call.id', '=', at.id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

export async function insertToCall(db: Db, row: ToCallTable): Promise<void> {
  await db.insertInto('to_call').values(row).execute();
}

export async function updateToCall(db: Db, id: string, change: Partial<ToCallTable>): Promise<void> {
  await db.updateTable('to_call').set(change).where('id', '=', id).execute();
}
