// How a table says which of its columns the log keeps a hash of, and the reasons for leaving one out.
import type { Database } from './schema.ts';

export interface KeptTable {
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** In the order in which they are hashed: new ones go behind the last, and none is ever taken away or moved. */
  readonly columns: readonly string[];
  /** Columns of which no hash is kept, with the reason. */
  readonly without: Readonly<Record<string, string>>;
  /** A row counts only while this column is not null. */
  readonly while?: string;
  /** The rows under one key are made together, never changed, and hashed as one list: in which order, and which columns. */
  readonly list?: { readonly by: string; readonly of: readonly string[] };
}

export type KeptTables = { readonly [Table in keyof Database]?: KeptTable };

/** The one column of a list, which no table has. */
export const LISTED = 'rows';

export const REVISION = { revision: 'counts edits' };
export const SORTED = 'made of another column, for sorting and finding';
export const PLACED = 'follows the words into each version';
export const FOUND = 'made by the program from passage and copy';
/** A short hash of a hash would confirm a leaked document after the copy was erased. */
export const TAKEN = 'held against the entry of its taking';

/** The columns that have to be read of a row to know its key and its hash. */
export function columnsToRead({ key, columns, list }: KeptTable): string[] {
  return [...new Set([...key, ...(list?.of ?? columns)])];
}
