// The rows of spreadsheets: how their columns are read, what they say of claims, and what has no place.

/** How a desk reads tables with these names of columns, in whatever order they stand. */
export interface SheetColumnsTable {
  id: string;
  desk_id: string;
  /** SHA-256 of the names, folded and sorted. */
  header_key: string;
  /** JSON: of each folded name the field that it is; '' for one that is not read. */
  columns: string;
  set_by: string | null;
  set_at: string;
}

/** What a word of status means at a desk; a null verdict for one that means none. */
export interface SheetStatusTable {
  id: string;
  desk_id: string;
  status_key: string;
  status: string;
  verdict_id: string | null;
  set_by: string | null;
  set_at: string;
}

export type EntryWhat = 'verdict' | 'source' | 'note' | 'checker';

/** One thing that a row says of a claim: a verdict or a source, until a person takes or dismisses it; a note; who checks. */
export interface SheetEntryTable {
  id: string;
  desk_id: string;
  article_id: string;
  claim_id: string;
  what: EntryWhat;
  /** As the sheet says it. */
  said: string;
  /** By which a repeat is known: of a verdict its id, else the words folded. */
  said_key: string;
  verdict_id: string | null;
  sheet: string;
  row: number;
  /** The words that the sheet has where the article has others; '' where they are the same. */
  other_words: string;
  added_by: string | null;
  added_at: string;
  decision: 'taken' | 'dismissed' | null;
  decided_by: string | null;
  decided_at: string | null;
}

/** A row whose words are not in the text: it waits to be put onto words, or dropped. */
export interface SheetRowTable {
  id: string;
  desk_id: string;
  article_id: string;
  row_key: string;
  sheet: string;
  row: number;
  /** JSON: all that the row says. */
  line: string;
  added_by: string | null;
  added_at: string;
  /** The claim that it was put onto; null while it waits, and where it was dropped. */
  claim_id: string | null;
  settled_by: string | null;
  settled_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    sheet_columns: SheetColumnsTable;
    sheet_status: SheetStatusTable;
    sheet_entry: SheetEntryTable;
    sheet_row: SheetRowTable;
  }
}
