// The columns of a spreadsheet of claims: guessed from their names, and known again by them. Pure.
import { createHash } from 'node:crypto';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { columnLetters, type GridRow } from '../reading/grid.ts';
import { FIELD_LABELS, fieldNamed, LONGEST_NAME, REPEATED, SHEET_FIELDS, type SheetField } from './sheet-fields.ts';

/** The names of the desk's own columns that come back with its file. */
export const OWN_NUMBER = 'number';
export const OWN_EXPORTED = 'as exported';
/** Those that it makes anew each time, and does not read. */
export const OWN_UNREAD: readonly string[] = ['state', 'verdict sentence', 'kind', 'audience'];

export interface SheetColumn {
  /** As the table calls it; by its letter where it has no name. */
  name: string;
  /** Folded, with a number behind the second of one name. */
  key: string;
  field: SheetField | '';
}

/** Rows above the names of columns are a title, a date, an empty line: a few. */
const MOST_ABOVE = 20;

/** The row with the names of the columns, by its place among the rows; -1 where none says a name that is known. */
export function guessHeader(rows: readonly GridRow[]): number {
  const known = rows
    .slice(0, MOST_ABOVE)
    .map(({ cells }) => new Set(cells.map(fieldNamed).filter((one) => one !== undefined)));
  const most = Math.max(0, ...known.map(({ size }) => size));
  const found = known.findIndex(({ size }) => size === most);
  return most >= 2 || (most === 1 && known[found]?.has('words')) ? found : -1;
}

/** The columns of a table: by the names in this row, or by letters where there is none; each with what it is guessed to be. */
export function columnsOf(header: readonly string[] | undefined, width: number): SheetColumn[] {
  const names = Array.from({ length: Math.max(width, header?.length ?? 0) }, (_, column) => {
    const name = cleanLine((header?.[column] ?? '').slice(0, LONGEST_NAME).toWellFormed());
    return name === '' ? `column ${columnLetters(column)}` : name;
  });
  const seen = new Map<string, number>();
  const keys = names.map((name) => {
    const key = foldKey(name);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} ${count}`;
  });
  const is_own = keys.includes(OWN_EXPORTED);
  return withoutTwice(names.map((name, at) => ({ name, key: keys[at] ?? '', field: guessed(name, is_own) })));
}

function guessed(name: string, is_own: boolean): SheetField | '' {
  const key = foldKey(name);
  if (is_own && key === OWN_NUMBER) return 'number';
  if (is_own && key === OWN_EXPORTED) return 'exported';
  return is_own && OWN_UNREAD.includes(key) ? '' : (fieldNamed(name) ?? '');
}

/** Of two columns that would be one field, the first is it; sources and notes may be several. */
function withoutTwice(columns: SheetColumn[]): SheetColumn[] {
  const taken = new Set<SheetField>();
  return columns.map((column) => {
    const { field } = column;
    if (field === '' || REPEATED.includes(field)) return column;
    if (taken.has(field)) return { ...column, field: '' };
    taken.add(field);
    return column;
  });
}

/** By which the same columns are known again, in whatever order they stand. */
export function headerKey(columns: readonly SheetColumn[]): string {
  const keys = columns.map(({ key }) => key).sort();
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
}

/** The columns with what a desk said that they are; a name that it never saw stays unread. */
export function columnsAs(columns: readonly SheetColumn[], stored: Readonly<Record<string, string>>): SheetColumn[] {
  return columns.map((column) => ({
    ...column,
    field: SHEET_FIELDS.find((field) => field === stored[column.key]) ?? '',
  }));
}

/** What is wrong with a choice of columns, as a sentence; '' where nothing is. */
export function refusalOfColumns(columns: readonly SheetColumn[]): string {
  const of = (field: SheetField) => columns.filter((column) => column.field === field).length;
  if (of('words') + of('paragraph') === 0)
    return 'Say which column holds the words of the article, or the number of the paragraph: without either, no row has a place.';
  const twice = SHEET_FIELDS.find((field) => !REPEATED.includes(field) && of(field) > 1);
  return twice === undefined ? '' : `Two columns are the ${FIELD_LABELS[twice]}. Choose one of them.`;
}
