// A candidate: a range of a text that the program would underline, and everything it read there.
import type { Attribution } from '../attribution/attributed.ts';
import type { Figure } from '../entities/figures.ts';
import type { Range } from '../text/range.ts';
import type { ClaimKind } from './claim-kind.ts';

/** `score` from 0 to 1; `reasons` the strongest first, for a person; `attribution` the innermost one, which has the chain. */
export type Candidate = Range & {
  score: number;
  reasons: string[];
  kind: ClaimKind;
  attribution: Attribution | null;
  /** Everybody whose words these mainly are, outermost first. */
  attributions: Attribution[];
  figures: Figure[];
  /** Whether it is a whole sentence; every sentence has exactly one such entry. */
  is_sentence: boolean;
};
