// All SQL of files. The caller has found the file through something that the person may see.
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import type { FileTable } from './tables.ts';

/** What there is to say about a file, without its bytes. NotFound. */
export async function getFile(db: Db, id: string): Promise<FileTable> {
  const file = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  if (file === undefined) throw new NotFound();
  return file;
}

export async function insertFile(db: Db, file: FileTable): Promise<void> {
  await db.insertInto('file').values(file).execute();
}

export async function insertChunk(db: Db, chunk: { file_id: string; position: number; bytes: Buffer }): Promise<void> {
  await db.insertInto('file_chunk').values(chunk).execute();
}

/** The bytes of this chunk, counted from 0; undefined behind the last. */
export async function findChunk(db: Db, file_id: string, position: number): Promise<Buffer | undefined> {
  const chunk = await db
    .selectFrom('file_chunk')
    .select('bytes')
    .where('file_id', '=', file_id)
    .where('position', '=', position)
    .executeTakeFirst();
  return chunk?.bytes;
}

/** Takes a staged file up for a desk. NotFound where it was swept, or taken up by another command already. */
export async function updateLinked(db: Db, file: { id: string; desk_id: string; linked_at: string }): Promise<void> {
  const { id, desk_id, linked_at } = file;
  const linked = await db
    .updateTable('file')
    .set({ desk_id, linked_at })
    .where('id', '=', id)
    .where('linked_at', 'is', null)
    .executeTakeFirst();
  if (Number(linked.numUpdatedRows) !== 1) throw new NotFound();
}

/** The files of all desks that a command took up, by id, those after `last`. */
export function listLinkedAfter(db: Db, last: string, limit: number): Promise<FileTable[]> {
  return db
    .selectFrom('file')
    .selectAll()
    .where('linked_at', 'is not', null)
    .where('id', '>', last)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Files that were staged before this time and never taken up. */
export function listForgotten(db: Db, before: string, limit: number): Promise<Pick<FileTable, 'id'>[]> {
  return db
    .selectFrom('file')
    .select('id')
    .where('linked_at', 'is', null)
    .where('created_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Lets go of a file that another row takes up in this transaction. */
export async function updateLetGo(db: Db, id: string): Promise<void> {
  await db.updateTable('file').set({ linked_at: null }).where('id', '=', id).execute();
}

/** Lets go of a file that was taken up: as one that was staged before anybody's time. */
export async function updateDiscarded(db: Db, id: string): Promise<void> {
  await db.updateTable('file').set({ linked_at: null, created_at: LONG_AGO }).where('id', '=', id).execute();
}

const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** Removes the last chunk of a file that nobody holds; false where there is none, or where somebody holds the file. */
export async function deleteLastChunk(db: Db, file_id: string): Promise<boolean> {
  const last = await db
    .selectFrom('file_chunk')
    .innerJoin('file', 'file.id', 'file_chunk.file_id')
    .select('file_chunk.position')
    .where('file.id', '=', file_id)
    .where('file.linked_at', 'is', null)
    .orderBy('file_chunk.position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return false;
  await db.deleteFrom('file_chunk').where('file_id', '=', file_id).where('position', '=', last.position).execute();
  return true;
}

/** Removes a file that nobody took up; its chunks have gone before it. */
export async function deleteForgotten(db: Db, id: string): Promise<void> {
  await db.deleteFrom('file').where('id', '=', id).where('linked_at', 'is', null).execute();
}
