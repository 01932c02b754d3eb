// Numbers with a hyphen to what they measure: "a four-day visit", "18- to 24-year-olds". Pure.
import type { Token } from '../text/tokens.ts';
import { isMeasuring } from '../text/units.ts';
import { UNITS } from './number-words.ts';
import { numeralAt } from './numerals.ts';

/** Tokens `from` to `to` (excluded); `end` is where its last number ends, without what is joined to it. */
export type Joined = { from: number; to: number; low: number; high: number; unit: string | null; end: number };

/** The amounts that begin at a token with a hyphen in it or behind it; null where there are none. */
export function joinedAt(tokens: readonly Token[], at: number): Joined[] | null {
  const word = tokens[at]?.kind === 'word' ? wordAt(tokens, at) : null;
  if (word) return [word];
  const first = hangingAt(tokens, at);
  if (!first) return null;
  const joint = tokens[first.to]?.key ?? '';
  const second = /^(?:to|or|and)$/.test(joint)
    ? (wordAt(tokens, first.to + 1) ?? digitsAt(tokens, first.to + 1))
    : null;
  if (!second) return null;
  const { unit } = second;
  if (joint === 'and') return [{ ...first, unit }, second];
  if (first.low >= second.high) return null;
  return [{ ...first, to: second.to, high: second.high, unit, end: second.end }];
}

/** "four-day", "twenty-five-year-old": of age the years are no unit, as behind digits. */
function wordAt(tokens: readonly Token[], at: number): Joined | null {
  const token = tokens[at];
  const parts = token?.key.split('-') ?? [];
  if (!token || parts.length < 2) return null;
  const [first, size] = numberOf(parts);
  const measure = parts[size] ?? '';
  if (first === undefined || first === 0 || !isMeasuring(measure)) return null;
  if (first <= 1 && !TIMES.test(measure)) return null;
  if (parts.length > size + 1 && !/^(?:olds?|long|high|wide|deep|tall)$/.test(parts[size + 1] ?? '')) return null;
  const isAge = /^(?:years?)$/.test(measure) && /^olds?$/.test(parts[size + 1] ?? '');
  const unit = measure === 'strong' ? null : isAge ? 'years' : measure;
  const printed = token.text.split('-').slice(0, size).join('-');
  return { from: at, to: at + 1, low: first, high: first, unit, end: token.start + printed.length };
}

/** "One-man" and "half-page" say of what sort something is, "one-hour" and "half-mile" how long. */
const TIMES =
  /^(?:second|minute|hour|day|week|month|year|decade|century|mile|foot|inch|metre|meter|kilometre|kilometer)$/;

/** The number that the parts begin with, and how many of them it takes. */
function numberOf([first = '', second = '']: readonly string[]): [number | undefined, number] {
  if (first === 'half') return [0.5, 1];
  const [high, low] = [UNITS.get(first), UNITS.get(second)];
  return high !== undefined && high >= 20 && low !== undefined && low < 10 ? [high + low, 2] : [high, 1];
}

/** "18-", "six-" before "to": what is measured comes behind the second number. */
function hangingAt(tokens: readonly Token[], at: number): Joined | null {
  const [token, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || hyphen?.text !== '-' || hyphen.start !== token.end || next?.start === hyphen.end) return null;
  const number = numeralAt(tokens, at);
  if (!number || number.to !== at + 1 || number.unit !== undefined) return null;
  return { from: at, to: at + 2, low: number.value, high: number.value, unit: null, end: token.end };
}

/** "24-year-olds", "14-week". */
function digitsAt(tokens: readonly Token[], at: number): Joined | null {
  const [token, hyphen, word] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const number = numeralAt(tokens, at);
  const isJoined = hyphen?.text === '-' && hyphen.start === token?.end && word?.start === hyphen.end;
  if (!token || !number || number.to !== at + 1 || !isJoined || word?.kind !== 'word') return null;
  const [measure = '', old] = word.key.split('-');
  const isAge = /^years?$/.test(measure) && /^olds?$/.test(old ?? '');
  if (!isMeasuring(measure)) return null;
  const unit = isAge ? 'years' : measure;
  return { from: at, to: at + 3, low: number.value, high: number.value, unit, end: token.end };
}
