// A correction of an article: its kinds, and the sentence that is ready to paste. Pure.
import { localOf, sayDate } from '#src/dates.ts';

export const CORRECTION_KINDS = ['corrected', 'clarified', 'updated', 'removed'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** As the head of the sentence says it. */
export const CORRECTION_LABELS: Record<CorrectionKind, string> = {
  corrected: 'Correction',
  clarified: 'Clarification',
  updated: 'Update',
  removed: 'Removal',
};

export interface CorrectedWords {
  kind: CorrectionKind;
  was_words: string;
  right_words: string;
}

/** The sentence for the outlet's page, on the desk's calendar: what was wrong, what is right, and when it was changed. */
export function sentenceOf(
  { kind, was_words, right_words }: CorrectedWords,
  { at, time_zone }: { at: string; time_zone: string },
): string {
  const head = `${CORRECTION_LABELS[kind]}, ${sayDate(localOf(at, time_zone).slice(0, 10))}:`;
  const before = `An earlier version of this article said “${was_words}”.`;
  switch (kind) {
    case 'corrected':
      return `${head} ${before} That was wrong. It now says “${right_words}”.`;
    case 'clarified':
      return `${head} ${before} To be clear, it now says “${right_words}”.`;
    case 'updated':
      return `${head} ${before} It now says “${right_words}”.`;
    case 'removed':
      return `${head} ${before} These words have been removed.`;
  }
}
