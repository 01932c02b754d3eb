// A row of a spreadsheet as what it says of a claim. Pure.
import { unguardCell } from '#src/csv.ts';
import { cleanLine, cleanText, foldKey } from '#src/text-fields.ts';
import { columnLetters, type GridRow } from '../reading/grid.ts';
import { commentLines } from './comment-lines.ts';
import { type Exported, exportedIn } from './exported.ts';
import type { SheetColumn } from './sheet-columns.ts';
import type { SheetField } from './sheet-fields.ts';

export interface SheetLine {
  /** As the file counts it. */
  row: number;
  words: string;
  paragraph: number | null;
  status: string;
  sources: string[];
  note: string;
  /** What stands beside its cells, a line each; rows that wait from before comments were read have none. */
  comments?: string;
  checker: string;
  /** What the desk wrote when it gave the sheet out; null in a sheet of somebody else's. */
  number: number | null;
  exported: Exported | null;
  /** What could not be read, with its row and column. */
  remarks: string[];
}

const LENGTHS = { words: 10_000, status: 200, source: 2_000, note: 10_000, checker: 200 };
const MOST_SOURCES = 30;

/** What the rows say; a row in which no column that is read says anything is passed over. */
export function linesIn(rows: readonly GridRow[], columns: readonly SheetColumn[]): SheetLine[] {
  return rows.map((row) => lineOf(row, columns)).filter(isSaid);
}

function isSaid({ words, paragraph, status, sources, note, comments = '', checker }: SheetLine): boolean {
  return [words, status, note, comments, checker].some((one) => one !== '') || paragraph !== null || sources.length > 0;
}

function lineOf({ row, cells, comments = [] }: GridRow, columns: readonly SheetColumn[]): SheetLine {
  const remarks: string[] = [];
  const say = (field: SheetField, what: string) => {
    const at = columns.findIndex((column) => column.field === field);
    remarks.push(`Row ${row}, column ${columnLetters(Math.max(at, 0))} (“${columns[at]?.name ?? ''}”): ${what}`);
  };
  const cut = (field: keyof typeof LENGTHS, text: string) => {
    if (text.length <= LENGTHS[field]) return text;
    say(field, `it is longer than ${LENGTHS[field].toLocaleString('en')} characters, and was cut.`);
    return text.slice(0, LENGTHS[field]).toWellFormed().trimEnd();
  };
  const text = (field: SheetField) => cellsOf(field, cells, columns).join('\n');
  const line = (field: 'status' | 'checker') => cut(field, cleanLine(text(field)));
  const sources = sourcesIn(text('source')).map((one) => cut('source', one));
  if (sources.length > MOST_SOURCES)
    say('source', `it names more than ${MOST_SOURCES} sources; the others were left out.`);
  const note = cut('note', text('note'));
  const noted = commentLines(comments, columns);
  const room = Math.max(LENGTHS.note - note.length - 1, 0);
  if (noted.length > room) say('note', 'with the comments it is longer than 10,000 characters, and was cut.');
  return {
    row,
    words: cut('words', text('words')),
    paragraph: paragraphIn(text('paragraph'), (what) => say('paragraph', what)),
    status: line('status'),
    sources: sources.slice(0, MOST_SOURCES),
    note,
    comments: noted.slice(0, room).toWellFormed().trimEnd(),
    checker: line('checker'),
    number: /^\d{1,9}$/.test(text('number')) ? Number(text('number')) : null,
    exported: exportedIn(text('exported')),
    remarks,
  };
}

function cellsOf(field: SheetField, cells: readonly string[], columns: readonly SheetColumn[]): string[] {
  return columns.flatMap((column, at) => {
    const cell = column.field === field ? cleanText(unguardCell(cells[at] ?? '')) : '';
    return cell === '' ? [] : [cell];
  });
}

/** A source a line; and addresses one behind the other are several. */
function sourcesIn(text: string): string[] {
  const lines = text
    .split('\n')
    .flatMap((line) => (/^\s*https?:/i.test(line) ? line.split(/[\s,;|]+(?=https?:\/\/)/i) : [line]));
  const seen = new Set<string>();
  return lines
    .map(cleanLine)
    .filter((line) => line !== '')
    .filter((line) => !seen.has(foldKey(line)) && seen.add(foldKey(line)));
}

/** "4", "¶ 4", "para. 4", "4.0". */
function paragraphIn(text: string, say: (what: string) => void): number | null {
  if (text === '') return null;
  const number = /^(?:[\p{L}¶#§.\s]{0,20})(\d{1,5})(?:\.0+)?[.)]?$/u.exec(cleanLine(text))?.[1];
  if (number !== undefined && Number(number) > 0) return Number(number);
  say(`“${cleanLine(text).slice(0, 60)}” is no number of a paragraph, and was left out.`);
  return null;
}
