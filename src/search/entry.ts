// What an entry of the index says of a thing: its words, and the facets by which it is narrowed. Pure.
import { signsOfPairs } from './common-pairs.ts';
import { deskFacet, OPEN, speakerFacets } from './entry-signs.ts';
import type { EntryKind, SearchEntryTable } from './tables.ts';
import { wordsOf } from './words.ts';

/** A thing of the desk as it is indexed; undefined takes the place of one that is not to be found. */
export interface Indexed {
  kind: EntryKind;
  subject_id: string;
  desk_id: string;
  article_id: string | null;
  /** ISO 8601, UTC. */
  made_at: string;
  /** All its words, what is the most important first. */
  texts: readonly (string | null)[];
  /** What is written of it later, and changes while those stand. */
  later?: readonly (string | null)[];
  /** Whether there is anything of it for those who look from outside. */
  is_open: boolean;
  /** Those whose words it is about. */
  speakers: readonly (string | null)[];
  /** What else it can be narrowed by: of a claim its kind. */
  more?: readonly string[];
  /** And by what changes often: its state and verdict. */
  standing?: readonly string[];
}

export type Entry = Pick<SearchEntryTable, 'words' | 'later' | 'facets' | 'standing'>;

/** So many words of a text are in one entry: PostgreSQL knows the place of no word behind 16,383. */
const WORDS_OF_A_PIECE = 8_000;

/** More of what is written later stands with the other words. */
const WORDS_OF_LATER = 2_000;

/** The entries of the thing: one, or several for a long text; `with_pairs` for an index that has no places of words. */
export function entriesOf(thing: Indexed, { with_pairs = false } = {}): Entry[] {
  const keysOf = (texts: readonly (string | null)[]) => wordsOf(texts.map((text) => text ?? '').join('\n'));
  const [name = '', ...others] = thing.texts;
  const names = keysOf([name]).map(({ key }) => key);
  const later = keysOf(thing.later ?? []).map(({ key }) => key);
  const is_short = later.length <= WORDS_OF_LATER;
  const keys = [...keysOf(others).map(({ key }) => key), ...(is_short ? [] : later)];
  const said_later = is_short ? later : [];
  const facets = facetsOf(thing);
  const pieces = Math.max(1, Math.ceil(keys.length / WORDS_OF_A_PIECE));
  return Array.from({ length: pieces }, (_, piece) => {
    const words = [...names, ...keys.slice(piece * WORDS_OF_A_PIECE, (piece + 1) * WORDS_OF_A_PIECE)];
    const pairs = with_pairs ? [...signsOfPairs(words), ...signsOfPairs(said_later)] : [];
    return {
      words: words.join(' '),
      later: said_later.join(' '),
      facets: [...new Set([...facets, ...pairs])].join(' '),
      standing: (thing.standing ?? []).join(' '),
    };
  });
}

function facetsOf({ desk_id, is_open, speakers, more = [] }: Indexed): string[] {
  const said = speakers.flatMap((name) => speakerFacets(name ?? ''));
  return [deskFacet(desk_id), ...(is_open ? [OPEN] : []), ...more, ...said];
}
