// Amounts in another language than English: a number, a span of two, a share, a crowd. Pure.
import type { NumberWords } from '../lexicons/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import type { Amount } from './amounts.ts';
import { mayMultiplyAbroad, multipleAbroad } from './multiples-abroad.ts';
import type { Numeral } from './numerals.ts';
import { type NumbersOf, numeralAbroad } from './numerals-abroad.ts';

/** The amounts that begin at a token, in order: none, one, or the two of a change. */
export function amountsAbroad(tokens: readonly Token[], at: number, of: NumbersOf): Amount[] {
  const share = shareAt(tokens, at, of);
  if (share) return [share];
  const span = spanAt(tokens, at, of);
  if (span.length > 0) return span;
  const crowd = crowdAt(tokens, at, of);
  if (crowd) return [crowd];
  const half = halfAt(tokens, at) ?? multipleAbroad(tokens, at);
  if (half) return [half];
  const numeral = numeralAbroad(tokens, at, of);
  return numeral ? [amountOf(numeral)] : [];
}

const HALF = /^(?:medio|media|meio|meia|demi|demie|halbe[rsnm]?)$/;
const HALVED =
  /^(?:puntos?|pontos?|points?|punkte?s?|kilómetro|quilômetro|quilómetro|kilomètre|kilometer|litro|litre|liter|tonelada|tonne|siglo|século|siècle|jahrhundert|grado|grau|degré|grad|hora|heure|stunde|año|ano|année|jahr)$/;
const MILLION = /^(?:millón|million|milhão)$/;

/** "Medio punto", "un demi-point", "ein halbes Jahrhundert". */
function halfAt(tokens: readonly Token[], at: number): Amount | null {
  const [first = '', joined] = tokens[at]?.key.split('-') ?? [];
  const unit = joined ?? tokens[at + 1]?.key ?? '';
  if (!HALF.test(first)) return null;
  if (MILLION.test(unit)) return { from: at, to: joined === undefined ? at + 2 : at + 1, low: 5e5, high: 5e5 };
  if (!HALVED.test(unit)) return null;
  const printed = joined === undefined ? (tokens[at + 1]?.text ?? unit) : unit;
  return { from: at, to: at + 1, low: 0.5, high: 0.5, unit: printed };
}

function amountOf({ from, to, value, unit }: Numeral): Amount {
  return { from, to, low: value, high: value, ...(unit !== undefined && { unit }) };
}

/** By language: the words, in lower case, with which an amount can begin; asked of every word, so it must be quick. */
const openers = new WeakMap<NumberWords, ReadonlySet<string>>();

/** Whether a figure can begin at a token. */
export function mayCountAbroad({ kind, key, text }: Token, numbers: NumberWords): boolean {
  if (kind === 'number') return true;
  if (kind === 'mark') return /^[-−–$€£¥₹]$/.test(text);
  const known = openers.get(numbers) ?? openersOf(numbers);
  return (
    known.has(key) ||
    mayMultiplyAbroad(key) ||
    key.includes('-') ||
    MAY_BE_MONEY.test(text) ||
    (numbers.joint === 'und' && COMPOUND.test(key))
  );
}

/** Codes and letters of currencies are short and large. */
const MAY_BE_MONEY = /^[A-Z][A-Za-z]{0,2}$/;
const COMPOUND = /und|hundert|tausend/;

function openersOf(numbers: NumberWords): ReadonlySet<string> {
  const { units, articles, sizes, crowds, fractions, span } = numbers;
  const firsts = fractions.map(([phrase]) => partsOf(phrase)[0] ?? '');
  const all = new Set([
    ...units.keys(),
    ...articles,
    ...sizes.keys(),
    ...crowds.keys(),
    ...firsts,
    ...span.between,
    ...span.from,
    ...'medio media meio meia demi demie halbe halber halbes halben halbem'.split(' '),
  ]);
  openers.set(numbers, all);
  return all;
}

const parts = new Map<string, readonly string[]>();

/** The words of a phrase of the tables. */
function partsOf(phrase: string): readonly string[] {
  const known = parts.get(phrase);
  if (known) return known;
  const words = phrase.split(' ');
  parts.set(phrase, words);
  return words;
}

/** How many tokens spell a phrase here, or 0. */
export function phraseAt(tokens: readonly Token[], at: number, phrase: string): number {
  const words = partsOf(phrase);
  return words.every((word, step) => tokens[at + step]?.key === word) ? words.length : 0;
}

/** Two numbers with what joins them. */
type Pair = { at: number; opening: 'between' | 'from' | null; joint: string; low: Numeral; high: Numeral };

/** "entre 30 y 40", "de 30 a 40", "30-40", "20 o 30". */
function spanAt(tokens: readonly Token[], at: number, of: NumbersOf): Amount[] {
  const pair = pairAt(tokens, at, of);
  if (!pair) return [];
  const { low, high, opening, joint } = pair;
  // What changed from one to the other is two numbers, and so is what runs down.
  const isChange = opening === 'from' && stands(tokens, at, CHANGE);
  const isResult = opening === null && joint !== of.numbers.span.or && stands(tokens, at, SCORE);
  if (low.value > high.value || isChange || isResult) return [low, high].map(amountOf);
  return [{ ...amountOf(high), from: at, low: low.value }];
}

function pairAt(tokens: readonly Token[], at: number, of: NumbersOf): Pair | null {
  const { span } = of.numbers;
  const key = tokens[at]?.key ?? '';
  const opening = span.between.includes(key) ? 'between' : span.from.includes(key) ? 'from' : null;
  const low = numeralAbroad(tokens, opening === null ? at : at + 1, of);
  const joint = low ? (tokens[low.to]?.key ?? '') : '';
  const joints = {
    between: [span.and],
    from: span.to,
    none: ['-', '–', '—', 'bis', ...(span.to.includes('à') ? ['à'] : []), span.or],
  }[opening ?? 'none'];
  const high = low && joints.includes(joint) ? numeralAbroad(tokens, low.to + 1, of) : null;
  if (!low || !high) return null;
  const shared = sharing(low, high);
  const isRough = joint !== span.or || (shared.value < high.value && high.value <= 2 * shared.value);
  return isRough
    ? { at, opening, joint, low: shared, high: { ...high, ...(low.unit && { unit: high.unit ?? low.unit }) } }
    : null;
}

/** Of "de 3 a 4 millones" the millions count for both, and so do the euros. */
function sharing(low: Numeral, high: Numeral): Numeral {
  const isShared = low.size === 1 && high.size > 1 && low.value <= high.value / high.size;
  const unit = low.unit ?? high.unit;
  return { ...low, value: isShared ? low.value * high.size : low.value, ...(unit !== undefined && { unit }) };
}

const CHANGE =
  /^(?:pas(?:ó|aron|ar|ou|aram|sé|ssa|sent)|passou|passaram|passe(?:nt|r)?|passé(?:e|s)?|passait|passant|progress\p{L}+|subi|sub(?:ió|ieron|iu|iram)|baj(?:ó|aron)|ca(?:yó|yeron|iu|íram)|aument\p{L}+|augment\p{L}+|descendi\p{L}+|baiss\p{L}+|reduj\p{L}+|redu(?:ziu|it|zido)|créció|creci\p{L}+|cresc\p{L}+|stieg\p{L}*|sank\p{L}*|fiel\p{L}*|wuchs\p{L}*|erhöh\p{L}+|gestiegen|gesunken|revis\p{L}+|tomb\p{L}+|corrig\p{L}+)$/u;
const SCORE =
  /^(?:ganó|venció|perdió|empató|gagn\p{L}+|battu\p{L}*|gewann\p{L}*|besieg\p{L}+|verlor\p{L}*|venceu|ganhou|perdeu|empatou|votos?|voix|stimmen)$/u;

/** Whether one of the words before says what the two numbers are. */
function stands(tokens: readonly Token[], at: number, words: RegExp): boolean {
  return tokens.slice(Math.max(0, at - 8), at).some(({ key }) => words.test(key));
}

/** "la mitad", "dos tercios", "uno de cada tres". */
function shareAt(tokens: readonly Token[], at: number, of: NumbersOf): Amount | null {
  for (const [phrase, value] of of.numbers.fractions) {
    const size = phraseAt(tokens, at, phrase);
    if (size > 0) return { from: at, to: at + size, low: value, high: value, unit: 'share' };
  }
  return oneInAt(tokens, at, of);
}

function oneInAt(tokens: readonly Token[], at: number, of: NumbersOf): Amount | null {
  const token = tokens[at];
  const is_one = token?.kind === 'word' && of.numbers.articles.has(token.key);
  const first = is_one ? { to: at + 1, value: 1 } : numeralAbroad(tokens, at, of);
  if (!first || first.value <= 0 || !Number.isInteger(first.value)) return null;
  const joint = jointAt(tokens, first.to, of);
  const whole = joint === null ? null : numeralAbroad(tokens, joint, of);
  // "Ein Minus von 35 Prozent", "um 30 Prozent von 500": no share in words.
  if (!whole || isPercentAt(tokens, first.to, of) || isPercentAt(tokens, whole.to, of)) return null;
  if (whole.unit !== undefined || first.value >= whole.value || !isWhole(tokens, whole)) return null;
  return { from: at, to: whole.to, low: first.value / whole.value, high: first.value / whole.value, unit: 'share' };
}

/** "Une chance sur 10 000", but no year. */
function isWhole(tokens: readonly Token[], { from, value, size }: Numeral): boolean {
  return value <= 1000 || size > 1 || !/^\d{4}$/.test(tokens[from]?.text ?? '');
}

function isPercentAt(tokens: readonly Token[], at: number, { numbers }: NumbersOf): boolean {
  return numbers.percent.some((phrase) => phraseAt(tokens, at, phrase) > 0) || tokens[at]?.text === '%';
}

/** Behind "de cada", "sur", with what is counted before it or not: "trois élèves sur dix". */
function jointAt(tokens: readonly Token[], at: number, { numbers }: NumbersOf): number | null {
  for (const to of [at, at + 1, at + 2]) {
    const size = Math.max(0, ...numbers.one_in.map((phrase) => phraseAt(tokens, to, phrase)));
    if (size > 0) return to + size;
    if (tokens[to]?.kind !== 'word') return null;
  }
  return null;
}

/** "cientos", "decenas de miles", "una centena", "une dizaine". */
function crowdAt(tokens: readonly Token[], at: number, { numbers }: NumbersOf): Amount | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const least = numbers.crowds.get(token.key);
  if (least !== undefined) {
    const of = numbers.of.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
    const times = numbers.crowds.get(tokens[of]?.key ?? '');
    if (of > at + 1 && times !== undefined && times > least)
      return { from: at, to: of + 1, low: (least * times) / 2, high: null, comparator: '≥' };
    return { from: at, to: at + 1, low: least, high: null, comparator: '≥' };
  }
  const about = numbers.rough.get(tokens[at + 1]?.key ?? '');
  if (about === undefined || !numbers.articles.has(token.key)) return null;
  return { from: at, to: at + 2, low: about, high: about, comparator: about === 12 ? '=' : '~' };
}
