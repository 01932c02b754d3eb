// The rows of what editors let stand of what an article prints of a confidential source.

export interface LeakAnswerTable {
  id: string;
  desk_id: string;
  article_id: string;
  /** Which name of which source; says neither. */
  leak_key: string;
  /** A hash of the words around it: with others there it holds no more. */
  covers: string;
  answered_by: string;
  answered_at: string;
  withdrawn_by: string | null;
  withdrawn_at: string | null;
}

declare module '#src/database/schema.ts' {
  interface Database {
    leak_answer: LeakAnswerTable;
  }
}
