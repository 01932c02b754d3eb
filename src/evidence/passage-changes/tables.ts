// The rows of passages that changed, or went, when their source was captured again.

export type PassageWhat = 'changed' | 'gone';

export interface PassageChangeTable {
  evidence_id: string;
  /** The capture in which the passage does not stand as it did. */
  snapshot_id: string;
  article_id: string;
  claim_id: string;
  what: PassageWhat;
  /** Who captured it; null where the operator did. */
  found_by: string | null;
  found_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    passage_change: PassageChangeTable;
  }
}
