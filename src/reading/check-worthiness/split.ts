// The answer of `split` to one text: sentences, ranked claims, speakers and numbers.
import type { Attribution } from '../attribution/attributed.ts';
import type { Comparator } from '../entities/number-words.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import type { Range } from '../text/range.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import type { ClaimKind } from './claim-kind.ts';

export type SplitAttribution = { source: Range | null; speaker: string | null; cue: Range; content: Range };
export type SplitNumber = Range & {
  value: string;
  low: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string | null;
};
export type SplitClaim = Range & {
  score: number;
  kinds: ClaimKind[];
  reasons: string[];
  attribution: SplitAttribution[];
  numbers: SplitNumber[];
};
export type Split = { sentences: Range[]; claims: SplitClaim[] };

/** Splits a text. At least one claim a sentence, the whole; more for parts of it. Offsets are of the text as given. */
export function splitText(text: string, language?: string): Split {
  const sentences = sentencesOf(text, language);
  const claims = narrowestFirst(candidatesOf(text, sentences, language)).map(claimFrom);
  return { sentences: sentences.map(({ start, end }) => ({ start, end })), claims };
}

/** The parts of a sentence before the whole: whoever looks for words meets first the claim, and the speaker, nearest to them. */
function narrowestFirst(candidates: readonly Candidate[]): Candidate[] {
  const ordered: Candidate[] = [];
  let parts: Candidate[] = [];
  for (const candidate of candidates.toReversed()) {
    if (!candidate.is_sentence) parts.push(candidate);
    else {
      ordered.push(candidate, ...parts.sort((one, other) => other.end - other.start - (one.end - one.start)));
      parts = [];
    }
  }
  return ordered.reverse();
}

function claimFrom(candidate: Candidate): SplitClaim {
  const { start, end, score, reasons, kind, figures } = candidate;
  // Who said the words themselves before whoever said that they did.
  const attribution = candidate.attributions.toReversed().map(attributionFrom);
  return { start, end, score, kinds: [kind], reasons, attribution, numbers: figures };
}

function attributionFrom({ source, speaker, cue, content }: Attribution): SplitAttribution {
  return { source, speaker, cue, content };
}
