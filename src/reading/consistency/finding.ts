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
  /** Where it is in the passage; null where the article is held against itself, and for what the passage has nowhere. */
  there: Range | null;
  /** What the first place would have to say to agree, where that can be told. */
  instead: string | null;
};

/** Which claim is held against which of its passages. */
export type Held = { claim: number; passage: number };

/** A finding of the article against itself. */
export function within(kind: FindingKind, places: Range[], sentence: string, instead: string | null = null): Finding {
  return { kind, places, claim: null, passage: null, sentence, there: null, instead };
}
