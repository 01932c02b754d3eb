// The rows of the index of searching: made of other rows, so that it is in no backup and can be made again.

export const ENTRY_KINDS = ['article', 'claim', 'source', 'passage', 'query', 'contact'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What is found: the words of one thing of the desk, and what it can be narrowed by. */
export interface SearchEntryTable {
  /** Sorts by when the thing was made. */
  id: number;
  kind: EntryKind;
  /** The id of the thing that the words are of. */
  subject_id: string;
  /** A long text has several entries. */
  piece: number;
  /** The article that the thing belongs to, or is; null for cards of the library. */
  article_id: string | null;
  /** Its words as they are compared, in their order, with a space between them. */
  words: string;
  /** Words that are written of it later, and change while the others stand: a verdict's sentence, answers. */
  later: string;
  /** Each begins with a § and is no word: its desk, who may see it, its kind, speakers. */
  facets: string;
  /** The same of what changes often: state and verdict. */
  standing: string;
}

/** What has changed since it was looked at: triggers note it, several times where it changed several times. */
export interface SearchWaitingTable {
  /** Made by the engine: a number on SQLite, where it sorts by when it came, and else a text. */
  id?: number | string;
  kind: EntryKind;
  subject_id: string;
}

/** Every word of the index, for words that were typed otherwise: triggers keep it, and forget what stands in no entry. */
export interface SearchWordTable {
  id?: number | string;
  word: string;
  uses: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    search_entry: SearchEntryTable;
    search_waiting: SearchWaitingTable;
    search_word: SearchWordTable;
  }
}
