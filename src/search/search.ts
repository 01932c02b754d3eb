// What is asked of the search: words, filters and a page, as they stand in the address. Pure.
import { CLAIM_KINDS, CLAIM_STATES, type ClaimKind, type ClaimState, type VerdictMeaning } from '#src/claims/claim.ts';
import { isLocalDate } from '#src/dates.ts';
import { cleanLine } from '#src/text-fields.ts';
import { ENTRY_KINDS, type EntryKind } from './tables.ts';

const MEANINGS = ['ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author'] as const;

/** '' is no filter. */
export interface Search {
  words: string;
  /** Which sort of thing: all of them side by side, or one of them page by page. */
  of: EntryKind | '';
  /** A desk's slug. */
  desk: string;
  /** Of claims. */
  kind: ClaimKind | '';
  verdict: VerdictMeaning | 'none' | '';
  state: ClaimState | '';
  /** Words of the name of whoever is quoted, or was asked. */
  speaker: string;
  /** Days, `2026-03-14`: when it was taken in, marked, added, asked; both ends included. */
  from: string;
  to: string;
  page: number;
}

export const PAGE_LENGTH = 25;
/** So many pages of one kind are shown, and so many of its hits counted. */
const LAST_PAGE = 40;
const MOST_COUNTED = PAGE_LENGTH * LAST_PAGE;
/** Of each sort, where all of them are shown side by side. */
const COUNTED_SIDE_BY_SIDE = 200;
const LONGEST = { words: 10_000, others: 200 };

/** What an address asks for; what is not known is left out, so that an old link still finds something. */
export function searchIn(query: Record<string, unknown>): Search {
  const asked = (name: string, longest = LONGEST.others) => {
    const value = query[name];
    return typeof value === 'string' ? cleanLine(value).slice(0, longest) : '';
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | '' =>
    values.find((value) => value === asked(name)) ?? '';
  const day = (name: string) => (isLocalDate(asked(name)) ? asked(name) : '');
  const page = /^[1-9]\d{0,3}$/.test(asked('page')) ? Number(asked('page')) : 1;
  return {
    words: asked('words', LONGEST.words),
    of: oneOf('of', ENTRY_KINDS),
    desk: asked('desk'),
    kind: oneOf('kind', CLAIM_KINDS),
    verdict: oneOf('verdict', [...MEANINGS, 'none']),
    state: oneOf('state', CLAIM_STATES),
    speaker: asked('speaker'),
    from: day('from'),
    to: day('to'),
    page: Math.min(page, LAST_PAGE),
  };
}

/** The search as a query of an address, without what is not asked, with what is changed. */
export function queryOf(search: Search, changes: Partial<Search> = {}): Record<string, string | number> {
  const { page, ...others } = { ...search, page: 1, ...changes };
  const asked = Object.entries(others).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(asked), ...(page > 1 && { page }) };
}

/** How many filters are set, beside words and the sort of thing. */
export function countFilters({ desk, kind, verdict, state, speaker, from, to }: Search): number {
  return [desk, kind, verdict, state, speaker, from, to].filter((value) => value !== '').length;
}

/** Whether anything is asked at all. */
export function isAsked(search: Search): boolean {
  return search.words !== '' || countFilters(search) > 0;
}

/** How many hits of a sort are counted and no more. */
export function mostCounted({ of }: Search): number {
  return of === '' ? COUNTED_SIDE_BY_SIDE : MOST_COUNTED;
}

const OF_SPEAKERS: readonly EntryKind[] = ['claim', 'passage', 'contact'];

/** The sorts of things that can be found so: claims alone have a kind, a verdict and a state, and some have speakers. */
export function kindsAsked({ of, kind, verdict, state, speaker }: Search): EntryKind[] {
  return ENTRY_KINDS.filter((one) => {
    if (of !== '' && one !== of) return false;
    if ((kind !== '' || verdict !== '' || state !== '') && one !== 'claim') return false;
    return speaker === '' || OF_SPEAKERS.includes(one);
  });
}
