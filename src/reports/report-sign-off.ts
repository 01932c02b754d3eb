// What the sign-off checks said, with reasons and waivers, in a report. Pure.
import type { Level, Rule } from '#src/people/profiles/levels.ts';
import type { Missing } from '#src/signoff/check.ts';
import type { Answer, CheckResult, CheckState, Waiving } from '#src/signoff/sign-off.ts';
import type { Discretion } from '#src/sources/held-back/discretion.ts';
import { type Moment, momentIn } from './report-time.ts';

export interface ReportSignOff {
  /** The profile by which it is asked. */
  profile: string;
  /** In the order of their numbers; R14 where the public report was looked through. */
  checks: ReportCheck[];
  answers: ReportAnswer[];
}

export interface ReportCheck {
  rule: Rule;
  asks: string;
  level: Level;
  state: CheckState;
  sentence: string;
  /** What is missing and nothing answers, of claims that are not left open. */
  missing: string[];
}

/** A reviewer's reason, or an editor's waiver. */
export interface ReportAnswer {
  rule: Rule;
  kind: 'reason' | 'waiver';
  words: string;
  by: string;
  at: Moment;
  /** What it was said to. */
  of: string[];
}

/** What was gathered of sign-off for a report; `results` without what nobody looked at. */
export interface SignOffMaterial {
  profile: string;
  results: readonly CheckResult[];
}

/** As whoever gets the report may read it: outside nothing that was typed, but reasons and waivers that name no source. */
export function signOffIn(
  { profile, results }: SignOffMaterial,
  { discretion, time_zone }: { discretion: Discretion; time_zone: string },
): ReportSignOff {
  const is_inside = discretion.visibility === 'inside';
  const labelled = (missing: readonly Missing[]) => [
    ...new Set(missing.map(({ label, public_label }) => (is_inside ? label : public_label))),
  ];
  return {
    profile,
    checks: results.map(({ rule, asks, level, state, sentence, missing }) => {
      return { rule, asks, level, state, sentence, missing: labelled(missing) };
    }),
    answers: results.flatMap(({ rule, reasoned, waived }) => {
      const said = [
        ...reasoned.map((one) => ({ one, kind: 'reason' as const, answer: one.reason })),
        ...waived.map((one) => ({ one, kind: 'waiver' as const, answer: one.waiver })),
      ];
      return [...Map.groupBy(said, ({ answer }) => answer.id).values()].flatMap((same) =>
        same.slice(0, 1).map(({ kind, answer }) => {
          const of = labelled(same.map(({ one }) => one));
          return { rule, kind, ...answerIn(answer, { discretion, time_zone }), of };
        }),
      );
    }),
  };
}

function answerIn(
  { words, by, at }: Answer | Waiving,
  { discretion, time_zone }: { discretion: Discretion; time_zone: string },
): Pick<ReportAnswer, 'words' | 'by' | 'at'> {
  return { words: discretion.see(words), by, at: momentIn(at, time_zone) };
}
