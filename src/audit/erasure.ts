// Erasing what the log holds in detail: the entries and their hashes stay, and the chain stays whole.
import type { Context } from '#src/context.ts';
import { type RowStored, watchOver } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { findKeptRow } from './kept-row-store.ts';
import { columnsIn, type RowHashes } from './row-hash.ts';

/**
 * Erases the details of all entries on this subject, inside the transaction of the verb that erases the thing itself. The
 * entry that the verb records next says which details went, and keeps hashes of the columns that these spoke of.
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
    watch?.note({ table: 'log_detail', key: `${chain}/${number}`, row: null, columns: [] });
    for (const { table, key, columns } of rows === null ? [] : placesIn(rows))
      watch?.note({ table, key, row: (await findKeptRow(ctx.db, table, key)) ?? null, columns });
  }
}

/** The rows of which the detail spoke, and of which columns. */
function placesIn(rows: string): Omit<RowStored, 'row'>[] {
  const hashes = Object.entries(JSON.parse(rows) as RowHashes) as [keyof Database, Record<string, string | null>][];
  return hashes.flatMap(([table, keys]) =>
    table === 'log_detail'
      ? []
      : Object.entries(keys).map(([key, hash]) => ({ table, key, columns: columnsIn(table, hash) })),
  );
}
