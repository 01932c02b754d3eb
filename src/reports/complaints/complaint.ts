// A complaint about an article: what is typed of it, what may come of it, until when it is answered. Pure.
import { dayEnd, later } from '#src/dates.ts';
import { CORRECTION_KINDS, type CorrectedWords, type CorrectionKind } from '../correction.ts';
import type { Outcome } from './tables.ts';

export const OUTCOMES = ['stands', ...CORRECTION_KINDS, 'to_legal'] as const satisfies readonly Outcome[];

export const OUTCOME_LABELS: Record<Outcome, { label: string; hint: string }> = {
  stands: { label: 'Stands', hint: 'What the article says is right; they are told why.' },
  corrected: { label: 'Corrected', hint: 'It was wrong.' },
  clarified: { label: 'Clarified', hint: 'It was right, and could be misread.' },
  updated: { label: 'Updated', hint: 'It was right when it ran.' },
  removed: { label: 'Removed', hint: 'The words are deleted.' },
  to_legal: { label: 'To legal', hint: 'Legal looks at it first; it is decided again afterwards.' },
};

export interface ComplaintTyped {
  complainant: string;
  reach: string;
  /** On the desk's clock: 2026-03-12T08:42. */
  received_at: string;
  claim_number: number | undefined;
  words: string;
  says: string;
  /** The number of the editor who is to decide. */
  decider: number | undefined;
}

export interface CorrectionTyped extends CorrectedWords {
  /** As it is to be pasted; '' has the program put it together. */
  sentence: string;
  claim_number: number | undefined;
}

const DAY = 86_400_000;

/** Until when a complaint is to be answered: the end of the last of so many days after it came, on the desk's calendar. */
export function dueAt(received_at: string, { days, time_zone }: { days: number; time_zone: string }): string {
  return dayEnd(later(received_at, days * DAY), time_zone);
}

/** The kind of correction that an outcome calls for; null where it calls for none. */
export function correctionFor(outcome: Outcome | null): CorrectionKind | null {
  return CORRECTION_KINDS.find((kind) => kind === outcome) ?? null;
}
