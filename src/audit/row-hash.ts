// The hash of a row in the log: of the whole row, and a short one of each field.
import { createHash } from 'node:crypto';
import { KEPT } from '#src/database/kept-rows.ts';
import type { KeptRow, RowStored } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { needed } from '#src/item-at.ts';

/** By table and key: the hash of the row as it was stored, or null where it was deleted. */
export type RowHashes = Partial<Record<keyof Database, Record<string, string | null>>>;

const LETTERS_OF_FIELD = 4;

/** What an entry keeps of the rows stored with it; null where there are none. */
export function rowHashesOf(stored: readonly RowStored[], salt: string): RowHashes | null {
  if (stored.length === 0) return null;
  const hashes: RowHashes = {};
  for (const { table, key, row } of stored) {
    hashes[table] ??= {};
    hashes[table][key] = row === null ? null : hashOfRow({ table, key, row, salt });
  }
  return hashes;
}

type Place = { table: keyof Database; key: string; row: KeptRow; salt: string };

/** `count.hash.fields`: of how many columns, SHA-256 of salt and values (base64url), four letters for each column. */
function hashOfRow(place: Place): string {
  const columns = needed(KEPT[place.table], `kept table ${place.table}`).columns;
  return `${columns.length}.${wholeHash(place, columns)}.${columns.map((column) => fieldHash(place, column)).join('')}`;
}

/**
 * The columns in which the row differs from what the hash was made of; empty where it is the same. A row that differs where
 * no single field shows it is said to differ in all.
 */
export function columnsThatDiffer(place: Place, known: string): string[] {
  const [count = '', whole, fields = ''] = known.split('.');
  const columns = needed(KEPT[place.table], `kept table ${place.table}`).columns.slice(0, Number(count));
  if (whole === wholeHash(place, columns)) return [];
  const differing = columns.filter((column, index) => {
    const at = index * LETTERS_OF_FIELD;
    return fields.slice(at, at + LETTERS_OF_FIELD) !== fieldHash(place, column);
  });
  return differing.length > 0 ? differing : [...columns];
}

/** Of how many columns the hash was made. */
export function columnsIn(known: string): number {
  return Number(known.split('.')[0]);
}

function wholeHash({ table, key, row, salt }: Place, columns: readonly string[]): string {
  return sha256(salt, [table, key, ...columns.map((column) => row[column])]);
}

function fieldHash({ table, key, row, salt }: Place, column: string): string {
  return sha256(salt, [table, key, column, row[column]]).slice(0, LETTERS_OF_FIELD);
}

/** Values are texts, numbers and null, whose JSON is the same everywhere. */
function sha256(salt: string, values: unknown[]): string {
  return createHash('sha256').update(salt).update(JSON.stringify(values)).digest('base64url');
}
