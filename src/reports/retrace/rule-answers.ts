// What a report says of its sign-off checks, by what each misses. Pure.
import type { Rule } from '#src/people/profiles/levels.ts';
import type { Report } from '../report.ts';
import type { ReportCheck } from '../report-sign-off.ts';

export interface RuleSaid {
  check: ReportCheck;
  /** All that the check missed, answered or not. */
  labels: string[];
  is_waived: boolean;
  /** Numbers of claims that were signed open: of those nothing is asked. */
  open: ReadonlySet<number>;
}

export function saidOf(report: Report, rule: Rule): RuleSaid | undefined {
  const check = report.sign_off.checks.find((one) => one.rule === rule);
  if (check === undefined) return undefined;
  const answers = report.sign_off.answers.filter((one) => one.rule === rule);
  return {
    check,
    labels: [...check.missing, ...answers.flatMap((answer) => answer.of)],
    is_waived: answers.some(({ kind }) => kind === 'waiver'),
    open: new Set(report.signed?.open_claims ?? []),
  };
}

/** Whether the state of the check fits its level and what it misses; a signed report has none that blocks. */
export function isStateSound({ check: { level, state, missing }, is_waived }: RuleSaid): boolean {
  if (level === 'off') return state === 'off';
  if (missing.length > 0) return state === 'should' && level === 'should';
  return is_waived ? state === 'waived' : state === 'holds' || state === 'left_open';
}

/** The numbers in labels like “Claim 4: …”; null for one of another kind. */
export function numbersIn(labels: readonly string[], kind: string): (number | null)[] {
  const pattern = new RegExp(`^${kind} (\\d+)(?!\\d)`);
  return labels.map((label) => {
    const digits = pattern.exec(label)?.[1];
    return digits === undefined ? null : Number(digits);
  });
}
