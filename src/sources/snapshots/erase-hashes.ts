// Erases the hashes of erased copies where a source became confidential: they would confirm a leak.
import { eraseDetails } from '#src/audit/erasure.ts';
import type { Context } from '#src/context.ts';
import { listSnapshots, updateErased } from './store.ts';

export const NO_HASHES = { sha256: null, warc_sha256: null, text_sha256: null } as const;

/**
 * Takes the hashes of this source's erased copies out of their tombstones and out of the log's detail; the entries stand.
 * Inside the transaction of the verb that makes the source confidential; the caller holds the library's lock.
 */
export async function forgetHashesOfErased(ctx: Context, source: { id: string; desk_id: string }): Promise<void> {
  for (const { id, erased_at } of await listSnapshots(ctx.db, source.id)) {
    if (erased_at === null) continue;
    await updateErased(ctx.db, id, NO_HASHES);
    await eraseDetails(ctx, { chain: source.desk_id, subject: `snapshot:${id}` });
  }
}
