// All SQL that reads rows of any table as the log keeps hashes of them.
import { KEPT } from '#src/database/kept-rows.ts';
import { columnsToRead } from '#src/database/kept-table.ts';
import { type KeptRow, listOf } from '#src/database/row-watch.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { itemAt, needed } from '#src/item-at.ts';

/** The row of this key, if it is there and counts. */
export async function findKeptRow(db: Db, table: keyof Database, key: string): Promise<KeptRow | undefined> {
  const kept = needed(KEPT[table], `kept table ${table}`);
  const parts = key.split('/');
  const last = kept.key.length - 1;
  const values = [...parts.slice(0, last), parts.slice(last).join('/')];
  const columns = new Set([...columnsToRead(kept), ...(kept.while === undefined ? [] : [kept.while])]);
  let query = db.selectFrom(table as 'claim').select([...columns] as 'id'[]);
  for (const [index, column] of kept.key.entries()) query = query.where(column as 'id', '=', itemAt(values, index));
  const rows = (await query.execute()) as unknown as KeptRow[];
  if (kept.list !== undefined) return rows.length === 0 ? undefined : listOf(kept, rows);
  const [row] = rows;
  return row !== undefined && kept.while !== undefined && row[kept.while] === null ? undefined : row;
}
