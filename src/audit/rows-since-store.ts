// All SQL that asks the log which rows were stored behind one of its entries, and what stands in them now.
import type { RowHashes } from '#src/audit/row-hash.ts';
import { KEPT } from '#src/database/kept-rows.ts';
import { columnsToRead } from '#src/database/kept-table.ts';
import { type KeptRow, keyOf } from '#src/database/row-watch.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { itemAt, needed } from '#src/item-at.ts';

/** An entry with the hashes of the rows that were stored with it. */
export interface RowsNoted {
  number: number;
  salt: string;
  rows: RowHashes;
  /** The changed fields as they were and as they are. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The number of the first entry on each of these subjects in the chain. */
export async function listFirstNumbers(
  db: Db,
  { chain, subjects }: { chain: string; subjects: readonly string[] },
): Promise<Map<string, number>> {
  const found = await db
    .selectFrom('log')
    .select(({ fn }) => ['subject', fn.min('number').as('number')])
    .where('chain', '=', chain)
    .where('subject', 'in', subjects)
    .groupBy('subject')
    .execute();
  return new Map(found.map(({ subject, number }) => [subject, Number(number)]));
}

/** The entries of the article, and those on these subjects, behind the one of this number, as far as they stored rows. */
export async function listRowsNoted(
  db: Db,
  at: { chain: string; after: number; article_id: string; subjects: readonly string[] },
): Promise<RowsNoted[]> {
  const of_article = await entriesWithRows(db, at).where('log.article_id', '=', at.article_id).execute();
  const of_subjects =
    at.subjects.length === 0 ? [] : await entriesWithRows(db, at).where('log.subject', 'in', at.subjects).execute();
  const seen = new Map([...of_article, ...of_subjects].map((entry) => [entry.number, entry]));
  return [...seen.values()].map(({ number, salt, rows, before, after }) => ({
    number,
    salt,
    rows: JSON.parse(rows ?? '{}'),
    before: JSON.parse(before),
    after: JSON.parse(after),
  }));
}

function entriesWithRows(db: Db, { chain, after }: { chain: string; after: number }) {
  return db
    .selectFrom('log')
    .innerJoin('log_detail', (join) =>
      join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
    )
    .select(['log.number', 'log_detail.salt', 'log_detail.rows', 'log_detail.before', 'log_detail.after'])
    .where('log.chain', '=', chain)
    .where('log.number', '>', after)
    .where('log_detail.rows', 'is not', null);
}

/** What stands now in the rows of these keys, by key; those that are gone are not among them. */
export async function listRowsNow(
  db: Db,
  table: keyof Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeptRow>> {
  const kept = needed(KEPT[table], `kept table ${table}`);
  const first = itemAt(kept.key, 0) as 'id';
  const now = new Map<string, KeptRow>();
  for (let at = 0; at < keys.length; at += KEYS_AT_A_TIME) {
    const some = keys.slice(at, at + KEYS_AT_A_TIME).map((key) => itemAt(key.split('/'), 0));
    const rows = await db
      .selectFrom(table as 'claim')
      .select(columnsToRead(kept) as ['id'])
      .where(first, 'in', some)
      .execute();
    for (const row of rows as unknown as KeptRow[]) now.set(keyOf(kept, row), row);
  }
  return now;
}

const KEYS_AT_A_TIME = 500;
