// The verb that erases a saved copy and leaves a tombstone.
import { raiseChangedSeq } from '#src/articles/store.ts';
import { eraseDetails } from '#src/audit/erasure.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wipeDeleted } from '#src/database/wipe.ts';
import { RuleBroken } from '#src/errors.ts';
import { discardFile, sweepDiscarded } from '#src/files/commands.ts';
import { assertMay } from '#src/people/permissions.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { lockLibrary } from '../card/store.ts';
import type { OnCopiesChanged } from '../hooks.ts';
import { NO_HASHES } from './erase-hashes.ts';
import { getSnapshot, lockSnapshot, updateErased } from './store.ts';
import type { SnapshotTable } from './tables.ts';

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
    if (reason === '')
      throw new RuleBroken('Say why it is erased: the reason is kept when the copy is gone.', 'reason');
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
