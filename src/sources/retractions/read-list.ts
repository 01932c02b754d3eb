// Reads a list of retracted papers piece by piece, however long it is: a table, or a DOI a line.
import { CsvError, parse } from 'csv-parse';
import { delimiterIn, unguardCell } from '#src/csv.ts';
import { doiOf } from '../card/same-source.ts';
import { columnOfDoi, columnsIn, dayIn, kindOfNature, type ListColumns, reasonIn, saysNone } from './list-columns.ts';
import { refused, textOfList, through } from './list-text.ts';
import type { RetractionTable } from './tables.ts';

export type Entry = Omit<RetractionTable, 'list_id' | 'desk_id'>;

/** What a line of the list is: a paper, a paper without a DOI, or nothing that can be read, in a sentence. */
export type LineRead = { entry: Entry } | { without_doi: true } | { remark: string };

/** So much of the beginning says what the list is. */
const LOOKED_AT = 4_000;
const MOST_IN_ROW = 1_000_000;

/** The lines of the list, in order. RuleBroken (field `file`) with a sentence where it is none. */
export async function* readList(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<LineRead> {
  const text = textOfList(pieces);
  let start = '';
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (start.length >= LOOKED_AT) break;
  }
  if (start.trim() === '') throw refused('There is nothing in this file. Choose another.');
  const whole = joined(start, text);
  yield* isPlain(start) ? plainLines(whole) : tableLines(whole, delimiterIn(start) ?? NONE);
}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** What stands in the cell behind a DOI, and not in a DOI itself: a year, a day, a word, nothing. */
const BESIDE = /[,;](?:\s*(?:\d{4}\b|\d{1,2}[./]\d|\p{L}{4,})|\s*$|[,;])/u;

/** A DOI may hold commas and semicolons, so a list of DOIs alone is no table. */
function isPlain(start: string): boolean {
  const lines = start
    .split(/\r?\n/, 20)
    .filter((line) => line.trim() !== '')
    .slice(0, 10);
  const are_dois = lines.every((line) => doiOf(line) !== '' && !/[\t|"]/.test(line));
  return lines.length > 0 && are_dois && !lines.every((line) => BESIDE.test(line));
}

async function* plainLines(text: AsyncIterable<string>): AsyncGenerator<LineRead> {
  let rest = '';
  let line = 0;
  const read = (words: string): LineRead[] => {
    line += 1;
    return words.trim() === '' ? [] : [entryIn({ line, row: [words], columns: { doi: 0 }, is_month_first: false })];
  };
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > MOST_IN_ROW) throw refused(`Line ${line + 1} is too long to be a DOI. Nothing was imported.`);
    for (const words of lines) yield* read(words);
  }
  yield* read(rest);
}

/** What stands in no DOI, for a table of one column. */
const NONE = '\u001f';

const OPTIONS = { relax_column_count: true, relax_quotes: true, bom: true, info: true, max_record_size: MOST_IN_ROW };

async function* tableLines(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<LineRead> {
  // Rows that were parsed before an error are lost on their way, so that this alone knows where it is.
  let parsed = 0;
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    parsed = lines;
    return record;
  };
  const parser = through(text, parse({ ...OPTIONS, delimiter, on_record: onRecord }));
  let columns: ListColumns | undefined;
  let is_month_first = false;
  let ended = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = ended + 1;
      ended = info.lines;
      const row = record.map(unguardCell);
      if (row.every((cell) => cell.trim() === '')) continue;
      if (columns !== undefined) {
        yield entryIn({ line, row, columns, is_month_first });
        continue;
      }
      columns = columnsIn(row);
      is_month_first = row.some((name) => /^\s*retractiondate\s*$/i.test(name));
      if (columns.doi !== undefined) continue;
      columns = { doi: columnWithout(row) };
      yield entryIn({ line, row, columns, is_month_first });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(
      `From line ${parsed + 1} on the table cannot be read: a quotation mark opens there and never closes. Nothing was imported.`,
    );
  }
}

/** The place of the DOIs in a table that begins without names of columns. RuleBroken where there is none. */
function columnWithout(row: readonly string[]): number {
  const index = columnOfDoi(row);
  if (index !== undefined) return index;
  const names = row.slice(0, 8).map((name) => `“${name.slice(0, 40).trim()}”`);
  throw refused(
    `No column of this table is called OriginalPaperDOI or DOI; there are ${names.join(', ')}. Give the column with the DOIs one of these names, and import it again.`,
  );
}

interface Row {
  line: number;
  row: readonly string[];
  columns: ListColumns;
  is_month_first: boolean;
}

function entryIn({ line, row, columns, is_month_first }: Row): LineRead {
  const cell = (field: keyof ListColumns) => (columns[field] === undefined ? undefined : (row[columns[field]] ?? ''));
  const typed = cell('doi') ?? '';
  if (saysNone(typed)) return { without_doi: true };
  const doi = doiOf(typed);
  if (doi === '' || doi.length > 500) return { remark: `Line ${line}: “${typed.trim().slice(0, 60)}” is no DOI.` };
  const nature = cell('nature');
  const kind = kindOfNature(nature);
  if (kind === undefined)
    return { remark: `Line ${line}: “${(nature ?? '').trim().slice(0, 60)}” does not say what happened to the paper.` };
  const notice_doi = doiOf(cell('notice') ?? '').slice(0, 500);
  const entry = { doi, kind, day: dayIn(cell('day') ?? '', is_month_first), notice_doi };
  return { entry: { ...entry, reason: reasonIn(cell('reason') ?? '') } };
}
