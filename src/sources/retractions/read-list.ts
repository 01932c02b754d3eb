// Reads a list of retracted papers piece by piece, however long it is: a table, or a DOI a line.
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { delimiterIn, unguardCell } from '#src/csv.ts';
import { RuleBroken } from '#src/errors.ts';
import { doiOf } from '../card/same-source.ts';
import { columnOfDoi, columnsIn, dayIn, kindOfNature, type ListColumns, reasonIn, saysNone } from './list-columns.ts';
import type { RetractionTable } from './tables.ts';

export type Entry = Omit<RetractionTable, 'list_id' | 'desk_id'>;

/** What a line of the list is: a paper, a paper without a DOI, or nothing that can be read, in a sentence. */
export type LineRead = { entry: Entry } | { without_doi: true } | { remark: string };

const MOST_BYTES = 1_000_000_000;
/** So much of the beginning says what the list is. */
const LOOKED_AT = 4_000;
const MOST_IN_ROW = 1_000_000;

/** The lines of the list, in order. RuleBroken (field `file`) with a sentence where it is none. */
export async function* readList(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<LineRead> {
  const text = textOf(unpacked(pieces));
  let start = '';
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (start.length >= LOOKED_AT) break;
  }
  if (start.trim() === '') throw refused('There is nothing in this file. Choose another.');
  const whole = joined(start, text);
  yield* isPlain(start) ? plainLines(whole) : tableLines(whole, delimiterIn(start) ?? NONE);
}

function refused(message: string): RuleBroken {
  return new RuleBroken(message, 'file');
}

/** As it came, or unpacked where it begins as a file of gzip does. */
async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  })();
  const is_packed = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!is_packed) return yield* all;
  let bytes = 0;
  try {
    for await (const piece of through(all, createGunzip())) {
      bytes += (piece as Uint8Array).length;
      if (bytes > MOST_BYTES) throw refused('This file unpacks to more than the desk reads. Import it in parts.');
      yield piece as Uint8Array;
    }
  } catch (error) {
    if (error instanceof RuleBroken) throw error;
    throw refused('This file is packed with gzip, and damaged. Pack it again.');
  }
}

/** What goes wrong before it is thrown by whoever reads behind it. */
function through<Step extends Transform>(pieces: AsyncIterable<unknown>, step: Step): Step {
  pipeline(Readable.from(pieces), step).catch(() => undefined);
  return step;
}

const SIGNS: [sign: string, words: string][] = [
  ['PK\u0003\u0004', 'This is a spreadsheet or a zip archive. Save the table as CSV first.'],
  ['%PDF-', 'This is a PDF. Choose the list as CSV, or as a DOI on each line.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an older Office document. Save the table as CSV first.'],
];

/** The text, a piece at a time, lines ending in \n. What is no UTF-8 counts only in reasons. */
async function* textOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    if (decoder === undefined) {
      const start = Buffer.from(piece.subarray(0, 8)).toString('latin1');
      const kind = SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
      if (kind !== undefined) throw refused(kind);
      decoder = new TextDecoder(start.startsWith('\u00ff\u00fe') ? 'utf-16le' : 'utf-8');
    }
    const text = decoder.decode(piece, { stream: true });
    if (text.includes('\u0000')) throw refused('This is not text, so it cannot be a list of papers. Choose another.');
    yield text;
  }
  yield decoder?.decode() ?? '';
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
