// What is asked of the library: words, filters, an order and a page, as they stand in the address. Pure.
import { numberIn } from '#src/number-in.ts';
import { cleanLine } from '#src/text-fields.ts';
import { SOURCE_TYPES } from '../card/source-type.ts';
import type { SourceType } from '../tables.ts';

const ORDERS = ['newest', 'oldest', 'title'] as const;
const PROXIMITY_CHOICES = ['primary', 'secondary', 'unsaid'] as const;
const CONFIDENCE_CHOICES = ['confidential', 'open'] as const;
const USE_CHOICES = ['used', 'unused'] as const;

/** '' or null is no filter. */
export interface LibrarySearch {
  /** Each word must stand somewhere on the card. */
  words: string;
  /** A desk's slug. */
  desk: string;
  type: SourceType | '';
  proximity: (typeof PROXIMITY_CHOICES)[number] | '';
  confidence: (typeof CONFIDENCE_CHOICES)[number] | '';
  uses: (typeof USE_CHOICES)[number] | '';
  /** Only those of which an interest is noted. */
  with_interest: boolean;
  /** The number of the person who added it. */
  added_by: number | null;
  /** Days, `2026-03-14`: when the card was added, both ends included. */
  added_from: string;
  added_to: string;
  order: (typeof ORDERS)[number];
  page: number;
}

const LAST_PAGE = 100_000;

/** What an address asks for; whatever is not known is left out, so that an old link still shows a library. */
export function librarySearchIn(query: Record<string, unknown>): LibrarySearch {
  const asked = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? cleanLine(value).slice(0, 200) : '';
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | '' =>
    values.find((value) => value === asked(name)) ?? '';
  const page = numberIn(asked('page')) ?? 1;
  return {
    words: asked('words'),
    desk: asked('desk'),
    type: oneOf('type', SOURCE_TYPES),
    proximity: oneOf('proximity', PROXIMITY_CHOICES),
    confidence: oneOf('confidence', CONFIDENCE_CHOICES),
    uses: oneOf('uses', USE_CHOICES),
    with_interest: asked('with_interest') === '1',
    added_by: numberIn(asked('added_by')) ?? null,
    added_from: dayIn(asked('added_from')),
    added_to: dayIn(asked('added_to')),
    order: oneOf('order', ORDERS) || 'newest',
    page: Math.min(page, LAST_PAGE),
  };
}

/** The search as a query of an address, without what is not asked; another page of the same search where one is given. */
export function queryOf(search: LibrarySearch, page = 1): Record<string, string | number> {
  const { with_interest, added_by, order, page: _, ...words } = search;
  const asked = Object.entries(words).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(asked),
    ...(with_interest && { with_interest: 1 }),
    ...(added_by !== null && { added_by }),
    ...(order !== 'newest' && { order }),
    ...(page > 1 && { page }),
  };
}

/** Whether anything but the desk, the order and the page narrows the list by more than words. */
export function countFilters(search: LibrarySearch): number {
  const { type, proximity, confidence, uses, with_interest, added_by, added_from, added_to } = search;
  return [type, proximity, confidence, uses, with_interest, added_by, added_from, added_to].filter(Boolean).length;
}

function dayIn(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
