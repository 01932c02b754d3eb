// One length told in two measures: "two hours and 20 minutes", "six feet two inches". Pure.
import type { Token } from '../text/tokens.ts';
import { type Numeral, numeralAt } from './numerals.ts';

/** The larger measure, the smaller one, and how many of these it has. */
const PARTS: readonly (readonly [RegExp, RegExp, number])[] = [
  [/^minutes?$/, /^seconds?$/, 60],
  [/^hours?$/, /^minutes?$/, 60],
  [/^days?$/, /^hours?$/, 24],
  [/^weeks?$/, /^days?$/, 7],
  [/^years?$/, /^months?$/, 12],
  [/^(?:feet|foot|ft)$/, /^(?:inch|inches|in)$/, 12],
];
const WITHOUT_AND = /^(?:hours?|minutes?|feet|foot|ft|years?)$/;
/** "Two years and three months ago" is a day of its own; "a week and two days of rain" are two things. */
const NO_ONE = /^(?:of|apart)$/;

/** The one length of two numbers, counted in the smaller measure; or null. */
export function compoundAt(tokens: readonly Token[], at: number): (Numeral & { unit: string }) | null {
  const large = numeralAt(tokens, at);
  const measure = large === null || large.unit !== undefined || large.value < 1 ? undefined : tokens[large.to];
  const part = PARTS.find(([whole]) => whole.test(measure?.key ?? ''));
  if (large === null || measure?.is_possessive !== false || part === undefined) return null;
  const [, smaller, times] = part;
  const hasAnd = tokens[large.to + 1]?.key === 'and';
  if (!hasAnd && !WITHOUT_AND.test(measure.key)) return null;
  const small = numeralAt(tokens, large.to + (hasAnd ? 2 : 1));
  const unit = small === null ? undefined : tokens[small.to];
  if (small === null || small.unit !== undefined || !(small.value > 0 && small.value < times)) return null;
  if (unit?.kind !== 'word' || unit.is_possessive || !smaller.test(unit.key)) return null;
  if (NO_ONE.test(tokens[small.to + 1]?.key ?? '')) return null;
  const value = large.value * times + small.value;
  return { from: at, to: small.to + 1, value, size: 1, unit: unit.text };
}
