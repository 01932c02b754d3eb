// The hash of a row in the log: one of each column that was set.
import { hash as digestOf } from 'node:crypto';
import { KEPT } from '#src/database/kept-rows.ts';
import type { KeptRow, RowStored } from '#src/database/row-watch.ts';
import type { Database } from '#src/database/schema.ts';
import { itemAt, needed } from '#src/item-at.ts';

/** By table and key: the hash of what was set in the row, or null where it was deleted. */
export type RowHashes = Partial<Record<keyof Database, Record<string, string | null>>>;

/** 72 bits: too many for somebody who seeks other words with the same hash. */
const LETTERS = 12;
/** Entries from before each column had a hash of its own kept so much of it, beside one hash of the whole row. */
const LETTERS_BESIDE_WHOLE = 4;

/** What an entry keeps of the rows stored with it; null where there are none. */
export function rowHashesOf(stored: readonly RowStored[], salt: string): RowHashes | null {
  if (stored.length === 0) return null;
  const hashes: RowHashes = {};
  for (const { table, key, row, columns } of stored) {
    // Without a prototype it is a table of keys: the engine would make a shape of its own for each row's id.
    hashes[table] ??= Object.create(null) as Record<string, string | null>;
    hashes[table][key] = row === null ? null : hashOfRow({ table, key, row, salt }, columns);
  }
  return hashes;
}

type Place = { table: keyof Database; key: string; row: KeptRow; salt: string };

/**
 * `21:…`: of the first 21 columns, which are all, or `+3+7:…`: of those that stand there in the list; then, for each, the
 * beginning of SHA-256 over the salt, where it stands and its value (base64url).
 */
export function hashOfRow(place: Place, set: readonly string[]): string {
  const all = columnsOf(place.table);
  const columns = set === all ? all : all.filter((column) => set.includes(column));
  const which =
    columns.length === all.length ? all.length : columns.map((column) => `+${all.indexOf(column)}`).join('');
  const fields = fieldsOf(place);
  return columns.reduce((hash, column) => hash + fields.hashOf(column).slice(0, LETTERS), `${which}:`);
}

/** Whether the hash is of a whole row, and not only of what was changed in it. */
export function isOfAll(known: string): boolean {
  return !known.startsWith('+');
}

/** The columns of which the hash was made. */
export function columnsIn(table: keyof Database, known: string | null): string[] {
  if (known === null) return [];
  const all = columnsOf(table);
  if (isOfAll(known)) return all.slice(0, Number.parseInt(known, 10));
  return itemAt(known.split(':'), 0)
    .split('+')
    .slice(1)
    .map((at) => itemAt(all, Number(at)));
}

/** Those of the columns `held`, which the hash was made of, in which the row differs. */
export function columnsThatDiffer(place: Place, known: string, held: readonly string[]): string[] {
  const columns = columnsIn(place.table, known);
  const [, whole = '', beside] = known.split('.');
  if (beside === undefined) return differing(place, { columns, held, letters: LETTERS, of: known.split(':')[1] ?? '' });
  if (held.length === columns.length && whole === wholeHash(place, columns)) return [];
  const found = differing(place, { columns, held, letters: LETTERS_BESIDE_WHOLE, of: beside });
  // A whole row that differs where no single field shows it is said to differ in all.
  return found.length === 0 && held.length === columns.length ? [...columns] : found;
}

interface Fields {
  columns: readonly string[];
  held: readonly string[];
  letters: number;
  of: string;
}

function differing(place: Place, { columns, held, letters, of }: Fields): string[] {
  const fields = fieldsOf(place);
  return columns.filter((column, index) => {
    const known = of.slice(index * letters, (index + 1) * letters);
    return held.includes(column) && known !== fields.hashOf(column).slice(0, letters);
  });
}

function columnsOf(table: keyof Database): readonly string[] {
  return needed(KEPT[table], `kept table ${table}`).columns;
}

/** Values are texts, numbers and null, whose JSON is the same everywhere. */
function wholeHash({ table, key, row, salt }: Place, columns: readonly string[]): string {
  return sha256(salt + JSON.stringify([table, key, ...columns.map((column) => row[column])]));
}

/** Of each column the hash of `[table, key, column, value]`, whose beginning is spelt once for all of them. */
function fieldsOf({ table, key, row, salt }: Place): { hashOf(column: string): string } {
  const beginning = `${salt}${JSON.stringify([table, key]).slice(0, -1)},`;
  return { hashOf: (column) => sha256(`${beginning}"${column}",${JSON.stringify(row[column] ?? null)}]`) };
}

function sha256(text: string): string {
  return digestOf('sha256', text, 'base64url');
}
