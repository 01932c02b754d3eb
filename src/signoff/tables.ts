// The rows of what people said to what sign-off checks miss.
import type { Rule } from '#src/people/profiles/levels.ts';

export interface SignOffAnswerTable {
  id: string;
  desk_id: string;
  article_id: string;
  /** A reason answers one thing; a waiver, which only editors give, several. */
  kind: 'reason' | 'waiver';
  rule: Rule;
  /** JSON: `{ key, covers, label }[]`, what it was said to, with the hash of what each rested on then. */
  items: string;
  words: string;
  given_by: string;
  given_at: string;
  /** Somebody took it back, or what it rests on has changed. Null while it stands. */
  ended_why: 'withdrawn' | 'lapsed' | null;
  ended_by: string | null;
  ended_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    sign_off_answer: SignOffAnswerTable;
  }
}
