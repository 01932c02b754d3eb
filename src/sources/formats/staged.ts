// A file of sources that was read and waits a day until the one who brought it looks it over.
import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Context } from '#src/context.ts';
import { NotFound } from '#src/errors.ts';
import { stageFile } from '#src/files/commands.ts';
import { readLines } from '#src/files/read-lines.ts';
import { needed } from '#src/item-at.ts';
import type { SourceFormat } from '../library/source-formats.ts';
import type { Column } from './csv-columns.ts';
import type { Entry } from './entry.ts';
import { findStaged, type StagedFound } from './import-store.ts';
import type { SourcesRead } from './read-file.ts';

/** What is known of the file as a whole. */
export interface StagedHead {
  name: string;
  sha256: string;
  format: SourceFormat;
  remarks: string[];
  columns: Column[];
}

export interface StagedImport {
  file: StagedFound;
  head: StagedHead;
  /** The entries in the order of the file, in pieces; others have their turn between them. */
  entries(): AsyncGenerator<Entry[]>;
}

const MEDIA_TYPE = 'application/x-claimdesk-import';

/** Keeps what was read out of a file. Gives back its id. Not inside a transaction. */
export async function stageImport(
  ctx: Context,
  desk_id: string,
  read: SourcesRead & { head: StagedHead },
): Promise<string> {
  const pieces = [Buffer.from(`${JSON.stringify(read.head)}\n`)];
  for (let at = 0; at < read.entries.length; at += PIECE) {
    const lines = read.entries.slice(at, at + PIECE).map((entry) => `${JSON.stringify(entry)}\n`);
    pieces.push(Buffer.from(lines.join('')));
    await yieldToEventLoop();
  }
  const bytes = Buffer.concat(pieces);
  const { id } = await stageFile(ctx, { desk_id, name: read.head.name, media_type: MEDIA_TYPE, bytes });
  return id;
}

const PIECE = 500;

/** SHA-256, in hex, of the file as it came. */
export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The actor's own import that waits. NotFound where it is another's, or was swept after a day. */
export async function getStagedImport(ctx: Context, id: string): Promise<StagedImport> {
  const file = await findStaged(ctx, id, MEDIA_TYPE);
  if (file === undefined) throw new NotFound();
  for await (const [head] of readLines(ctx.db, id)) {
    const parsed = JSON.parse(needed(head, 'head of the list')) as StagedHead;
    return { file, head: parsed, entries: () => entriesOf(ctx, id) };
  }
  throw new NotFound();
}

async function* entriesOf(ctx: Context, id: string): AsyncGenerator<Entry[]> {
  let is_head = true;
  for await (const lines of readLines(ctx.db, id)) {
    const entries = (is_head ? lines.slice(1) : lines).map((line) => JSON.parse(line) as Entry);
    is_head = false;
    if (entries.length > 0) yield entries;
  }
}
