// One number in another language than English, with its size and the sign written to it. Pure.
import type { NumberWords } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import { currencyAt } from './currencies.ts';
import { valueOfDigits } from './digits.ts';
import type { Numeral } from './numerals.ts';

const PARTS = /^([$€£¥₹]?)(.*?[\p{Nd}¼-¾⅐-⅞])(\p{L}.*|[²³]?)$/u;
const MINUS = /^(?:[-−–]|menos|moins|minus)$/;

export type NumbersOf = { numbers: NumberWords; language: string | undefined };

/** The number that begins at a token, or null; an article that is also a number counts only before a size. */
export function numeralAbroad(tokens: readonly Token[], at: number, { numbers, language }: NumbersOf): Numeral | null {
  const sign = signAt(tokens, at);
  const money = currencyAt(tokens, at + sign);
  const from = money?.to ?? at + sign;
  const found =
    tokens[from]?.kind === 'number'
      ? digitsAt(tokens, from, { numbers, language })
      : money || sign > 0
        ? null
        : wordsAt(tokens, from, numbers);
  if (!found) return null;
  const unit = money?.unit ?? found.unit;
  const value = sign > 0 ? -found.value : found.value;
  return { from: at, to: found.to, value, size: found.size, ...(unit !== undefined && { unit }) };
}

/** A minus that stands close to its number, and to nothing before it. */
function signAt(tokens: readonly Token[], at: number): number {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token || !next || next.kind !== 'number' || !MINUS.test(token.key || token.text)) return 0;
  if (token.kind === 'word') return 0;
  return token.end === next.start && before?.end !== token.start && before?.kind !== 'number' ? 1 : 0;
}

function digitsAt(tokens: readonly Token[], at: number, { numbers, language }: NumbersOf): Numeral | null {
  const [, symbol = '', digits, glued = ''] = PARTS.exec(tokens[at]?.text ?? '') ?? [];
  const value = digits === undefined ? null : valueOfDigits(digits, language);
  if (value === null || !Number.isFinite(value)) return null;
  const written = glued === '' ? undefined : numbers.sizes.get(glued.toLowerCase());
  const millions = isMillions(tokens, at) ? { to: at + 2, size: 1e6 } : null;
  const apart = millions ?? sizesAt(tokens, at + 1, numbers);
  const isGluedMillions = glued === 'M' && isMoneyAt(tokens, at + 1);
  const size = (isGluedMillions ? 1e6 : (written ?? 1)) * apart.size;
  const unit =
    symbol ||
    (glued !== '' && !isGluedMillions && written === undefined && !/^(?:er|re|e|º|ª|[oa])$/i.test(glued)
      ? glued
      : undefined);
  return { from: at, to: apart.to, value: rounded(value * size), size, ...(unit && { unit }) };
}

/** "15 M€", "3 M d’euros", "8 M$": millions where money follows, else metres or the mark of a road. */
function isMillions(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === 'M' && isMoneyAt(tokens, at + 2);
}

function isMoneyAt(tokens: readonly Token[], at: number): boolean {
  const key = /^(?:d|de)$/.test(tokens[at]?.key ?? '') ? tokens[at + 1]?.key : tokens[at]?.key;
  return /^(?:[€$£]|euros?|dollars?|eur|usd)$/.test(key ?? '');
}

/** "mil millones", "Mrd": the sizes behind a number. */
function sizesAt(tokens: readonly Token[], at: number, { sizes }: NumberWords): { to: number; size: number } {
  let [to, size] = [at, 1];
  for (let next = tokens[to]; next?.kind === 'word'; next = tokens[to]) {
    const times = sizes.get(next.key);
    if (times === undefined) break;
    size *= times;
    to += 1;
  }
  return { to, size };
}

type Count = { whole: number; thousands: number; group: number; size: number };

function wordsAt(tokens: readonly Token[], at: number, numbers: NumberWords): Numeral | null {
  const count: Count = { whole: 0, thousands: 0, group: 0, size: 1 };
  let to = at;
  while (to < tokens.length && addsTo(count, tokens, { at: to, from: at, numbers })) to += 1;
  const key = tokens[at]?.key ?? '';
  if (to === at || (to === at + 1 && numbers.articles.has(key))) return null;
  return { from: at, to, value: rounded(count.whole + count.thousands + count.group), size: count.size };
}

/** Adds the word at a place to a number in words; false where it is no part of it. */
function addsTo(
  count: Count,
  tokens: readonly Token[],
  { at, from, numbers }: { at: number; from: number; numbers: NumberWords },
): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const size = numbers.sizes.get(token.key);
  if (size !== undefined && (at > from || (size === 1000 && !token.is_capital))) {
    grow(count, size);
    return true;
  }
  if (at > from && token.key === numbers.joint) return isNumber(tokens[at + 1], numbers) && at + 1 < tokens.length;
  const value = valueOfWord(token.key, numbers);
  // "Dos mil", "treinta y dos": two that stand side by side and do not add up are two numbers.
  if (value === undefined || (at > from && !adds(count, value, tokens[at - 1]?.key === numbers.joint))) return false;
  add(count, value);
  return true;
}

function grow(count: Count, size: number): void {
  count.size = Math.max(count.size, size);
  if (size >= 1e6) {
    count.whole += Math.max(count.thousands + count.group, 1) * size;
    [count.thousands, count.group] = [0, 0];
  } else [count.thousands, count.group] = [Math.max(count.group, 1) * size, 0];
}

function adds({ group }: Count, value: number, is_joined: boolean): boolean {
  if (group === 0 || is_joined) return true;
  return value < 10
    ? group % 10 === 0
    : value < 100
      ? group % 100 === 0 || group % 100 === 4 || group % 20 === 0
      : value === 100;
}

/** "Quatre-vingts" multiplies, and so do "deux cents". */
function add(count: Count, value: number): void {
  if (value === 20 && count.group % 100 === 4) count.group += 76;
  else if (value === 100 && count.group > 0 && count.group < 10) count.group *= 100;
  else count.group += value;
}

function isNumber(token: Token | undefined, numbers: NumberWords): boolean {
  return token?.kind === 'word' && valueOfWord(token.key, numbers) !== undefined;
}

/** "siete", "quatre-vingt-dix", "zweihundertvierunddreißig". */
function valueOfWord(key: string, numbers: NumberWords): number | undefined {
  const known = numbers.units.get(key);
  if (known !== undefined) return known;
  if (key.includes('-')) return valueOfHyphens(key.split('-'), numbers);
  return numbers.joint === 'und' ? valueOfCompound(key, numbers) : undefined;
}

function valueOfHyphens(words: readonly string[], { units, joint }: NumberWords): number | undefined {
  const count: Count = { whole: 0, thousands: 0, group: 0, size: 1 };
  for (const word of words) {
    const value = units.get(word);
    if (value === undefined && word !== joint) return undefined;
    if (value !== undefined) add(count, value);
  }
  return count.group;
}

/** German writes a number below a million as one word: thousands, hundreds, ones "und" tens. */
function valueOfCompound(key: string, numbers: NumberWords): number | undefined {
  const [, thousands, hundreds, rest] = /^(?:(.*?)tausend)?(?:(.*?)hundert)?(?:und)?(.*)$/.exec(key) ?? [];
  if (thousands === undefined && hundreds === undefined) return onesAndTens(key, numbers);
  const part = (words: string | undefined) =>
    words === undefined ? 0 : words === '' ? 1 : valueOfWord(words, numbers);
  const [high, middle, low] = [part(thousands), part(hundreds), rest === '' ? 0 : onesAndTens(rest ?? '', numbers)];
  return high === undefined || middle === undefined || low === undefined ? undefined : high * 1000 + middle * 100 + low;
}

function onesAndTens(key: string, { units }: NumberWords): number | undefined {
  const known = units.get(key);
  if (known !== undefined) return known;
  const at = key.indexOf('und', 2);
  const [ones, tens] = [units.get(key.slice(0, at)), units.get(key.slice(at + 3))];
  return at > 0 && ones !== undefined && tens !== undefined && ones < 10 && tens >= 20 ? ones + tens : undefined;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
