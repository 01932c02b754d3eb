// The rows of complaints about an article and of its corrections, as both engines return them.
import type { CorrectionKind } from '../correction.ts';

/** What an editor decides about a complaint; `to_legal` hands it on, and it is decided once more. */
export type Outcome = 'stands' | CorrectionKind | 'to_legal';

export interface ComplaintTable {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  /** Who complains. */
  complainant: string;
  /** How they are reached: an address, a number; '' where nobody noted it. */
  reach: string;
  received_at: string;
  /** Until when they are answered, by the desk's rule when it came. */
  due_at: string;
  claim_id: string | null;
  /** The words complained of; '' for the article as a whole. */
  words: string;
  /** What they say. */
  says: string;
  /** The editor who is to decide; null for any. */
  decider_id: string | null;
  outcome: Outcome | null;
  decision_line: string;
  decided_by: string | null;
  decided_at: string | null;
  /** What they were told; '' while they wait. */
  answer: string;
  answered_by: string | null;
  answered_at: string | null;
  /** The correction that settles it, whichever complaint that was made after; null while there is none. */
  correction_id: string | null;
  noted_by: string | null;
  noted_at: string;
  revision: number;
}

export interface CorrectionTable {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  complaint_id: string | null;
  claim_id: string | null;
  kind: CorrectionKind;
  was_words: string;
  /** '' where the words were removed. */
  right_words: string;
  /** As it is pasted onto the outlet's page. */
  sentence: string;
  /** Since when the outlet's page has it; null until somebody says so. */
  since_at: string | null;
  made_by: string;
  made_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  withdrawal_reason: string;
  revision: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    complaint: ComplaintTable;
    correction: CorrectionTable;
  }
}
