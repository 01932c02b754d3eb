// The desk's verdicts in the order of their digits.
import { ATTRIBUTION_VERDICT_LABELS, ATTRIBUTION_VERDICTS } from '#src/claims/claim.ts';
import type { VerdictTable } from '#src/claims/tables.ts';

export interface VerdictChoice {
  value: string;
  label: string;
  colour: string;
  key: string;
}

/** What may be chosen. A retired verdict that the claim still has comes last, so that it moves nobody's digit. */
export function contentChoices(verdicts: readonly VerdictTable[], chosen_id: string | null = null): VerdictChoice[] {
  const usable = verdicts.filter((verdict) => verdict.retired_at === null);
  const kept = verdicts.filter((verdict) => verdict.retired_at !== null && verdict.id === chosen_id);
  return [...usable, ...kept].map((verdict, index) => ({
    value: verdict.id,
    label: `${verdict.mark} ${verdict.desk_label}`,
    colour: verdict.colour,
    key: String(index + 1),
  }));
}

export const ATTRIBUTION_CHOICES = ATTRIBUTION_VERDICTS.map((value, index) => ({
  value,
  label: ATTRIBUTION_VERDICT_LABELS[value],
  key: String(index + 1),
}));

/** The scale as the page hands it to the keys; `plain` are the verdicts that go without a sentence. */
export function scaleOf(verdicts: readonly VerdictTable[]) {
  return {
    content: contentChoices(verdicts),
    plain: verdicts.filter((verdict) => verdict.meaning === 'ok').map((verdict) => verdict.id),
    attribution: ATTRIBUTION_CHOICES,
  };
}
