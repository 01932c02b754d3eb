// Which hashes of rows each entry of a copied log keeps: of every row once, as it is in the end.
import { hashOfRow, type RowHashes } from '#src/audit/row-hash.ts';
import { KEPT } from '#src/database/kept-rows.ts';
import { type KeptRow, keyOf, listOf } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { itemAt, needed } from '#src/item-at.ts';
import type { Belonging, Row } from './belongings.ts';

type Table = keyof Database;
/** Where a noted row stands among those of its table; those of a list stand together. */
type Place = { table: Table; at: number[] };

/**
 * A function that tells what the entry at this place in the list keeps, of rows that stand where those of the article stood. A
 * row is kept by the first entry that told of it.
 */
export function rowsNotedBy(
  entries: readonly { rows: string | null }[],
  tables: readonly Belonging[],
): (index: number, rows: ReadonlyMap<string, Row[]>, salt: string) => RowHashes | null {
  const standing = new Map(tables.map((one) => [one.table, placesOf(one)]));
  const known = new Set<string>();
  const places = entries.map(({ rows }) => {
    const told = Object.entries(JSON.parse(rows ?? '{}') as RowHashes) as [Table, Record<string, string | null>][];
    return told.flatMap(([table, keys]) =>
      Object.keys(keys).flatMap((key): Place[] => {
        const at = standing.get(table)?.get(key);
        if (at === undefined || known.has(`${table} ${key}`)) return [];
        known.add(`${table} ${key}`);
        return [{ table, at }];
      }),
    );
  });
  return (index, rows, salt) => hashes(itemAt(places, index), rows, salt);
}

function placesOf({ table, rows }: Belonging): Map<string, number[]> {
  const kept = KEPT[table as Table];
  const places = new Map<string, number[]>();
  if (kept === undefined) return places;
  rows.forEach((row, index) => {
    const key = keyOf(kept, row);
    places.set(key, [...(places.get(key) ?? []), index]);
  });
  return places;
}

function hashes(places: readonly Place[], rows: ReadonlyMap<string, Row[]>, salt: string): RowHashes | null {
  const found: RowHashes = {};
  for (const { table, at } of places) {
    const kept = needed(KEPT[table], `kept table ${table}`);
    const meant = at.map((index) => itemAt(rows.get(table) ?? [], index));
    const row: KeptRow = kept.list === undefined ? itemAt(meant, 0) : listOf(kept, meant);
    const key = keyOf(kept, itemAt(meant, 0));
    found[table] ??= {};
    found[table][key] = hashOfRow({ table, key, row, salt }, kept.list === undefined ? kept.columns : ['rows']);
  }
  return places.length === 0 ? null : found;
}
