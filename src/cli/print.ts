// What commands print: a table for people, JSON for programs.
import { say } from './terminal.ts';

/** The option of every command that prints a table. */
export const JSON_OPTION = { json: { type: 'boolean', help: 'Print JSON instead of a table.' } } as const;

type Row = Record<string, string | number | boolean | null>;

/** Prints rows of one shape: as a table under the names of their fields, or as JSON. */
export function printRows(rows: Row[], as_json = false): void {
  const [first] = rows;
  if (as_json) printJson(rows);
  else if (first === undefined) say('None yet.');
  else printTable(rows, Object.keys(first));
}

/** Prints it as JSON, without a letter that would move the cursor, hide or turn words round: these stand there escaped. */
export function printJson(value: unknown): void {
  say(JSON.stringify(value, null, 2).replace(NOT_SEEN, escaped));
}

/** Words of strangers for a terminal, `?` in the place of such letters. */
export function visible(said: string): string {
  return said.replace(/\n/g, '?').replace(NOT_SEEN, '?');
}

/** All of them but the end of a line, which in JSON stands only between values. */
const NOT_SEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(letter: string): string {
  const units = Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function printTable(rows: Row[], names: string[]): void {
  const lines = [names, ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    say(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function cellOf(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return visible(String(value ?? ''));
}
