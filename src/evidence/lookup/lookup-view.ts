// What is said of a passage that was looked up: on pages and in reports. Pure.
import { localOf, sayDate } from '#src/dates.ts';
import { inOneLine } from '#src/reading/alignment/passage-lookup.ts';
import type { SavedCopy } from '#src/sources/snapshots/store.ts';
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
  const readable = use.copies.find(({ erased_at, text_sha256 }) => erased_at === null && text_sha256 !== null);
  const plain = { noted: '', there: '' };
  if (copy === undefined)
    return readable === undefined
      ? null
      : {
          state: 'waiting',
          copy: readable.number,
          words: `is being looked up in saved copy ${readable.number}`,
          ...plain,
        };
  const { number } = copy;
  const day = sayDate(localOf(copy.taken_at, zone).slice(0, 10));
  if (use.lookup_found === null)
    return {
      state: 'given_up',
      copy: number,
      words: `not looked up in saved copy ${number}: reading it took too long`,
      ...plain,
    };
  if (use.lookup_found === 'word_for_word')
    return { state: 'word_for_word', copy: number, words: `found word for word in saved copy ${number}`, ...plain };
  if (use.lookup_found === 'not_found')
    return {
      state: 'not_found',
      copy: number,
      words: `not found in the saved copy of ${day}: check the passage`,
      ...plain,
    };
  const there = foundRanges(use)
    .map(({ words }) => inOneLine(words))
    .join(' ... ');
  return {
    state: 'with_changes',
    copy: number,
    words: `found with changes in saved copy ${number}`,
    noted: bare(use.passage),
    there,
  };
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
