// Rows in the text format of PostgreSQL's COPY.

/** Some rows, to be sent as one. As the one parameter of `copy … from stdin` it is what the server reads. */
export class RowBlock {
  readonly bytes: Buffer;

  constructor(rows: readonly (readonly unknown[])[]) {
    this.bytes = Buffer.from(rows.map((row) => `${row.map(cell).join('\t')}\n`).join(''));
  }
}

const SPELT = /[\\\t\n\r]/g;
const SPELLINGS: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value: unknown): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(SPELT, (letter) => SPELLINGS[letter] ?? letter);
  return Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : String(value);
}
