// The rows of reviews: fixes, queries with their answers, links for the writer.
import type { Flag } from '#src/people/tables.ts';

/** Where words stand: in a version, by its offsets. All null where no place is known. */
export interface PlaceColumns {
  place_version_id: string | null;
  place_start: number | null;
  place_end: number | null;
}

/** How an answer came: by the writer's link, through the page of the one who gives it, or noted by somebody who heard it. */
export type AnswerHow = 'link' | 'page' | 'phone' | 'message' | 'in_person';

export interface FixTable extends PlaceColumns {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  claim_id: string | null;
  old_words: string;
  new_words: string;
  reason: string;
  state: 'asked' | 'agreed' | 'refused' | 'in_copy';
  asked_by: string | null;
  asked_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decision_line: string;
  /** The version that has it. */
  in_copy_version_id: string | null;
  /** What a version did to it without having it: lost it again, or changed the words otherwise. */
  version_note: string;
  writer_word: 'agree' | 'refuse' | null;
  writer_line: string;
  writer_name: string;
  writer_how: AnswerHow | null;
  writer_at: string | null;
  writer_link_id: string | null;
  /** Somebody saw that it names a confidential source, and lets the writer read it all the same. */
  is_cleared: Flag;
  revision: number;
}

export interface QueryTable extends PlaceColumns {
  id: string;
  desk_id: string;
  article_id: string;
  number: number;
  claim_id: string | null;
  to_whom: 'writer' | 'editor';
  question: string;
  /** The words it is about as they stood when it was asked; '' for the article as a whole. */
  words: string;
  state: 'open' | 'answered' | 'dropped';
  asked_by: string | null;
  asked_at: string;
  drop_reason: string;
  dropped_by: string | null;
  dropped_at: string | null;
  is_cleared: Flag;
  revision: number;
}

export interface QueryAnswerTable {
  id: string;
  query_id: string;
  article_id: string;
  answer: string;
  answered_by: 'writer' | 'editor' | 'other';
  /** The name of whoever gave it. */
  name: string;
  how: AnswerHow;
  noted_by: string | null;
  at: string;
  writer_link_id: string | null;
}

export interface WriterLinkTable {
  id: string;
  desk_id: string;
  article_id: string;
  token_hash: string;
  name: string;
  created_by: string | null;
  created_at: string;
  expires_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
  last_used_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    fix: FixTable;
    query: QueryTable;
    query_answer: QueryAnswerTable;
    writer_link: WriterLinkTable;
  }
}
