// The rows of questions and of the accounts that answer them.
import type { FigureTable } from '#src/claims/tables.ts';
import type { Flag } from '#src/people/tables.ts';
import type { Rule } from './question.ts';

export interface QuestionTable {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  point: string;
  point_key: string;
  rule: Rule;
  rule_sentence: string;
  copy_shows: 'yes' | 'no' | null;
  /** The words of the copy that show the disagreement, as they stood in sentence `copy_sentence` of that version; '' where it shows none. */
  copy_words: string;
  copy_sentence: number | null;
  copy_version_number: number | null;
  copy_reason: string;
  created_by: string | null;
  created_at: string;
  withdrawn_at: string | null;
  withdrawal_reason: string;
  revision: number;
}

export interface AccountTable {
  id: string;
  desk_id: string;
  article_id: string;
  question_id: string;
  party_id: string;
  /** As printed or said: "more than 100 fighters", "declined to say". */
  value: string;
  comparator: FigureTable['comparator'] | null;
  low: number | null;
  high: number | null;
  unit: string | null;
  /** '', a day of the desk (2026-03-14), or a moment (ISO 8601, UTC). */
  as_of: string;
  quote: string;
  claim_id: string | null;
  source_id: string | null;
  /** JSON: what the account was taken from, as it was when it was made or confirmed (taken-from.ts); null where that is not known. */
  taken_from: string | null;
  /** The account that the desk follows, where its rule is to prefer one. */
  is_preferred: Flag;
  added_by: string | null;
  added_at: string;
  withdrawn_at: string | null;
  withdrawal_reason: string;
  revision: number;
}

declare module '#src/database/schema.ts' {
  interface Database {
    question: QuestionTable;
    account: AccountTable;
  }
}
