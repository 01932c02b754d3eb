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

function afterLines(text: string, count: number): string {
  let at = 0;
  for (let passed = 0; passed < count; passed += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return '';
    at = end + 1;
  }
  return text.slice(at);
}
