// What a question is: the rules a desk may apply where accounts differ, in words. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { RuleBroken } from '#src/errors.ts';

export const RULES = ['prefer', 'range', 'majority', 'lowest', 'unresolved', 'pending'] as const;
export type Rule = (typeof RULES)[number];

export const RULE_LABELS: Record<Rule, { label: string; hint: string }> = {
  prefer: { label: 'one is preferred', hint: 'The desk follows one of them and says why.' },
  range: { label: 'the range is given', hint: 'The copy gives the lowest and the highest.' },
  majority: { label: 'most agree', hint: 'The desk follows what most of the independent accounts say.' },
  lowest: { label: 'the lowest is used', hint: 'The copy says “at least” with the lowest figure that is sure.' },
  unresolved: { label: 'unresolved', hint: 'It cannot be settled, and the copy says so.' },
  pending: { label: 'not decided yet', hint: 'Not decided yet.' },
};

export const COPY_SHOWS = ['yes', 'no'] as const;

/** Only an open question is worked on. RuleBroken where it was withdrawn. */
export function assertOpenQuestion(question: { number: number; withdrawn_at: string | null }): void {
  if (question.withdrawn_at !== null)
    throw new RuleBroken(`Question ${question.number} was withdrawn. Restore it first.`);
}

const POINT_LENGTH = 160;

/** What is asked, as the program would put it, for a claim on which accounts differ. */
export function pointOf(claim: {
  statement: string;
  unit: string | null;
  is_share: boolean;
  is_hour: boolean;
}): string {
  if (claim.is_hour) return 'At what time?';
  if (claim.is_share) return 'How large a share?';
  if (claim.unit !== null && /^\p{L}/u.test(claim.unit)) return `How many ${claim.unit}?`;
  if (claim.unit !== null) return 'How much?';
  return cutAtWord(claim.statement, POINT_LENGTH);
}
