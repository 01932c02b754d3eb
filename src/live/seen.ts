// How far a page has seen its article: the count of changes, and the number of the log then. Pure.
import type { ArticleFound } from '#src/articles/store.ts';

export interface Seen {
  changed_seq: number;
  log_number: number;
}

/** For a page of the article that is made now. */
export function sayWhatIsSeen({ changed_seq, desk_log_number }: ArticleFound): string {
  return `${changed_seq}.${desk_log_number}`;
}

/** null for what no page says. */
export function whatIsSeen(said: unknown): Seen | null {
  const [, changed_seq, log_number] = /^(\d{1,9})\.(\d{1,12})$/.exec(String(said)) ?? [];
  return changed_seq === undefined ? null : { changed_seq: Number(changed_seq), log_number: Number(log_number) };
}
