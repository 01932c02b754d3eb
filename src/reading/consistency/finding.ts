// What does not agree: two places of an article, or a claim and a passage of its source. Pure.
import type { Range } from '../text/range.ts';

export type FindingKind = 'number' | 'unit' | 'name' | 'date' | 'negation' | 'sum' | 'other';

/**
 * `places` are of the article's text. `claim` and `passage` say by their places in the lists that were handed over which
 * claim was held against which of its passages; both are null where the article is held against itself.
 */
export type Finding = {
  kind: FindingKind;
  places: Range[];
  claim: number | null;
  passage: number | null;
  sentence: string;
};

/** A finding of the article against itself. */
export function within(kind: FindingKind, places: Range[], sentence: string): Finding {
  return { kind, places, claim: null, passage: null, sentence };
}
