// CSV, a row a source: written with guarded cells, read from any table with titles or addresses. Pure.
import { csvLines, unguardCell } from '#src/csv.ts';
import { CONFIDENTIAL_FIELDS, OPEN_FIELDS } from '../card/source.ts';
import { INTERNAL } from '../held-back/audience.ts';
import { type Column, columnsOf, isOwnColumn, typeNamed } from './csv-columns.ts';
import { rowsIn } from './csv-rows.ts';
import type { CardField, CardRead, Found } from './entry.ts';
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

/** The rows of a table, in order; `onColumns` hears what its columns were taken for. */
export function* readCsv(text: string, onColumns: (columns: Column[]) => void): Generator<Found> {
  let columns: Column[] | undefined;
  for (const row of rowsIn(text)) {
    if ('broken' in row) {
      yield { entry: brokenRow(row.line, row.broken) };
    } else if (row.cells.every((cell) => cell.trim() === '')) {
      // An empty line is no header, and no source.
    } else if (columns === undefined) {
      if (row.cells.length > MOST_COLUMNS) {
        yield { remark: sayTooWide(row.cells.length) };
        return;
      }
      columns = columnsOf(row.cells);
      onColumns(columns);
      if (!columns.some(({ field }) => field === 'title' || field === 'url')) {
        const names = columns.slice(0, 12).map(({ name }) => `“${name.slice(0, 40)}”`);
        yield {
          remark: `No column is called title or url, so no row can be a source. The columns are ${names.join(', ')}. Give one of them the name “title”, and import the table again.`,
        };
        return;
      }
    } else yield { entry: entryIn(row, columns) };
  }
  if (columns === undefined) yield { remark: 'The table has no row with the names of its columns.' };
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
  for (const [index, { name, field }] of columns.entries()) {
    const cell = unguardCell(cells[index] ?? '');
    if (field !== null) {
      fields[field] = wordsOf(field, cell);
      at[field] = { line, field: name };
    } else if (cell.trim() !== '' && !isOwnColumn(name)) left_out.push(name);
  }
  const remarks = cells.slice(columns.length).some((cell) => cell.trim() !== '')
    ? [{ line, field: '', message: 'there are more cells than columns; those behind the last column were left out.' }]
    : [];
  return { line, fields, at, remarks, left_out };
}

function wordsOf(field: CardField, cell: string): string {
  if (field === 'type') return typeNamed(cell);
  return field === 'proximity' ? cell.trim().replace(/ source$/i, '') : cell;
}
