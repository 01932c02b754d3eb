// What `verify` did not look at, and what no one database can tell. Pure.
import type { TableReport } from '#src/audit/compare-row.ts';
import { isFromBefore } from '#src/audit/row-ages.ts';
import { wordFor } from '#src/audit/row-name-store.ts';
import type { ChainReport } from '#src/audit/verify.ts';
import { KEPT, NOT_KEPT } from '#src/database/kept-rows.ts';

/** A sentence each, those of this desk first. */
export function uncovered({
  tables,
  chains,
  head,
}: {
  tables: readonly TableReport[];
  chains: readonly ChainReport[];
  head: string | undefined;
}): string[] {
  return [
    ...ofOlderRows(tables, chains),
    ...(head === undefined ? [CUT_OFF] : []),
    REWRITTEN,
    ERASED,
    `Tables without hashes: ${Object.entries(NOT_KEPT)
      .filter(([table]) => !table.startsWith('log'))
      .map(([table, why]) => `${table} (${why})`)
      .join('; ')}.`,
    `Fields without hashes: ${fieldsWithout().join('; ')}.`,
  ];
}

const CUT_OFF =
  'A log that was cut off at its end, together with the rows of the entries that are gone, cannot be told from a shorter one: keep the heads printed here in another place, and give one with --head.';
const REWRITTEN =
  'Whoever can write to the database and run this program can write a whole new log: only a head that is kept in another place, or printed in a report, tells.';
const ERASED =
  'Where a detail was erased, the fields that it spoke of are held against what the row held at that moment.';

function ofOlderRows(tables: readonly TableReport[], chains: readonly ChainReport[]): string[] {
  const rows = tables.filter(({ not_covered }) => not_covered > 0);
  const entries = chains.reduce((sum, { without_rows }) => sum + without_rows, 0);
  if (!isFromBefore(chains) || (entries === 0 && rows.length === 0)) return [];
  const counts = rows.map(({ table, not_covered }) => `${not_covered} × ${wordFor(table)}`).join(', ');
  const none = counts === '' ? '' : ` Of these rows they say nothing: ${counts}; the numbers never rise again.`;
  return [
    `${entries} entries are from before the log kept hashes of rows: rows that were not changed since are held against the fields that their details hold.${none}`,
  ];
}

function fieldsWithout(): string[] {
  return Object.entries(KEPT)
    .filter(([, { without }]) => Object.keys(without).length > 0)
    .map(([table, { without }]) => `${table}: ${Object.keys(without).join(', ')}`);
}
