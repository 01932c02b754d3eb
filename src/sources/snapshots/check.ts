// Whether a copy is still what was saved: its bytes, its record and its text against the hashes that were taken then.
import { createHash } from 'node:crypto';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { readFile } from '#src/files/commands.ts';
import { lockArticlesOfSource } from '../card/store.ts';
import { hashOfText } from './commands.ts';
import { findAltered, findTextOf, listSnapshotsOfArticle, lockSnapshot, updateAltered } from './store.ts';
import type { SnapshotTable } from './tables.ts';

/** What of a copy is not what it was. */
export type Altered = 'bytes' | 'record' | 'text';

/** Hashes all that is kept of a copy, a chunk at a time. Empty where everything is what was saved, and for tombstones. */
export async function alteredIn(db: Db, snapshot: SnapshotTable): Promise<Altered[]> {
  if (snapshot.erased_at !== null) return [];
  const altered: Altered[] = [];
  if ((await hashOfFile(db, snapshot.file_id)) !== snapshot.sha256) altered.push('bytes');
  if (snapshot.warc_sha256 !== null && (await hashOfFile(db, snapshot.warc_file_id)) !== snapshot.warc_sha256)
    altered.push('record');
  const text = await findTextOf(db, snapshot.id);
  if ((text === '' ? null : hashOfText(text)) !== snapshot.text_sha256) altered.push('text');
  return altered;
}

async function hashOfFile(db: Db, file_id: string | null): Promise<string> {
  const hash = createHash('sha256');
  if (file_id !== null) for await (const chunk of readFile(db, file_id)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * Looks at a copy and notes what was found, where that is news: in the log, and on every page that shows it. Gives back
 * what is altered.
 */
export async function checkCopy(ctx: Context, snapshot: SnapshotTable): Promise<Altered[]> {
  const altered = await alteredIn(ctx.db, snapshot);
  if (altered.length > 0 !== (snapshot.altered_at !== null)) await noteFinding(ctx, snapshot, altered);
  return altered;
}

/** Looks at all copies on which an article rests, as before each export of its report. */
export async function checkCopiesOfArticle(ctx: Context, article_id: string): Promise<void> {
  for (const snapshot of await listSnapshotsOfArticle(ctx.db, article_id)) await checkCopy(ctx, snapshot);
}

async function noteFinding(ctx: Context, snapshot: SnapshotTable, altered: Altered[]): Promise<void> {
  await transact(ctx, async (ctx) => {
    const articles = await lockArticlesOfSource(ctx.db, snapshot.source_id);
    await lockSnapshot(ctx.db, snapshot.id);
    const known = await findAltered(ctx.db, snapshot.id);
    if (known === undefined || (known.altered_at !== null) === altered.length > 0) return;
    const is_altered = altered.length > 0;
    await updateAltered(ctx.db, snapshot.id, is_altered ? ctx.at : null);
    await record(ctx, {
      chain: snapshot.desk_id,
      verb: is_altered ? 'snapshot.found_altered' : 'snapshot.found_whole',
      subject: `snapshot:${snapshot.id}`,
      after: { number: snapshot.number, altered },
    });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  });
}

const WHAT: Record<Altered, string> = {
  bytes: 'its bytes are',
  record: 'the record of its capture is',
  text: 'its readable text is',
};

/** What is wrong with a copy, in a sentence; '' where nothing is. */
export function sayAltered(number: number, altered: readonly Altered[]): string {
  if (altered.length === 0) return '';
  const what = altered.map((one) => WHAT[one]).join(', and ');
  return `Saved copy ${number} is not what was saved: ${what} other than when the hash was taken. Do not rely on it.`;
}
