// CSV, a row a source: written with guarded cells, read from any table with titles or addresses. Pure.
import { csvLines, unguardCell } from '#src/csv.ts';
import { CONFIDENTIAL_FIELDS, OPEN_FIELDS } from '../card/source.ts';
import { INTERNAL } from '../held-back/audience.ts';
import type { CardField, CardRead, Found } from './card-read.ts';
import { type Column, columnsOf, isOwnColumn, typeNamed } from './csv-columns.ts';
import { dateOfCell } from './csv-dates.ts';
import { rowsIn } from './csv-rows.ts';
import { type CardGiven, textsOf } from './reference.ts';

const COLUMNS = ['number', ...OPEN_FIELDS, 'added_on'] as const;
const CONFIDENTIAL_COLUMNS = [...COLUMNS, ...CONFIDENTIAL_FIELDS, 'audience'] as const;

/** The names of the columns; with those of confidential sources only where they may be among the rows. */
export function csvHead(with_confidential: boolean): string {
  return csvLines([with_confidential ? CONFIDENTIAL_COLUMNS : COLUMNS], 'begins');
}

/** The card as a row. */
export function writeCsvRow(card: CardGiven, with_confidential: boolean): string {
  const { number, added_on } = card;
  const own = { number: String(number), added_on, audience: INTERNAL };
  const texts: Record<string, string | undefined> = { ...textsOf(card), ...own };
  const columns: readonly string[] = with_confidential ? CONFIDENTIAL_COLUMNS : COLUMNS;
  return csvLines([columns.map((column) => texts[column] ?? '')]);
}

/** No list of sources has more; a page that names them all stays readable, and is made in a moment. */
const MOST_COLUMNS = 200;

/** Above the names of columns may stand a title, a date, an empty line: a few. */
const MOST_ABOVE = 10;

/** The rows of a table, in order; `onColumns` hears what its columns were taken for. */
export function* readCsv(text: string, onColumns: (columns: Column[]) => void): Generator<Found> {
  let columns: Column[] | undefined;
  const above: Column[][] = [];
  for (const row of rowsIn(text)) {
    if ('broken' in row) yield { entry: brokenRow(row.line, row.broken) };
    else if (columns !== undefined && hasWords(row.cells)) yield { entry: entryIn(row, columns) };
    // An empty line is no header, and no source.
    if ('broken' in row || columns !== undefined || !hasWords(row.cells)) continue;
    if (row.cells.length > MOST_COLUMNS) return yield { remark: sayTooWide(row.cells.length) };
    const found = columnsOf(row.cells);
    if (isHeader(found)) {
      columns = found;
      onColumns(columns);
      if (above.length > 0) yield { remark: sayAbove(above, row.line) };
    } else if (above.push(found) >= MOST_ABOVE) break;
  }
  if (columns === undefined) yield { remark: sayNoHeader(above, onColumns) };
}

function hasWords(cells: string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function isHeader(columns: Column[]): boolean {
  return columns.some(({ field }) => field === 'title' || field === 'url');
}

function sayAbove(above: Column[][], line: number): string {
  const words = above.map(namesOf).join(' / ');
  return `The names of the columns were found on line ${line}; what stands above them was passed over: ${words}.`;
}

function sayNoHeader([columns]: Column[][], onColumns: (columns: Column[]) => void): string {
  if (columns === undefined) return 'The table has no row with the names of its columns.';
  onColumns(columns);
  return `No column is called title or url, so no row can be a source. The columns are ${namesOf(columns)}. Give one of them the name “title”, and import the table again.`;
}

function namesOf(columns: Column[]): string {
  return columns
    .slice(0, 12)
    .map(({ name }) => `“${name.slice(0, 40)}”`)
    .join(', ');
}

function sayTooWide(columns: number): string {
  return `The table has ${columns.toLocaleString('en')} columns, and the desk reads lists of sources of up to ${MOST_COLUMNS}. Nothing of it was read: delete the columns that are not about sources, and import it again.`;
}

function brokenRow(line: number, message: string): CardRead {
  return { line, fields: {}, at: {}, remarks: [{ line, field: '', message }], left_out: [], is_broken: true };
}

function entryIn({ line, cells }: { line: number; cells: string[] }, columns: Column[]): CardRead {
  const fields: CardRead['fields'] = {};
  const at: CardRead['at'] = {};
  const left_out: string[] = [];
  const remarks: CardRead['remarks'] = [];
  for (const [index, { name, field }] of columns.entries()) {
    const cell = unguardCell(cells[index] ?? '');
    if (field !== null) {
      fields[field] = wordsOf(field, cell);
      at[field] = { line, field: name };
      if (field === 'dated_on' && !isOwnTable(columns)) {
        const { words, remark } = dateOfCell(cell);
        fields[field] = words;
        if (remark !== '') remarks.push({ line, field: name, message: remark });
      }
    } else if (cell.trim() !== '' && !isOwnColumn(name)) left_out.push(name);
  }
  const more = 'there are more cells than columns; those behind the last column were left out.';
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) remarks.push({ line, field: '', message: more });
  return { line, fields, at, remarks, left_out };
}

/** What the desk wrote itself comes back to the letter. */
function isOwnTable(columns: Column[]): boolean {
  return ['number', 'added_on'].every((own) => columns.some(({ name }) => name.toLowerCase() === own));
}

function wordsOf(field: CardField, cell: string): string {
  if (field === 'type') return typeNamed(cell);
  return field === 'proximity' ? cell.trim().replace(/ source$/i, '') : cell;
}
