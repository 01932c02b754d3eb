// The rows of whom the desk asked, and of everybody whom an article accuses.
import type { CopySaid } from '#src/articles/article-passage.ts';
import type { AskedHow } from '#src/sources/line/call-line.ts';

export type ContactHow = AskedHow | 'other';
export type ContactOutcome = 'answered' | 'no_answer' | 'declined' | 'unreachable';

export interface ContactTable {
  id: string;
  desk_id: string;
  article_id: string;
  claim_id: string | null;
  source_id: string | null;
  /** The party of the article for which they speak; null where it is none of them. */
  party_id: string | null;
  name: string;
  /** The organisation they speak for, as it was typed. */
  body: string;
  how: ContactHow;
  /** When, in the desk's own words and zone ("15:40", "12 March, 15:40"). */
  at_words: string;
  /** The moment those words mean (ISO 8601, UTC); null where they do not say. The same below. */
  at: string | null;
  put: string;
  until_words: string;
  until: string | null;
  /** What came of it; null while an answer is waited for. */
  outcome: ContactOutcome | null;
  answer: string;
  answer_at_words: string;
  answer_at: string | null;
  created_by: string | null;
  created_at: string;
  withdrawn_at: string | null;
  withdrawal_reason: string;
  revision: number;
}

/** A party that the article accuses. Whether it was offered a reply is said by the contacts of that party. */
export interface AccusedTable extends CopySaid {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  party_id: string;
  /** The claim that accuses; null where it is no single one. */
  claim_id: string | null;
  accusation: string;
  /** Why no reply was offered; '' where none is given. */
  not_offered_reason: string;
  marked_by: string | null;
  marked_at: string;
  withdrawn_at: string | null;
  withdrawal_reason: string;
  revision: number;
}

/** Somebody whom nobody has called yet. They become a contact when somebody does. */
export interface ToCallTable {
  id: string;
  desk_id: string;
  article_id: string;
  /** The card of a confidential source; null where they are none. */
  source_id: string | null;
  name: string;
  body: string;
  phone: string;
  mail: string;
  note: string;
  added_by: string | null;
  added_at: string;
  contact_id: string | null;
  removed_by: string | null;
  removed_at: string | null;
}

/** A name that is not to be proposed as accused in this article. */
export interface AccusedDismissalTable {
  article_id: string;
  name_key: string;
  name: string;
  dismissed_by: string | null;
  dismissed_at: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    contact: ContactTable;
    to_call: ToCallTable;
    accused: AccusedTable;
    accused_dismissal: AccusedDismissalTable;
  }
}
