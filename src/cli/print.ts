// What commands print: a table for people, JSON for programs.

/** The option of every command that prints a table. */
export const JSON_OPTION = { json: { type: 'boolean', help: 'Print JSON instead of a table.' } } as const;

type Row = Record<string, string | number | boolean | null>;

/** Prints rows of one shape: as a table under the names of their fields, or as JSON. */
export function printRows(rows: Row[], as_json = false): void {
  const [first] = rows;
  if (as_json) console.log(JSON.stringify(rows, null, 2));
  else if (first === undefined) console.log('None yet.');
  else printTable(rows, Object.keys(first));
}

function printTable(rows: Row[], names: string[]): void {
  const lines = [names, ...rows.map((row) => names.map((name) => cellOf(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

function cellOf(value: string | number | boolean | null | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? '');
}
