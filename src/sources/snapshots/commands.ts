// The verbs of saved copies: keeping one, asking for a capture, erasing one.
import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { raiseChangedSeq } from '#src/articles/store.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { RuleBroken } from '#src/errors.ts';
import { readWebAddress } from '#src/fetching/address.ts';
import { discardFile, linkFile, stageFile, sweepDiscarded } from '#src/files/commands.ts';
import type { FileTable } from '#src/files/tables.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { findUnfinishedJob } from '#src/jobs/store.ts';
import { wakeWorkers } from '#src/jobs/worker-signal.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { getSource, listArticlesOfSource, lockArticlesOfSource, lockLibrary } from '../card/store.ts';
import type { OnCopiesChanged } from '../hooks.ts';
import { NO_HASHES } from './erase-hashes.ts';
import { tellKind } from './media-type.ts';
import { readWords } from './read-words.ts';
import { cleanCopyName, type Redirect } from './snapshot.ts';
import { findSameCopy, getSnapshot, insertSnapshot, lockSnapshot, updateErased } from './store.ts';
import type { SnapshotHow, SnapshotTable } from './tables.ts';
import type { Words } from './words.ts';

export const CAPTURE_JOB = 'snapshot.capture';

export interface CaptureInput {
  source_number: number;
  address: string;
}

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
      ...{ erased_at: null, erased_by: null, erasure_reason: '' },
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

/** Where the copies of a source stand on its page: what a job goes back to, and by what the jobs of a source are found. */
export function placeOfCopies(source_number: number): string {
  return `${url('source', { number: source_number })}#copies`;
}

/**
 * Asks for a capture of the source's address, done by a worker after the commit. Whoever has one under way gets that one.
 * Gives back the job's id. RuleBroken where the card has no address; Forbidden for guests.
 */
export async function askForCapture(ctx: Context, source_number: number | string): Promise<string> {
  const id = await transact(ctx, async (ctx) => {
    const source = await getSource(ctx, source_number);
    assertMay(source.role, 'keep_copies');
    if (source.url === '')
      throw new RuleBroken(
        'There is no address on the card. Write it there first, or bring a file or the text instead.',
        'url',
      );
    readWebAddress(source.url);
    await lockLibrary(ctx.db, source.desk_id);
    const back = placeOfCopies(source.number);
    const under_way = await findUnfinishedJob(ctx, { kind: CAPTURE_JOB, back });
    if (under_way !== undefined) return under_way.id;
    const input: CaptureInput = { source_number: source.number, address: source.url };
    const title = `Saving a copy of source ${source.number}`;
    return askForJob(ctx, { kind: CAPTURE_JOB, desk_id: source.desk_id, title, back, input });
  });
  wakeWorkers();
  return id;
}

/**
 * Erases the bytes, the text and the record of a copy; what stays says that it was here, who erased it and why. The hash
 * stays, too, unless the source is confidential: then it goes, from the log's detail also. False where it was erased
 * before. Forbidden for all but editors; RuleBroken without a reason.
 */
export async function eraseCopy(
  ctx: Context,
  number: number | string,
  reason: string,
  onCopiesChanged: OnCopiesChanged,
): Promise<boolean> {
  const discarded = await transact(ctx, async (ctx) => {
    const { id, source_id, desk_id, role } = await getSnapshot(ctx, number);
    assertMay(role, 'erase_copies');
    // Articles before the library before copies: the order in which cards are changed and put together.
    const articles = await lockArticlesOfSource(ctx.db, source_id);
    await lockLibrary(ctx.db, desk_id);
    await lockSnapshot(ctx.db, id);
    const snapshot = await getSnapshot(ctx, number);
    if (snapshot.erased_at !== null) return null;
    if (reason === '') throw new RuleBroken('Say why it is erased: the reason stays when the copy is gone.', 'reason');
    const files = [snapshot.file_id, snapshot.warc_file_id].filter((one) => one !== null);
    await updateErased(ctx.db, id, { ...TOMBSTONE, ...hashesLeft(snapshot), ...erasure(ctx, reason) });
    await onCopiesChanged(ctx, { ...snapshot, id: snapshot.source_id, number: snapshot.source_number });
    for (const file_id of files) await discardFile(ctx, file_id);
    if (snapshot.is_confidential === 1) await eraseDetails(ctx, { chain: snapshot.desk_id, subject: `snapshot:${id}` });
    const after = { number: snapshot.number, source: snapshot.source_number, reason };
    await record(ctx, { chain: snapshot.desk_id, verb: 'snapshot.erased', subject: `snapshot:${id}`, after });
    for (const article_id of articles) await raiseChangedSeq(ctx.db, article_id);
    return files;
  });
  if (discarded === null) return false;
  await sweepDiscarded(ctx, discarded);
  await wipeDeleted(ctx.db, ['snapshot', 'snapshot_text', 'file', 'file_chunk', 'log_detail']);
  return true;
}

const TOMBSTONE = {
  ...{ file_id: null, warc_file_id: null, name: '', note: '', url: '', final_url: '' },
  ...{ redirects: '[]', headers: '[]', altered_at: null, text_key: null },
} as const;

function hashesLeft({ is_confidential, sha256, warc_sha256, text_sha256 }: SnapshotTable & { is_confidential: 0 | 1 }) {
  if (is_confidential === 1) return NO_HASHES;
  return { sha256, warc_sha256, text_sha256 };
}

function erasure(ctx: Context, erasure_reason: string) {
  return { erased_at: ctx.at, erased_by: ctx.actor.id, erasure_reason };
}
