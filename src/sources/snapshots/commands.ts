// The verbs that keep a copy of a source, brought or captured.
import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { linkFile, stageFile } from '#src/files/commands.ts';
import type { FileTable } from '#src/files/tables.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { listArticlesOfSource, lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { getSource, lockLibrary } from '../card/store.ts';
import type { OnCopiesChanged } from '../hooks.ts';
import { tellKind } from './media-type.ts';
import { readWords } from './read-words.ts';
import { cleanCopyName, type Redirect } from './snapshot.ts';
import { findSameCopy, insertSnapshot } from './store.ts';
import type { SnapshotHow, SnapshotTable, Unlike } from './tables.ts';
import type { Words } from './words.ts';

export interface CopyBrought {
  how: Exclude<SnapshotHow, 'capture'>;
  name: string;
  /** The media type that the browser named, or ''. */
  claimed: string;
  bytes: Buffer;
}

export interface CopyKept {
  snapshot: SnapshotTable;
  /** False where the source has the very same bytes already. */
  is_new: boolean;
}

/**
 * Keeps a copy of a source that somebody brought, as what its bytes are. The same bytes are not kept twice. RuleBroken
 * (field `file`) for an empty file and for a kind that is not kept; Forbidden for guests. Not inside a transaction.
 */
export async function keepCopy(
  ctx: Context,
  source_number: number | string,
  brought: CopyBrought,
  onCopiesChanged: OnCopiesChanged,
): Promise<CopyKept> {
  const source = await getSource(ctx, source_number);
  assertMay(source.role, 'keep_copies');
  const { how, claimed, bytes } = brought;
  const name = cleanCopyName(brought.name);
  if (bytes.length === 0) throw new RuleBroken('This file is empty: there is nothing to keep. Choose another.', 'file');
  const { kind, note } = await tellKind({ bytes, name, claimed }, { any: false });
  // What 25 MB want is done in turns, with others between them.
  await yieldToEventLoop();
  const words = await readWords({ bytes, media_type: kind.media_type, name, url: '', charset: '' });
  const file = await stageFile(ctx, { desk_id: source.desk_id, name, media_type: kind.media_type, bytes });
  return transact(ctx, async (ctx) => {
    // Articles before the library: the order in which a card is changed.
    await lockArticlesOfSource(ctx.db, source.id);
    await lockLibrary(ctx.db, source.desk_id);
    const same = await findSameCopy(ctx.db, source.id, file.sha256);
    if (same !== undefined) return { snapshot: same, is_new: false };
    const copy = { how, file, warc: null, name, notes: [note, words.note], words, ...NOT_CAPTURED };
    return { snapshot: await takeUp(ctx, source_number, copy, onCopiesChanged), is_new: true };
  });
}

const NOT_CAPTURED = { address: '', final_url: '', redirects: [], headers: [] };

export interface CopyTaken {
  how: SnapshotHow;
  file: FileTable;
  warc: FileTable | null;
  name: string;
  notes: string[];
  words: Words;
  address: string;
  final_url: string;
  redirects: Redirect[];
  headers: [string, string][];
  unlike?: Unlike;
}

/**
 * Takes staged bytes up as a copy of the source, inside the transaction of the verb: stored, in the log, and on the pages of
 * every article that uses the source. Forbidden where the actor may no longer; NotFound where the source is gone for them.
 */
export async function takeUp(
  ctx: Context,
  source_number: number | string,
  copy: CopyTaken,
  onCopiesChanged: OnCopiesChanged,
): Promise<SnapshotTable> {
  const before = await getSource(ctx, source_number);
  assertMay(before.role, 'keep_copies');
  const locked = await lockArticlesOfSource(ctx.db, before.id);
  await lockLibrary(ctx.db, before.desk_id);
  // The card may have gone into another one while the articles were waited for.
  const source = await getSource(ctx, source_number);
  const articles = source.id === before.id ? locked : await listArticlesOfSource(ctx.db, source.id);
  const { file, warc, words } = copy;
  for (const one of [file, warc]) if (one) await linkFile(ctx, one.id, source.desk_id);
  const snapshot = await insertSnapshot(
    ctx.db,
    {
      ...{ id: newId(), desk_id: source.desk_id, source_id: source.id, how: copy.how, name: copy.name },
      ...{ file_id: file.id, sha256: file.sha256, size: file.size, media_type: file.media_type },
      ...{ warc_file_id: warc?.id ?? null, warc_sha256: warc?.sha256 ?? null },
      text_sha256: words.text === '' ? null : hashOfText(words.text),
      text_key: words.key,
      note: copy.notes.filter(Boolean).join(' '),
      ...{ url: copy.address, final_url: copy.final_url },
      ...{ redirects: JSON.stringify(copy.redirects), headers: JSON.stringify(copy.headers) },
      ...{ taken_by: ctx.actor.id, taken_at: ctx.at, altered_at: null },
      ...{ erased_at: null, erased_by: null, erasure_reason: '', unlike: copy.unlike ?? '' },
    },
    words.text,
  );
  await onCopiesChanged(ctx, source);
  const { id, number, how, sha256, size, media_type, warc_sha256, text_sha256 } = snapshot;
  const after = { number, source: source.number, how, sha256, size, media_type, warc_sha256, text_sha256 };
  await record(ctx, { chain: source.desk_id, verb: 'snapshot.taken', subject: `snapshot:${id}`, after });
  for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
  return snapshot;
}

/** SHA-256, in hex, of the UTF-8 of a readable text. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
