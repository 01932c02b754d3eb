// The rows of saved copies and of the text that can be read in them.

export type SnapshotHow = 'upload' | 'paste' | 'capture';

/** Why a capture was not held against the one before: it shows something else. */
export type Unlike = '' | 'no_words' | 'notice' | 'shorter' | 'other';

export interface SnapshotTable {
  id: string;
  /** Of the installation: "saved copy 12". */
  number: number;
  desk_id: string;
  source_id: string;
  how: SnapshotHow;
  /** Null once the copy was erased. */
  file_id: string | null;
  /** Of captures only: the record of the whole exchange. */
  warc_file_id: string | null;
  /** SHA-256 of the bytes, in hex; null only where the copy of a confidential source was erased. */
  sha256: string | null;
  warc_sha256: string | null;
  /** SHA-256 of the UTF-8 of the readable text; null where there is none. */
  text_sha256: string | null;
  /** Alike for all copies of a desk with the same words, whatever stands between them; null where they are few or none. */
  text_key: string | null;
  /** In bytes. */
  size: number;
  /** What the bytes are, whatever they were called. */
  media_type: string;
  name: string;
  /** What there is to say about type or text, in sentences; or ''. */
  note: string;
  /** Of captures: the address that was asked for, and the one at which the redirects ended. */
  url: string;
  final_url: string;
  /** JSON: `{ url, status }[]`, the answers that led on, in order. */
  redirects: string;
  /** JSON: `[name, value][]`, as the server sent them, without cookies. */
  headers: string;
  taken_by: string | null;
  taken_at: string;
  /** When somebody's look found first that the bytes are not those that were saved; null while they are. */
  altered_at: string | null;
  erased_at: string | null;
  erased_by: string | null;
  erasure_reason: string;
  /** Of captures: nothing is looked up in a copy that shows another page than the one before. */
  unlike: Unlike;
}

export interface SnapshotTextTable {
  snapshot_id: string;
  text: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    snapshot: SnapshotTable;
    snapshot_text: SnapshotTextTable;
  }
}
