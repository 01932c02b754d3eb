// One number in digits or words, with its sign, currency, size and the unit written to it. Pure.
import { itemAt } from '#src/item-at.ts';
import type { Token } from '../text/tokens.ts';
import { currencyAt } from './currencies.ts';
import { valueOfDigits } from './digits.ts';
import { FRACTIONS, MAGNITUDES, UNITS } from './number-words.ts';
import { countsOne } from './ones.ts';
import { sizeApart, sizeWritten } from './written-sizes.ts';

/** A number among tokens: `from` to `to` (excluded), `size` what "million" behind it multiplied it by. */
export type Numeral = { from: number; to: number; value: number; size: number; unit?: string };

const MINUS = /^[-−–]$/;
const BARE = /^\d+$/;
const PARTS = /^(\D*)(.*?[\p{Nd}¼-¾⅐-⅞])(\p{L}.*|[²³]?)$/u;

/** The number that begins at a token, or null. `language` says what its points and commas mean. */
export function numeralAt(tokens: readonly Token[], at: number, language?: string): Numeral | null {
  const sign = signAt(tokens, at);
  const money = currencyAt(tokens, at + sign);
  const isNegative = sign > 0 || (money !== null && MINUS.test(tokens[money.to]?.text ?? ''));
  const from = money ? money.to + (isNegative && sign === 0 ? 1 : 0) : at + sign;
  const found = countAt(tokens, from, { language, unit: money?.unit });
  if (!found) return null;
  return { ...found, from: at, value: isNegative ? -found.value : found.value };
}

/** How many tokens before a number say that it is below nought: "-0.5", "minus 12". */
function signAt(tokens: readonly Token[], at: number): number {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !next) return 0;
  if (token.key === 'minus' && (next.kind === 'number' || UNITS.has(next.key) || currencyAt(tokens, at + 1))) {
    // "Plus or minus 3 points" is on both sides.
    return before?.kind === 'number' || (before?.key === 'or' && tokens[at - 2]?.key === 'plus') ? 0 : 1;
  }
  const isClose = MINUS.test(token.text) && token.end === next.start && before?.end !== token.start;
  return isClose && before?.kind !== 'number' && (next.kind === 'number' || currencyAt(tokens, at + 1)) ? 1 : 0;
}

type Reading = { language?: string | undefined; unit?: string | undefined };

function countAt(tokens: readonly Token[], at: number, reading: Reading): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  return token.kind === 'number' ? digitsAt(tokens, at, reading) : wordsAt(tokens, at);
}

function digitsAt(tokens: readonly Token[], at: number, { language, unit: money }: Reading): Numeral | null {
  const { text } = itemAt(tokens, at);
  const [, symbol, digits, glued] = BARE.test(text) ? ['', '', text, ''] : (PARTS.exec(text) ?? []);
  const value = digits === undefined ? null : valueOfDigits(digits, language);
  if (value === null || !Number.isFinite(value)) return null;
  const currency = money ?? (symbol || undefined);
  const half = glued ? null : andAHalf(tokens, at + 1);
  const raised = glued ? null : raisedAt(tokens, at, value);
  const mark = sizeWritten(tokens, at, glued ?? '', currency !== undefined);
  const apart = sizeApart(tokens, half?.to ?? raised?.to ?? at + 1);
  const size = mark.size * apart.size;
  const number = round(((raised?.value ?? value) + (half?.value ?? 0)) * size);
  return withUnit(tokens, { from: at, to: apart.to, value: number, size }, currency ?? mark.unit);
}

/** "10⁶" is a million; a small raised figure behind any other number is the sign of a note and no part of it. */
function raisedAt(tokens: readonly Token[], at: number, value: number): { to: number; value: number } | null {
  let [to, raised] = [at + 1, ''];
  while (/^[⁰¹²³⁴-⁹]$/.test(tokens[to]?.text ?? '') && tokens[to]?.start === tokens[to - 1]?.end) {
    raised += '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(itemAt(tokens, to).text);
    to += 1;
  }
  return raised !== '' && value === 10 ? { to, value: 10 ** Number(raised) } : null;
}

/** "… and a half", "… and three quarters" behind a number. */
function andAHalf(tokens: readonly Token[], at: number): { to: number; value: number } | null {
  if (tokens[at]?.key !== 'and') return null;
  const part = FRACTIONS.get(tokens[at + 2]?.key ?? '');
  const count = tokens[at + 1]?.key ?? '';
  const times = count === 'a' ? 1 : UNITS.get(count);
  return part && times && part * times < 1 ? { to: at + 3, value: part * times } : null;
}

function withUnit(tokens: readonly Token[], numeral: Numeral, unit: string | undefined): Numeral {
  const share = shareSign(tokens, numeral.to);
  if (share > 0) return { ...numeral, to: numeral.to + share, unit: '%' };
  const degrees = degreesAt(tokens, numeral.to);
  if (degrees) return { ...numeral, to: degrees.to, unit: degrees.unit };
  return { ...numeral, ...(unit !== undefined && { unit }) };
}

/** How many tokens spell "per cent" here. */
function shareSign(tokens: readonly Token[], at: number): number {
  const key = tokens[at]?.key ?? '';
  if (key === '%' || key === 'percent' || key === 'pct') return /^points?$/.test(tokens[at + 1]?.key ?? '') ? 0 : 1;
  return key === 'per' && tokens[at + 1]?.key === 'cent' ? 2 : 0;
}

function degreesAt(tokens: readonly Token[], at: number): { to: number; unit: string } | null {
  if (!/^[°º]$/.test(tokens[at]?.text ?? '')) return null;
  const scale = tokens[at + 1]?.text ?? '';
  return /^[CF]$/.test(scale) ? { to: at + 2, unit: `°${scale}` } : { to: at + 1, unit: '°' };
}

function wordsAt(tokens: readonly Token[], at: number): Numeral | null {
  const count = { total: 0, group: 0 };
  let to = at;
  while (to < tokens.length && addsTo(count, tokens, { at: to, from: at })) to += 1;
  if (to === at) return null;
  const isPronoun = to === at + 1 && itemAt(tokens, at).key === 'one';
  const half = andAHalf(tokens, to);
  if (isPronoun && !half && !countsOne(tokens, at)) return null;
  const apart = sizeApart(tokens, half?.to ?? to);
  const own = to - at === 2 ? (MAGNITUDES.get(itemAt(tokens, to - 1).key) ?? 1) : 1;
  const value = round((count.total + count.group + (half?.value ?? 0)) * apart.size);
  return withUnit(tokens, { from: at, to: apart.to, value, size: apart.size * own }, undefined);
}

/** Adds the word at a place to a number in words; false where it is no part of it. */
function addsTo(
  count: { total: number; group: number },
  tokens: readonly Token[],
  { at, from }: { at: number; from: number },
): boolean {
  const key = itemAt(tokens, at).key;
  const value = valueOfWord(key);
  const size = MAGNITUDES.get(key);
  if (value !== undefined) count.group += value;
  else if (size && at > from && key.length > 2) {
    count.group = Math.max(count.group, 1) * size;
    if (size > 100) [count.total, count.group] = [count.total + count.group, 0];
  } else return key === 'and' && at > from && joinsNumbers(tokens, at);
  return true;
}

function joinsNumbers(tokens: readonly Token[], at: number): boolean {
  const before = itemAt(tokens, at - 1).key;
  return MAGNITUDES.has(before) && valueOfWord(tokens[at + 1]?.key ?? '') !== undefined;
}

/** "seven", "twenty-four". */
function valueOfWord(key: string): number | undefined {
  const whole = UNITS.get(key);
  if (whole !== undefined) return whole;
  if (!key.includes('-')) return undefined;
  const [tens, ones] = key.split('-');
  const high = UNITS.get(tens ?? '');
  const low = UNITS.get(ones ?? '');
  return high !== undefined && high >= 20 && low !== undefined && low < 10 ? high + low : undefined;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
