// What became of a passage between two captures of its source, and how that is said. Pure.
import { localOf, sayDate } from '#src/dates.ts';
import { inOneLine, type PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import type { PassageWhat } from './tables.ts';

export interface Looked {
  text: string;
  /** Null where nothing was looked up, or reading took too long. */
  lookup: PassageLookup | null;
}

/** Null where nothing is known to have changed: a passage that was not there before did not go. */
export function changeBetween(before: Looked, after: Looked): PassageWhat | null {
  if (before.lookup === null || after.lookup === null) return null;
  const [was, is] = [before.lookup.found, after.lookup.found];
  if (was === 'not_found' || is === 'word_for_word') return null;
  if (is === 'not_found') return 'gone';
  if (was === 'word_for_word') return 'changed';
  return wordsAt(before) === wordsAt(after) ? null : 'changed';
}

function wordsAt({ text, lookup }: Looked): string {
  return (lookup?.ranges ?? []).map(({ start, end }) => inOneLine(text.slice(start, end))).join(' … ');
}

export interface ChangeSaid {
  what: PassageWhat;
  taken_at: string;
  is_confidential: number;
}

/** The cause that stands beside a claim. Of a confidential source neither passage nor copy is spoken of: reports print it. */
export function causeOf({ what, taken_at, is_confidential }: ChangeSaid, zone: string): string {
  if (is_confidential === 1) return 'a confidential source of it changed';
  const copy = `the copy of ${sayDate(localOf(taken_at, zone).slice(0, 10))}`;
  return what === 'gone' ? `the passage is no longer in ${copy}` : `the passage reads otherwise in ${copy}`;
}
