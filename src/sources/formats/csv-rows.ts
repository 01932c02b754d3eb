// The rows of a table in text: its delimiter found, rows that break it named by their line. Pure.
import { CsvError, parse } from 'csv-parse/sync';
import { delimiterIn } from '#src/csv.ts';

/** A row with the line on which it begins, or the line where the table cannot be read. */
export type Row = { line: number; cells: string[] } | { line: number; broken: string };

/** After so many rows that break the table, the rest of it is not tried any more. */
const MOST_BREAKS = 20;

/** The rows of a table in text, lines ending in \n; its delimiter is stated in it, or the one that its first line has most of. */
export function* rowsIn(text: string): Generator<Row> {
  // A table may say on a line of its own how its cells are parted.
  const stated = /^\uFEFF?sep=(.)[ \t]*(?=\n)/i.exec(text);
  const delimiter = stated?.[1] ?? delimiterIn(text) ?? ',';
  let rest = stated === null ? text : text.slice(stated[0].length);
  let line = 1;
  for (let [breaks, odd] = [0, 0]; rest !== ''; ) {
    const broken = yield* rowsUntilBroken(rest, { delimiter, line });
    if (broken === undefined) return;
    rest = afterLines(rest, broken - line);
    const cells = odd < MOST_ODD ? cellsOfOdd(rest.split('\n', 1)[0] ?? '', delimiter) : undefined;
    if (cells !== undefined) {
      odd += 1;
      yield { line: broken, cells };
    } else {
      breaks += 1;
      yield { line: broken, broken: breaks > MOST_BREAKS ? `${WHY}, and neither could what follows.` : `${WHY}.` };
      if (breaks > MOST_BREAKS) return;
    }
    rest = afterLines(rest, 1);
    line = broken + 1;
  }
}

const WHY =
  'a quotation mark opens or closes in the wrong place in this row, or never closes. The row could not be read';
/** Of rows with a mark inside a cell, so many are read: each costs a look at the rest of the table. */
const MOST_ODD = 1_000;

/** A mark inside a cell that none begins is a letter, as spreadsheets take it (12" pipes); undefined where one begins a cell. */
function cellsOfOdd(line: string, delimiter: string): string[] | undefined {
  const cells = line.split(delimiter);
  return cells.some((cell) => cell.trimStart().startsWith('"')) ? undefined : cells;
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

function afterLines(text: string, count: number): string {
  let at = 0;
  for (let passed = 0; passed < count; passed += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return '';
    at = end + 1;
  }
  return text.slice(at);
}
