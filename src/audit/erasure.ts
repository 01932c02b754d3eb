// Erasing what the log holds in detail: the entries and their hashes stand, and the chain stays whole.
import type { Context } from '#src/context.ts';
import { watchOver } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { findKeptRow } from './kept-row-store.ts';
import type { RowHashes } from './row-hash.ts';

/**
 * Erases the details of all entries on this subject, inside the transaction of the verb that erases the thing itself. The
 * entry that the verb records next says which details went, and keeps the hashes of the rows that these spoke of.
 */
export async function eraseDetails(
  ctx: Context,
  { chain, subject }: { chain: string; subject: string },
): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('Details are erased inside the transaction of the verb.');
  const gone = await ctx.db
    .deleteFrom('log_detail')
    .where('chain', '=', chain)
    .where('number', 'in', (eb) =>
      eb.selectFrom('log').select('log.number').where('log.chain', '=', chain).where('log.subject', '=', subject),
    )
    .returning(['number', 'rows'])
    .execute();
  const watch = watchOver(ctx.db);
  for (const { number, rows } of gone) {
    watch?.note('log_detail', `${chain}/${number}`, null);
    for (const [table, key] of rows === null ? [] : placesIn(rows))
      watch?.note(table, key, (await findKeptRow(ctx.db, table, key)) ?? null);
  }
}

function placesIn(rows: string): [keyof Database, string][] {
  const hashes = Object.entries(JSON.parse(rows) as RowHashes) as [keyof Database, Record<string, string | null>][];
  return hashes.flatMap(([table, keys]) =>
    table === 'log_detail' ? [] : Object.keys(keys).map((key): [keyof Database, string] => [table, key]),
  );
}
