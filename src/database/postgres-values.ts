// Values as PostgreSQL reads them in a message. Pure.

/** A text for the server, bytes as they are, or null. Throws for what no column takes. */
export function written(value: unknown): string | Buffer | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return listOf(value);
  if (value instanceof Uint8Array) return Buffer.isBuffer(value) ? value : Buffer.from(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function listOf(values: readonly unknown[]): string {
  return `{${values.map(itemOf).join(',')}}`;
}

function itemOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return listOf(value);
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`;
  return `"${String(written(value)).replace(/[\\"]/g, '\\$&')}"`;
}
