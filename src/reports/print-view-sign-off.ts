// The sign-off checks as the paper prints them, with reasons and waivers. Pure.
import type { CheckState } from '#src/signoff/sign-off.ts';
import type { ReportSignOff } from './report-sign-off.ts';

export interface PaperSignOff {
  profile: string;
  checks: { rule: string; sign: string; stands: string; sentence: string; missing: string }[];
  answers: { rule: string; kind: string; words: string; by: string; at: string; of: string }[];
}

const STANDS: Record<CheckState, [sign: string, stands: string]> = {
  holds: ['✓', 'holds'],
  blocks: ['✕', 'does not hold'],
  should: ['!', 'should hold'],
  waived: ['~', 'waived'],
  left_open: ['~', 'left open'],
  off: ['–', 'not asked'],
};

export function signOffOnPaper({ profile, checks, answers }: ReportSignOff): PaperSignOff {
  return {
    profile,
    checks: checks.map(({ rule, state, sentence, missing }) => {
      const [sign, stands] = STANDS[state];
      return { rule, sign, stands, sentence, missing: missing.join('; ') };
    }),
    answers: answers.map(({ rule, kind, words, by, at, of }) => {
      return { rule, kind: kind === 'reason' ? 'Reason' : 'Waiver', words, by, at: at.words, of: of.join('; ') };
    }),
  };
}
