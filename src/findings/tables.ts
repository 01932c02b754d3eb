// The rows of what people made of findings.

export interface FindingDecisionTable {
  version_id: string;
  /** The same for as long as the finding is found in this version. */
  finding_key: string;
  article_id: string;
  /** `reopened`: it was decided, and that was taken back. */
  decision: 'note' | 'query' | 'fix' | 'dismissed' | 'reopened';
  /** Why it was dismissed; '' else. */
  reason: string;
  /** The claim whose note it is, or that query or fix are about. */
  claim_id: string | null;
  query_number: number | null;
  fix_number: number | null;
  decided_by: string;
  decided_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    finding_decision: FindingDecisionTable;
  }
}
