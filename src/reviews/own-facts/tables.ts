// The rows of links for own facts, of the sentences chosen for each, and of what was answered.

export interface FactsLinkTable {
  id: string;
  desk_id: string;
  article_id: string;
  token_hash: string;
  /** For whom it is, as the desk calls them; never on their page. */
  name: string;
  /** A line from the desk that stands on their page. */
  note: string;
  /** The version whose sentences were chosen. */
  version_number: number;
  created_by: string | null;
  created_at: string;
  expires_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  first_opened_at: string | null;
  last_opened_at: string | null;
  how_known: string;
  /** Whether they may be named; '' where they did not say. */
  may_name: '' | 'yes' | 'no';
  answered_at: string | null;
  times_answered: number;
  /** The contact that their answer is. */
  contact_id: string | null;
  /** The confidential card made where they asked not to be named. */
  source_id: string | null;
  erased_by: string | null;
  erased_at: string | null;
  erasure_reason: string;
}

export interface FactsSentenceTable {
  link_id: string;
  position: number;
  article_id: string;
  /** Its number in that version. */
  number: number;
  words: string;
}

export interface FactsAnswerTable {
  id: string;
  link_id: string;
  position: number;
  article_id: string;
  verdict: 'right' | 'wrong';
  /** What is wrong, in their words. */
  says: string;
  at: string;
  /** When they answered otherwise. */
  superseded_at: string | null;
  noted_by: string | null;
  noted_at: string | null;
}

/** What a checker made of an answer for one claim. */
export interface FactsUseTable {
  answer_id: string;
  claim_id: string;
  decision: 'taken' | 'dismissed';
  evidence_id: string | null;
  decided_by: string | null;
  decided_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    facts_link: FactsLinkTable;
    facts_sentence: FactsSentenceTable;
    facts_answer: FactsAnswerTable;
    facts_use: FactsUseTable;
  }
}
