// The rows of Legal: holds, clearances, notes. Each names a version.

interface OfArticle {
  id: string;
  desk_id: string;
  article_id: string;
  version_id: string;
}

export interface LegalHoldTable extends OfArticle {
  claim_id: string;
  reason: string;
  held_by: string;
  held_at: string;
}

export interface LegalClearanceTable extends OfArticle {
  /** Null where it is the article that is cleared. */
  claim_id: string | null;
  /** Of the claim's whole sentence as it was cleared, and not its words: an erased text stays erased. */
  sentence_sha256: string | null;
  line: string;
  cleared_by: string;
  cleared_at: string;
  /** When a new version, a changed sentence or another hold took it away, and which of them. */
  lifted_at: string | null;
  lift_reason: string;
}

export interface LegalNoteTable extends OfArticle {
  /** Null where it is about the article. */
  claim_id: string | null;
  note: string;
  noted_by: string;
  noted_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    legal_hold: LegalHoldTable;
    legal_clearance: LegalClearanceTable;
    legal_note: LegalNoteTable;
  }
}
