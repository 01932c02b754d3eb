// The words of a text as they are compared: "twelve" is 12, "per cent" is %, "over" is more than. Pure.
import { itemAt } from '#src/item-at.ts';
import { valueOfDigits } from '../entities/digits.ts';
import { COMPARISONS, MAGNITUDES, UNITS } from '../entities/number-words.ts';
import type { Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';

export type WordSort =
  | 'number'
  | 'size'
  | 'money'
  | 'weekday'
  | 'month'
  | 'year'
  | 'negation'
  | 'unit'
  | 'span'
  | 'name'
  | 'word';

/** `key` is alike for words that mean the same; `value` is that of a number. */
export type ComparedWord = Range & { key: string; printed: string; sort: WordSort; value: number | null };

const WEEKDAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|(?:segunda|terça|quarta|quinta|sexta)-feira)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)$/;
const NEGATION =
  /^(?:not|never|no|cannot|without|neither|nor|none|nobody|nicht|keine?[mnrs]?|niemals|ohne|nunca|jamás|jamais|tampoco|ningun[oa]|ningún|não|nenhuma?|pas|aucune?)$|n't$/;
const MEASURE: Record<string, string> = {
  kilometre: 'km',
  kilometer: 'km',
  km: 'km',
  mile: 'mile',
  metre: 'm',
  meter: 'm',
  foot: 'foot',
  feet: 'foot',
  inch: 'inch',
  yard: 'yard',
  kilogram: 'kg',
  kilo: 'kg',
  kg: 'kg',
  gram: 'g',
  pound: 'pound',
  ounce: 'ounce',
  tonne: 'tonne',
  ton: 'ton',
  litre: 'litre',
  liter: 'litre',
  gallon: 'gallon',
  hectare: 'hectare',
  acre: 'acre',
  celsius: 'celsius',
  fahrenheit: 'fahrenheit',
  dollar: '$',
  euro: '€',
};
const SPAN = /^(?:second|minute|hour|day|week|month|year|decade|century)s?$/;
/** "Less than" and its like, each as the sign it stands for. */
const BENDS = COMPARISONS.filter(([phrase]) => /\p{L}/u.test(phrase)).map(
  ([phrase, sign]) => [phrase.split(' '), sign] as const,
);
const NO_SIGNS = /^[.,;:!?"“”'‘’«»()[\]–—-]$/;

/** The words of a range for comparison; marks that only part sentences are left out. */
export function comparedWords(text: string, range: Range): ComparedWord[] {
  const tokens = tokensOf(text, range);
  const words: ComparedWord[] = [];
  for (let at = 0; at < tokens.length; ) {
    const [word, taken] = bendAt(tokens, at) ?? percentAt(tokens, at) ?? wordAt(tokens, at);
    if (word) words.push(word);
    at += taken;
  }
  return words;
}

type Read = [ComparedWord | null, number];

function made(
  token: Token,
  last: Token,
  { key, sort, value = null }: { key: string; sort: WordSort; value?: number | null },
): ComparedWord {
  return { start: token.start, end: last.end, key, printed: token.text, sort, value };
}

function bendAt(tokens: readonly Token[], at: number): Read | null {
  for (const [phrase, sign] of BENDS) {
    if (!phrase.every((word, step) => tokens[at + step]?.key === word)) continue;
    const next = tokens[at + phrase.length];
    if (
      !next ||
      !(next.kind === 'number' || UNITS.has(next.key) || MAGNITUDES.has(next.key) || /^[$€£]$/.test(next.text))
    )
      continue;
    return [
      made(itemAt(tokens, at), itemAt(tokens, at + phrase.length - 1), { key: sign, sort: 'word' }),
      phrase.length,
    ];
  }
  return null;
}

function percentAt(tokens: readonly Token[], at: number): Read | null {
  const token = itemAt(tokens, at);
  const isTwo = token.key === 'per' && tokens[at + 1]?.key === 'cent';
  if (!isTwo && token.key !== '%' && token.key !== 'percent') return null;
  return [made(token, itemAt(tokens, at + (isTwo ? 1 : 0)), { key: '%', sort: 'word' }), isTwo ? 2 : 1];
}

function wordAt(tokens: readonly Token[], at: number): Read {
  const token = itemAt(tokens, at);
  if (token.kind === 'mark') return NO_SIGNS.test(token.text) ? [null, 1] : [made(token, token, signOf(token.text)), 1];
  if (token.kind === 'number') return [numberWord(tokens, at), 1];
  const small = UNITS.get(token.key) ?? hyphened(token.key);
  if (small !== undefined) return [made(token, token, { key: String(small), sort: 'number', value: small }), 1];
  if (token.key === 'a' && MAGNITUDES.has(tokens[at + 1]?.key ?? '')) return [null, 1];
  return [made(token, token, plainWord(token)), 1];
}

/** "Seventy-four" is 74. */
function hyphened(key: string): number | undefined {
  const [tens, ones, ...more] = key.split('-').map((part) => UNITS.get(part));
  if (tens === undefined || ones === undefined || more.length > 0) return undefined;
  return tens >= 20 && tens < 100 && tens % 10 === 0 && ones < 10 ? tens + ones : undefined;
}

function signOf(sign: string): { key: string; sort: WordSort } {
  return /^[$€£¥₹]$/.test(sign) ? { key: sign, sort: 'money' } : { key: sign, sort: 'word' };
}

/** "$12" and "12": the sign is compared with the number, "7th" and "7" are alike. */
function numberWord(tokens: readonly Token[], at: number): ComparedWord {
  const token = itemAt(tokens, at);
  const [, sign = '', digits = '', rest = ''] = /^([$€£¥₹]?)([^\p{L}]+)(.*)$/u.exec(token.text) ?? [];
  // Whether "1.200" are thousands no language here tells; it is never held against "1200".
  const value = valueOfDigits(/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits) ? digits.replaceAll('.', '') : digits);
  const key = `${sign}${value ?? digits}${/^(?:st|nd|rd|th)$/.test(rest) ? '' : rest}`;
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(token.text);
  return made(token, token, { key, sort: isYear ? 'year' : 'number', value });
}

function plainWord(token: Token): { key: string; sort: WordSort } {
  const key = token.key.replace(/\.$/, '');
  if (WEEKDAY.test(key)) return { key, sort: 'weekday' };
  if (MONTH.test(key) && (token.is_capital || !/^(?:ma[ry]|march|sept?)$/.test(key)))
    return { key: key.slice(0, 3), sort: 'month' };
  if (NEGATION.test(key)) return { key: 'not', sort: 'negation' };
  const measure = MEASURE[key] ?? MEASURE[key.replace(/s$/, '')] ?? MEASURE[key.replace(/es$/, '')];
  if (measure !== undefined) return { key: measure, sort: 'unit' };
  if (SPAN.test(key)) return { key: key.replace(/s$/, ''), sort: 'span' };
  if (MAGNITUDES.has(key) && key.length > 1) return { key, sort: 'size' };
  return { key: key.replace(/\./g, ''), sort: token.is_capital ? 'name' : 'word' };
}
