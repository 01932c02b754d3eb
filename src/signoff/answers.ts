// Reasons and waivers as the checks take them, and which of them have lapsed. Pure.
import type { Missing } from './check.ts';
import { hashOf } from './covers.ts';
import { placeOf } from './place.ts';
import type { Answer, CheckResult, Waiving } from './sign-off.ts';
import type { AnswerFound } from './store.ts';

export interface AnsweredItem {
  key: string;
  covers: string;
  label: string;
}

/** What a reason or a waiver was said to. */
export function itemsIn({ items }: { items: string }): AnsweredItem[] {
  return JSON.parse(items);
}

/** What is kept of the things that it is said to. */
export function itemsOf(missing: readonly Missing[]): AnsweredItem[] {
  return missing.map(({ key, covers, label }) => ({ key, covers, label }));
}

/** Those that stand, as the checks take them. */
export function standingAnswers(answers: readonly AnswerFound[]): { reasons: Answer[]; waivers: Waiving[] } {
  const standing = answers.filter(({ ended_at }) => ended_at === null);
  const said = ({ id, rule, words, given_by_name: by, given_at: at }: AnswerFound) => ({ id, rule, words, by, at });
  return {
    reasons: standing
      .filter(({ kind }) => kind === 'reason')
      .flatMap((answer) => itemsIn(answer).map(({ key, covers }) => ({ ...said(answer), key, covers }))),
    waivers: standing
      .filter(({ kind }) => kind === 'waiver')
      .map((answer) => ({ ...said(answer), items: itemsIn(answer) })),
  };
}

/** Those that stand although something that they were said to is other than it was, or is missing no more. */
export function lapsedAmong(
  answers: readonly AnswerFound[],
  missingOf: (rule: AnswerFound['rule']) => readonly Missing[],
): AnswerFound[] {
  const standing = Map.groupBy(
    answers.filter(({ ended_at }) => ended_at === null),
    ({ rule }) => rule,
  );
  return [...standing].flatMap(([rule, same]) => {
    const missing = new Set(missingOf(rule).map(placeOf));
    return same.filter((answer) => itemsIn(answer).some((item) => !missing.has(placeOf(item))));
  });
}

/** All that a check misses, whatever answers it. */
export function missingIn({ missing, reasoned, waived, left_open }: CheckResult): Missing[] {
  return [...missing, ...reasoned, ...waived, ...left_open];
}

/** What a page shows as missing, in a word: a form that was opened on other things is told apart by it. */
export function missingSeen(missing: readonly Missing[]): string {
  return hashOf(missing.map(({ key, covers }) => [key, covers])).slice(0, 24);
}
