// The corrections of an article as its report tells of them, on top of everything else. Pure.
import { type Discretion, seenIn } from '#src/sources/held-back/discretion.ts';
import type { CorrectionFound } from './complaints/correction-store.ts';
import { CORRECTION_LABELS, type CorrectionKind } from './correction.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface ReportCorrection {
  number: number;
  kind: CorrectionKind;
  label: string;
  /** The words that were wrong, and those that stand there now; '' where they were removed. */
  was: string;
  right: string;
  /** As it is pasted onto the published page. */
  sentence: string;
  /** The claim that it is about; null for none. */
  claim: number | null;
  made_at: Moment;
  /** Since when the published page carries it; null where nobody has said so. */
  since: Moment | null;
}

/** The corrections that stand, the latest first, as this reader may see them. */
export function correctionsIn(
  corrections: readonly CorrectionFound[],
  { discretion, time_zone }: { discretion: Discretion; time_zone: string },
): ReportCorrection[] {
  return corrections
    .filter((one) => one.withdrawn_at === null)
    .map((one) => {
      const seen = seenIn(discretion, one, ['was_words', 'right_words', 'sentence']);
      return {
        ...{ number: one.number, kind: one.kind, label: CORRECTION_LABELS[one.kind] },
        ...{ was: seen.was_words, right: seen.right_words, sentence: seen.sentence, claim: one.claim_number },
        made_at: momentIn(one.made_at, time_zone),
        since: one.since_at === null ? null : momentIn(one.since_at, time_zone),
      };
    });
}
