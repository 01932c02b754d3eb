// What so many are counted against: "110 per 100,000", "30 centimetres per second". Pure.
import type { Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { MAGNITUDES } from './number-words.ts';
import { numeralAt } from './numerals.ts';

/** `reach`: behind the last token that belongs to the figure, since the number that is counted against counts nothing. */
export type Rate = { words: string; reach: number };

/** So many words of a unit may stand before "per". */
const NEAR = 3;

/** The rate behind an amount and its unit, or null. */
export function rateAfter(tokens: readonly Token[], from: number): Rate | null {
  let at = from;
  while (at < from + NEAR && tokens[at]?.kind === 'word' && tokens[at]?.key !== 'per' && !tokens[at]?.is_capital)
    at += 1;
  const next = tokens[at + 1];
  if (tokens[at]?.key !== 'per' || !next) return null;
  if (next.key === 'second') return { words: 'per second', reach: from };
  const size = MAGNITUDES.get(next.key);
  const counted = size ? { to: at + 2, value: size } : next.kind === 'number' ? numeralAt(tokens, at + 1) : null;
  if (!counted || counted.value < 100) return null;
  const printed = tokens.slice(at + 1, counted.to).map(({ text }) => text);
  const nouns = unitAfter(tokens, counted.to);
  return { words: ['per', ...printed, ...(nouns ? [nouns] : [])].join(' '), reach: size ? from : counted.to };
}
