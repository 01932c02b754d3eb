// What has changed of the sign-off checks between two models of a report, in a sentence each. Pure.
import type { CheckState } from '#src/signoff/sign-off.ts';
import type { ReportAnswer, ReportSignOff } from '../report-sign-off.ts';
import { differ } from './same-value.ts';

const STANDS: Record<CheckState, [now: string, before: string]> = {
  holds: ['holds', 'held'],
  blocks: ['does not hold', 'did not hold'],
  should: ['should hold, and does not', 'should have held, and did not'],
  waived: ['is waived', 'was waived'],
  left_open: ['is left open', 'was left open'],
  off: ['is not asked', 'was not asked'],
};

/**
 * Checks that stand otherwise than they did, and reasons and waivers that came or went. A check that only one of the two knows
 * is told of in neither way: R14 is looked at when a report is signed.
 */
export function signOffChanges(before: ReportSignOff | undefined, now: ReportSignOff): string[] {
  if (before === undefined) return [];
  return [...checkChanges(before, now), ...answerChanges(before.answers, now.answers)];
}

function checkChanges({ checks: before }: ReportSignOff, { checks }: ReportSignOff): string[] {
  const was = new Map(before.map(({ rule, state }) => [rule, state]));
  return checks.flatMap(({ rule, state }) => {
    const old = was.get(rule);
    return old === undefined || old === state ? [] : [`${rule} ${STANDS[state][0]}; it ${STANDS[old][1]}.`];
  });
}

function answerChanges(before: readonly ReportAnswer[], now: readonly ReportAnswer[]): string[] {
  const named = (answers: readonly ReportAnswer[]) => new Map(answers.map((one) => [keyOf(one), one]));
  const [was, is] = [named(before), named(now)];
  return [
    ...[...is]
      .filter(([key]) => !was.has(key))
      .map(([, { kind, rule, words }]) => `New ${kind} for ${rule}: “${words}”.`),
    ...[...was]
      .filter(([key]) => !is.has(key))
      .map(([, { kind, rule, words }]) => `The ${kind} for ${rule} no longer holds: “${words}”.`),
    ...[...is]
      .filter(([key, { of }]) => was.has(key) && differ(was.get(key)?.of, of))
      .map(([, { kind, rule, words }]) => `The ${kind} for ${rule} now covers other things: “${words}”.`),
  ];
}

/** Whose name a desk prints is no change of what was said. */
function keyOf({ rule, kind, at }: ReportAnswer): string {
  return `${rule} ${kind} ${at.at}`;
}
