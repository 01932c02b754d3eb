// CSV, a row a source: written with guarded cells, read from any table with titles or addresses. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import { csvLines, unguardCell } from '#src/csv.ts';
import { CONFIDENTIAL_FIELDS, OPEN_FIELDS } from '../card/source.ts';
import { INTERNAL } from '../held-back/audience.ts';
import { type Column, columnsOf, isOwnColumn, typeNamed } from './csv-columns.ts';
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

/** A row with the line on which it begins, or the line where the table cannot be read. */
type Row = { line: number; cells: string[] } | { line: number; broken: string };

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

/** After so many rows that break the table, the rest of it is not tried any more. */
const MOST_BREAKS = 20;

function* rowsIn(text: string): Generator<Row> {
  // A table may say on a line of its own how its cells are parted.
  const stated = /^\uFEFF?sep=(.)[ \t]*(?=\n)/i.exec(text);
  const delimiter = stated?.[1] ?? delimiterIn(text);
  let rest = stated === null ? text : text.slice(stated[0].length);
  let line = 1;
  for (let breaks = 0; rest !== ''; breaks += 1) {
    const broken = yield* rowsUntilBroken(rest, { delimiter, line });
    if (broken === undefined) return;
    const isLast = breaks >= MOST_BREAKS;
    const why =
      'a quotation mark opens or closes in the wrong place in this row, or never closes. The row could not be read';
    yield { line: broken, broken: isLast ? `${why}, and neither could what follows.` : `${why}.` };
    if (isLast) return;
    rest = afterLines(rest, broken - line + 1);
    line = broken + 1;
  }
}

/** The rows up to one that is broken; gives back on which line that one begins. */
function* rowsUntilBroken(
  text: string,
  { delimiter, line }: { delimiter: string; line: number },
): Generator<Row, number | undefined> {
  const rows: { line: number; cells: string[] }[] = [];
  let begins = line;
  const take = (cells: string[], { lines }: { lines: number }) => {
    rows.push({ line: begins, cells });
    begins = line + lines;
    return null;
  };
  try {
    parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, on_record: take });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* rows;
    return begins;
  }
  yield* rows;
  return undefined;
}

/** The delimiter of the first line that has any, counted outside quotation marks. */
function delimiterIn(text: string): string {
  const head =
    text
      .slice(0, 20_000)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

function afterLines(text: string, count: number): string {
  let at = 0;
  for (let passed = 0; passed < count; passed += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return '';
    at = end + 1;
  }
  return text.slice(at);
}
