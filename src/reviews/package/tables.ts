// The rows of what the writer hands in by a link.
import type { Flag } from '#src/people/tables.ts';

export type PieceKind = 'file' | 'contact' | 'note';

export interface HandedPieceTable {
  id: string;
  desk_id: string;
  article_id: string;
  /** The writer's link by which it came. */
  link_id: string;
  kind: PieceKind;
  handed_at: string;
  /** The writer ticked it: from then on it is held back like all that is known of a confidential source. */
  is_confidential: Flag;
  /** A paragraph, or words of the text, as it was typed; '' for the article as a whole. */
  about: string;
  /** Of the file, or of whom to call; '' for a note. */
  name: string;
  /** For whom they speak. */
  body: string;
  phone: string;
  mail: string;
  /** The note, or what was said of the file or the person. */
  words: string;
  /** Null once a copy has it, and for what is no file. */
  file_id: string | null;
  sha256: string | null;
  size: number;
  media_type: string;
  decision: 'taken' | 'left' | null;
  decided_by: string | null;
  decided_at: string | null;
  /** The card that it became or stands on. */
  source_id: string | null;
  evidence_id: string | null;
  erased_by: string | null;
  erased_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    handed_piece: HandedPieceTable;
  }
}
