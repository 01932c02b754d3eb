// What an entry of the index says of a thing: its words, and the facets by which it is narrowed. Pure.
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

/** The entries of the thing: one, or several for a long text. */
export function entriesOf(thing: Indexed): Entry[] {
  const keysOf = (texts: readonly (string | null)[]) => wordsOf(texts.map((text) => text ?? '').join('\n'));
  const [name = '', ...others] = thing.texts;
  const names = keysOf([name]).map(({ key }) => key);
  const later = keysOf(thing.later ?? []).map(({ key }) => key);
  const is_short = later.length <= WORDS_OF_LATER;
  const keys = [...keysOf(others).map(({ key }) => key), ...(is_short ? [] : later)];
  const narrowed = { facets: facetsOf(thing), standing: (thing.standing ?? []).join(' ') };
  const pieces = Math.max(1, Math.ceil(keys.length / WORDS_OF_A_PIECE));
  return Array.from({ length: pieces }, (_, piece) => ({
    words: [...names, ...keys.slice(piece * WORDS_OF_A_PIECE, (piece + 1) * WORDS_OF_A_PIECE)].join(' '),
    later: is_short ? later.join(' ') : '',
    ...narrowed,
  }));
}

function facetsOf({ desk_id, is_open, speakers, more = [] }: Indexed): string {
  const said = speakers.flatMap((name) => speakerFacets(name ?? ''));
  const all = [deskFacet(desk_id), ...(is_open ? [OPEN] : []), ...more, ...said];
  return [...new Set(all)].join(' ');
}

/** Of what those see who look from outside. */
export const OPEN = facet('for', 'everybody');

/** One sign of an entry, which no word can be: words are letters and digits alone. */
export function facet(of: 'for' | 'desk' | 'kind' | 'state' | 'verdict' | 'by', value: string): string {
  return `§${of}§${value.replaceAll(/[-_ ]/g, '')}`;
}

export function deskFacet(desk_id: string): string {
  return facet('desk', desk_id);
}

/** Each word of a speaker's name. */
export function speakerFacets(name: string): string[] {
  return wordsOf(name).map(({ key }) => facet('by', key));
}
