// The rows of signed reports, and of what has changed since, as both engines return them.
import type { Flag } from '#src/people/tables.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';

/** Triggers refuse every change but an erasure, which empties both models and the reason. */
export interface ReportTable {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  version_id: string;
  key_id: string;
  signed_by: string;
  signed_at: string;
  /** RFC 8785 text. */
  internal_model: string | null;
  public_model: string | null;
  internal_sha256: string;
  public_sha256: string;
  statement: string;
  signature: string;
  reason: string;
  /** The numbers of the claims that were signed open, as JSON. */
  open_claims: string;
  log_number: number;
  log_hash: string;
  /** Nobody outside gets its public model. */
  is_internal_only: Flag;
  erased_at: string | null;
  erased_by: string | null;
}

/** What has changed since a report was signed, as it was worked out last; made anew whenever `seen` is another. */
export interface ReportComparisonTable {
  report_id: string;
  audience: Audience;
  seen: string;
  /** A list of sentences, as JSON. */
  changes: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    report: ReportTable;
    report_comparison: ReportComparisonTable;
  }
}
