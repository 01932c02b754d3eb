// The verbs of files: staging bytes, taking them up, reading them back, letting them go.
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { type Context, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { later } from '#src/dates.ts';
import { newId } from '#src/ids.ts';
import { cleanLine } from '#src/text-fields.ts';
import { hashBytes } from './file-hash.ts';
import {
  deleteForgotten,
  deleteLastChunk,
  findChunk,
  insertChunk,
  insertFile,
  listForgotten,
  updateDiscarded,
  updateLetGo,
  updateLinked,
} from './store.ts';
import type { FileTable } from './tables.ts';

/** Small enough that a write never holds up the desk, and that a backup carries fifty of them at a time. */
const CHUNK_BYTES = 256_000;
const KEPT_MILLISECONDS = 24 * 3_600_000;
const NAME_LENGTH = 200;

export interface BytesGiven {
  desk_id: string;
  name: string;
  media_type: string;
  bytes: Buffer;
}

/**
 * Stores bytes that no command has taken up yet, each chunk in a transaction of its own. Not to be called inside one.
 * What is not linked within a day is swept.
 */
export async function stageFile(ctx: Context, { desk_id, name, media_type, bytes }: BytesGiven): Promise<FileTable> {
  if (ctx.db.isTransaction) throw new Error('A file is staged before the transaction that links it.');
  await yieldToEventLoop();
  const sha256 = await hashBytes(bytes);
  const file: FileTable = {
    id: newId(),
    desk_id,
    sha256,
    size: bytes.length,
    media_type,
    name: cleanLine(name).slice(0, NAME_LENGTH).toWellFormed() || 'unnamed',
    created_at: ctx.at,
    created_by: ctx.actor.id,
    linked_at: null,
  };
  await transact(ctx, (ctx) => insertFile(ctx.db, file));
  for (let position = 0; position * CHUNK_BYTES < bytes.length; position++) {
    const chunk = bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES);
    await transact(ctx, (ctx) => insertChunk(ctx.db, { file_id: file.id, position, bytes: chunk }));
    // SQLite answers without letting go of the thread: between two chunks, whoever waits has a turn.
    await yieldToEventLoop();
  }
  return file;
}

/** Takes a staged file up: from now on it is kept, and belongs to this desk. Inside the transaction of the verb. NotFound where it was swept. */
export async function linkFile(ctx: Context, id: string, desk_id: string): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('A file is linked inside the transaction of the verb that wants it.');
  await updateLinked(ctx.db, { id, desk_id, linked_at: ctx.at });
}

/** Lets a file go for another verb of the same transaction to take it up: it is handed over, and its bytes stay where they are. */
export async function handOverFile(ctx: Context, id: string): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('A file is handed over inside the transaction that takes it up.');
  await updateLetGo(ctx.db, id);
}

/** The bytes of a file in their order, a chunk at a time. */
export async function* readFile(db: Db, id: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const chunk = await findChunk(db, id, position);
    if (chunk === undefined) return;
    yield chunk;
    await yieldToEventLoop();
  }
}

/**
 * Lets a file go that was taken up, inside the transaction of the verb that erases it: nobody reads it from now on. Its
 * bytes go with sweepDiscarded after the commit, or, where that does not come to it, with the next sweep.
 */
export async function discardFile(ctx: Context, id: string): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('A file is discarded inside the transaction of the verb that erases it.');
  await updateDiscarded(ctx.db, id);
}

/** Removes the bytes of files that were discarded or never taken up; what is linked stays. After the commit. */
export async function sweepDiscarded(ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    // A chunk a transaction, the last first, so that a sweep that is broken off can be taken up again.
    while (await transact(ctx, (ctx) => deleteLastChunk(ctx.db, id))) await yieldToEventLoop();
    await transact(ctx, (ctx) => deleteForgotten(ctx.db, id));
  }
}

/** Removes what was staged more than a day ago and never taken up, and what was discarded. Gives back how many files that were. */
export async function sweepFiles(ctx: Context): Promise<number> {
  const before = later(ctx.at, -KEPT_MILLISECONDS);
  const forgotten = await listForgotten(ctx.db, before, 1000);
  await sweepDiscarded(
    ctx,
    forgotten.map(({ id }) => id),
  );
  return forgotten.length;
}
