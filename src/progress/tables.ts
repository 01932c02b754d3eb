// The rows of how far each article is: what a list would else count again for every article each time.
import type { Flag } from '#src/people/tables.ts';

export interface ArticleProgressTable {
  article_id: string;
  /** What the article's was when it was counted: where that has gone up since, it is counted again. */
  changed_seq: number;
  /** The READING_VERSION whose leftovers it counts; 0 where nobody has asked for them. */
  reading_version: number;
  /** By which COUNTED_AS. */
  counted_as: number;
  /** Nothing that is counted is left to do: lists are narrowed by it. */
  is_settled: Flag;
  /** JSON of Progress. */
  counts: string;
}

declare module '#src/database/schema.ts' {
  interface Database {
    article_progress: ArticleProgressTable;
  }
}
