// Which sentences the desk's page of own facts offers: those with claims, those with open ones, or all. Pure.
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { PlacedClaim } from '#src/claims/store.ts';
import { placedRange } from '#src/reading/text/range.ts';

export const SENTENCES_OF = ['claims', 'open', 'all'] as const;
export type SentencesOf = (typeof SENTENCES_OF)[number];

/** So many sentences are looked through at once; of a longer text those with claims come first. */
const SHORT = 40;

export interface SentenceOffered {
  number: number;
  words: string;
  /** The numbers of its claims that are not dropped. */
  claims: number[];
  is_ticked: boolean;
}

interface Asked {
  of: SentencesOf | undefined;
  ticked: readonly number[];
}

const IS_OF: Record<SentencesOf, (sentence: SentenceOffered & { is_open: boolean }) => boolean> = {
  claims: ({ claims }) => claims.length > 0,
  open: ({ is_open }) => is_open,
  all: () => true,
};

/** The sentences that are offered, ticked ones always, and how many there are of each kind. */
export function sentencesOffered(
  { text, sentences }: VersionText,
  claims: readonly PlacedClaim[],
  { of, ticked }: Asked,
) {
  const standing = claims.filter(({ state }) => state !== 'withdrawn');
  const placed = standing.flatMap((claim) => {
    const range = placedRange(claim);
    return range === null ? [] : [{ ...range, number: claim.number, is_open: claim.state !== 'closed' }];
  });
  const all = sentences.map(({ number, start, end }) => {
    const on = placed.filter((claim) => claim.start < end && start < claim.end);
    const is_ticked = ticked.includes(number);
    return {
      number,
      words: text.slice(start, end),
      claims: on.map((one) => one.number),
      is_ticked,
      is_open: on.some((one) => one.is_open),
    };
  });
  const counts: Record<SentencesOf, number> = {
    claims: all.filter(IS_OF.claims).length,
    open: all.filter(IS_OF.open).length,
    all: all.length,
  };
  const usual = all.length > SHORT && counts.claims > 0 ? 'claims' : 'all';
  const chosen = of ?? usual;
  const offered: SentenceOffered[] = all.filter((one) => IS_OF[chosen](one) || one.is_ticked);
  return { of: chosen, offered, counts };
}
