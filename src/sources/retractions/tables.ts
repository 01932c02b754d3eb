// The rows of lists of retracted papers, and of their lines.

/** What a line of a list says of a paper. */
export type RetractionKind = 'retraction' | 'concern' | 'correction' | 'reinstatement';

export interface RetractionListTable {
  id: string;
  /** Of the installation: "list 3". */
  number: number;
  desk_id: string;
  /** As the person calls it: pages and reports say "according to" it. */
  name: string;
  file_name: string;
  /** SHA-256 of the file as it came, in hex. */
  sha256: string;
  /** How many papers it speaks of; a paper counts once for each kind. */
  entries: number;
  /** JSON: `ListCounts`. */
  counts: string;
  /** JSON: `string[]`, what could not be read, by line. */
  remarks: string;
  imported_by: string | null;
  imported_at: string;
  /** Null while it is being read: until then it says nothing of any source. */
  stands_since: string | null;
  removed_by: string | null;
  removed_at: string | null;
}

/** A paper, by its DOI in small letters. */
export interface RetractionTable {
  list_id: string;
  doi: string;
  kind: RetractionKind;
  desk_id: string;
  /** `2024-03-12`, or '' where the list gives no day that can be read. */
  day: string;
  /** Of the notice; or ''. */
  notice_doi: string;
  /** As the list has it; or ''. */
  reason: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    retraction_list: RetractionListTable;
    retraction: RetractionTable;
  }
}
