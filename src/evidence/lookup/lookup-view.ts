// What is said of a passage that was looked up: on pages and in reports. Pure.
import { localOf, sayDate } from '#src/dates.ts';
import { inOneLine } from '#src/reading/alignment/passage-lookup.ts';
import type { SavedCopy } from '#src/sources/snapshots/saved-copy-store.ts';
import type { EvidenceTable } from '../tables.ts';
import { foundRanges } from './found-ranges.ts';

type Looked = Pick<EvidenceTable, 'passage' | 'lookup_snapshot_id' | 'lookup_found' | 'lookup_ranges'> & {
  copies: SavedCopy[];
};

export type LookupState = 'word_for_word' | 'with_changes' | 'not_found' | 'waiting' | 'given_up';

export interface LookupSaid {
  state: LookupState;
  /** The number of the saved copy. */
  copy: number;
  words: string;
  /** Of a passage found with changes: what was noted and what the copy has, both in one line; '' else. */
  noted: string;
  there: string;
}

/** Null where there is no passage, or no copy that can be read. `zone` is the desk's. */
export function lookupSaid(use: Looked, zone: string): LookupSaid | null {
  if (use.passage === '') return null;
  const copy = use.copies.find(({ id }) => id === use.lookup_snapshot_id);
  if (copy !== undefined) return outcomeIn(copy, use, zone);
  const readable = use.copies.find(
    ({ erased_at, text_sha256, unlike }) => erased_at === null && text_sha256 !== null && unlike === '',
  );
  if (readable === undefined) return null;
  const { number } = readable;
  return { state: 'waiting', copy: number, words: `is being looked up in saved copy ${number}`, noted: '', there: '' };
}

function outcomeIn({ number, taken_at }: SavedCopy, use: Looked, zone: string): LookupSaid {
  const plain = { copy: number, noted: '', there: '' };
  const day = sayDate(localOf(taken_at, zone).slice(0, 10));
  switch (use.lookup_found) {
    case null:
      return { ...plain, state: 'given_up', words: `not looked up in saved copy ${number}: reading it took too long` };
    case 'word_for_word':
      return { ...plain, state: 'word_for_word', words: `found word for word in saved copy ${number}` };
    case 'not_found':
      return { ...plain, state: 'not_found', words: `not found in the saved copy of ${day}: check the passage` };
    case 'with_changes': {
      const there = foundRanges(use).map(({ words }) => inOneLine(words));
      const words = `found with changes in saved copy ${number}`;
      return { state: 'with_changes', copy: number, words, noted: bare(use.passage), there: there.join(' ... ') };
    }
  }
}

const QUOTES = '"\'«»„';

/** Without the marks that somebody put around the whole. */
function bare(passage: string): string {
  const line = inOneLine(passage);
  let [start, end] = [0, line.length];
  while (start < end && QUOTES.includes(line.charAt(start))) start++;
  while (end > start && QUOTES.includes(line.charAt(end - 1))) end--;
  return line.slice(start, end);
}
