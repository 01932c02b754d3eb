// Holds one row against what the log noted of it, its hashes or the details of old entries.
import type { KeptTable } from '#src/database/kept-table.ts';
import { type KeptRow, keyOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import type { ExpectedRow, ExpectedRows } from './expected-rows.ts';
import { ENTERED, versionKey } from './old-facts.ts';
import type { OldRow } from './old-rows.ts';
import type { RowAges } from './row-ages.ts';
import { columnsThatDiffer } from './row-hash.ts';

export interface TableReport {
  table: keyof Database;
  /** Rows that were held against a hash, and how many fields they have together. */
  rows: number;
  fields: number;
  /** Rows that are older than the hashes, and were held against the details of old entries, with so many fields. */
  old_rows: number;
  old_fields: number;
  /** Rows that are older than the hashes, and of which no detail says anything. */
  not_covered: number;
}

/** The entry that spoke of the row, or set the fields, last. */
type EntryOfRow = Pick<ExpectedRow, 'chain' | 'number'>;

export type RowFinding = { table: keyof Database; key: string } & (
  | { what: 'differs'; row: KeptRow; fields: string[]; entry: EntryOfRow }
  | { what: 'deleted'; row: KeptRow; entry: EntryOfRow }
  | { what: 'unknown'; row: KeptRow }
  | { what: 'missing'; entry: EntryOfRow }
);

export interface Comparison {
  expected: ExpectedRows;
  ages: RowAges;
}

interface Compared {
  table: keyof Database;
  key: string;
  row: KeptRow;
  said: ExpectedRow | undefined;
  old: OldRow | undefined;
}

/** What is not as it should be; what was looked at is counted in the report of its table. */
export function compare(
  { table, kept, row }: { table: keyof Database; kept: KeptTable; row: KeptRow },
  { expected, ages }: Comparison,
  report: TableReport,
): RowFinding[] {
  const key = keyOf(kept, row);
  const said = expected.see(table, key);
  const old = expected.old.see(table, table === 'version' ? versionKey(row.article_id, row.number) : key);
  const compared = { table, key, row, said, old };
  if (said?.is_gone) return [{ table, key, what: 'deleted', row, entry: said }];
  if (said?.is_made) return compareLayers(compared, report);
  if (!ages.mayBeOld(table, row) || (old === undefined && ENTERED.has(table)))
    return [{ table, key, what: 'unknown', row }];
  return compareOld(compared, report);
}

/** Each column is held to the last entry that set it: a finding for each entry whose columns differ. */
function compareLayers({ table, key, row, said }: Compared, report: TableReport): RowFinding[] {
  report.rows += 1;
  return (said?.layers ?? []).flatMap(({ hash, salt, columns, ...entry }) => {
    report.fields += columns.length;
    const fields = columnsThatDiffer({ table, key, row, salt }, hash, columns);
    return fields.length === 0 ? [] : [{ table, key, what: 'differs' as const, row, fields, entry }];
  });
}

/** A row that may be from before there were hashes: what was not set since is held against what old entries say of it. */
function compareOld(compared: Compared, report: TableReport): RowFinding[] {
  const { table, key, row, said, old } = compared;
  if (old?.fields === null) return [{ table, key, what: 'deleted', row, entry: old }];
  const found = said === undefined ? [] : compareLayers(compared, report);
  if (old === undefined) {
    if (said === undefined) report.not_covered += 1;
    return found;
  }
  const set = new Set(said?.layers.flatMap(({ columns }) => columns));
  const known = Object.entries(old.fields).filter(([column]) => !set.has(column));
  if (said === undefined) report.old_rows += 1;
  report.old_fields += known.length;
  const fields = known.filter(([column, value]) => row[column] !== value).map(([column]) => column);
  return fields.length === 0 ? found : [...found, { table, key, what: 'differs', row, fields, entry: old }];
}
