// Opens identity records in memory, for the program to hold a report against: nobody reads them by it.
import { record } from '#src/audit/log.ts';
import { type Context, systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { openSealed, SealBroken } from './sealing.ts';
import { findIdentity, findInstallationKey, type IdentityReader, type IdentityRow, listReaders } from './store.ts';

/** A record that stands, without its words, and whom it names. */
export interface RecordFound {
  identity: IdentityRow;
  readers: IdentityReader[];
}

/** The records of these sources that stand. */
export async function listRecords(db: Db, source_ids: Iterable<string>): Promise<RecordFound[]> {
  const found: RecordFound[] = [];
  for (const source_id of source_ids) {
    const identity = await findIdentity(db, source_id);
    if (identity !== undefined) found.push({ identity, readers: await listReaders(db, identity.id) });
  }
  return found;
}

/**
 * The words of a record, for the program alone; null where it does not open. That it was looked at stands in the log as the
 * program's, with the article for which it was done.
 */
export function openForProgram(
  ctx: Context,
  { id, desk_id, source_id, sealed, wrapped }: IdentityRow,
  article: { id: string; number: number },
): Promise<string | null> {
  return transact({ ...systemContext(ctx.db, ctx.at) }, async (ctx) => {
    const key = await findInstallationKey(ctx.db);
    const about = { chain: desk_id, subject: `identity:${id}`, article_id: article.id };
    await record(ctx, { ...about, verb: 'identity.compared', after: { article: article.number } });
    if (sealed === null || wrapped === null || key === undefined) return null;
    try {
      return openSealed({ sealed, wrapped }, key, { desk_id, source_id, identity_id: id });
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  });
}
