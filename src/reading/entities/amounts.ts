// Amounts: one number, a span between two, two that are set beside each other, a share, a vague crowd. Pure.
import type { Token } from '../text/tokens.ts';
import { isNumbered } from './name-numerals.ts';
import { type Comparator, MAGNITUDES, UNITS, VAGUE } from './number-words.ts';
import { type Numeral, numeralAt } from './numerals.ts';
import { shareAt } from './shares.ts';

/** Tokens `from` to `to` (excluded). `comparator` and `unit` only where the amount itself has them. */
export type Amount = {
  from: number;
  to: number;
  low: number | null;
  high: number | null;
  comparator?: Comparator;
  unit?: string;
};

/** Words besides numbers that a figure can begin with. */
const OPENERS = new Set('between from half a an one several few tens minus'.split(' '));
const OPENING_MARKS = /^[-−–$€£¥₹₽₩₪]$/;
/** Codes and letters of currencies are short and large. */
const MAY_BE_MONEY = /^[A-Z][A-Za-z]{0,2}$/;

/** Whether a figure can begin here; asked of every word, so it must be quick. */
export function mayCount({ kind, key, text }: Token): boolean {
  if (kind === 'mark') return OPENING_MARKS.test(text);
  return (
    kind === 'number' ||
    OPENERS.has(key) ||
    UNITS.has(key) ||
    VAGUE.has(key) ||
    key.includes('-') ||
    MAY_BE_MONEY.test(text)
  );
}

/** The amounts that begin at a token, in order: none, one, or the two of a change or a score. */
export function amountsAt(tokens: readonly Token[], at: number, language?: string): Amount[] {
  const pair = pairAt(tokens, at, language);
  if (pair) return isSpan(tokens, pair) ? [spanOf(pair)] : [pair.low, pair.high].map(amountOf);
  const share = shareAt(tokens, at);
  if (share) {
    const { from, to, value, is_share } = share;
    return [{ from, to, low: value, high: value, ...(is_share && { unit: 'share' }) }];
  }
  const vague = vagueAt(tokens, at);
  if (vague) return [vague];
  const spanAndHalf = spanAndHalfAt(tokens, at);
  if (spanAndHalf) return [spanAndHalf];
  const numeral = isNumbered(tokens, at) ? null : numeralAt(tokens, at, language);
  return numeral ? [amountOf(numeral)] : [];
}

function amountOf({ from, to, value, unit }: Numeral): Amount {
  return { from, to, low: value, high: value, ...(unit !== undefined && { unit }) };
}

/** Two numbers with what joins them; `opening` is "between" or "from" where one of them stands before. */
type Pair = { from: number; opening: string; low: Numeral; high: Numeral; joint: string };

/** "between 30 and 40", "from 30 to 40", "30 to 40", "30-40", "20 or 30". */
function pairAt(tokens: readonly Token[], at: number, language: string | undefined): Pair | null {
  const key = tokens[at]?.key ?? '';
  const opening = /^(?:between|from)$/.test(key) ? key : '';
  const first = numeralAt(tokens, at + (opening ? 1 : 0), language);
  const joint = first ? (tokens[first.to]?.key ?? '') : '';
  if (!first || !(/^(?:to|or|[-–—])$/.test(joint) || (opening === 'between' && joint === 'and'))) return null;
  const high = numeralAt(tokens, first.to + 1, language);
  if (!high || (joint === 'or' && !isRough(first, high))) return null;
  return { from: at, opening, joint, low: sharedSize(first, high), high };
}

/** "20 or 30", "two or three": one count that nobody took exactly. */
function isRough(first: Numeral, second: Numeral): boolean {
  return first.unit === undefined && first.value < second.value && second.value <= 2 * first.value;
}

/** In "3 to 4 million" the million counts for both, in "$1-2 billion" the dollar, in "5-6%" the percent. */
function sharedSize(low: Numeral, high: Numeral): Numeral {
  const bare = high.value / high.size;
  const size = low.size === 1 && high.size > 1 && low.value <= bare ? high.size : 1;
  const unit = low.unit ?? high.unit;
  return { ...low, value: low.value * size, ...(unit !== undefined && { unit }) };
}

const CHANGE =
  /^(?:ros|ris|fell|fall|grew|grow|increas|decreas|dropp?|cut|rais|revis|went|gone|go|goes|going|jump|climb|surg|slump|s[iau]nk|shr[iau]nk|chang|mov|lower|reduc|slip|slid|plung|expand|swell|swoll|declin|dipp?|upgrad|downgrad|adjust|correct|amend|extend|trimm?|soar|tumbl|up$|down$|halv|doubl)/;
const SCORE =
  /^(?:beat|beaten|beats|won|win|wins|lost|lose|loses|defeat(?:ed|s)?|drew|draw|victory|score[ds]?|led|leads?|vote[ds]?|odds|ratio|against|majority|approved|passed|rejected|ruled|rulings?|ahead|trailed|thrashed|aggregate|final|semi-final|tie|tied)$/;
const BEFORE = 7;

/** Whether a pair spans what lies between: not a change "from 24 to 31", nor a score, nor what runs down. */
function isSpan(tokens: readonly Token[], { from, opening, low, high, joint }: Pair): boolean {
  if (low.value > high.value) return false;
  if (joint === 'or' || opening === 'between') return true;
  const words = tokens.slice(Math.max(0, from - BEFORE), from).map((token) => token.key);
  if (opening === 'from') return !words.some((word) => CHANGE.test(word));
  const isPlain = low.size === 1 && high.size === 1 && high.unit === undefined && low.unit === undefined;
  return !(isPlain && low.to - low.from === 1 && words.some((word) => SCORE.test(word)));
}

function spanOf({ from, low, high }: Pair): Amount {
  const unit = high.unit ?? low.unit;
  return { from, to: high.to, low: low.value, high: high.value, ...(unit !== undefined && { unit }) };
}

/** "hundreds", "tens of thousands", "a dozen", "several hundred". */
function vagueAt(tokens: readonly Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  if (key === 'tens' && tokens[at + 1]?.key === 'of' && VAGUE.has(tokens[at + 2]?.key ?? '')) {
    return { from: at, to: at + 3, low: 10 * (VAGUE.get(tokens[at + 2]?.key ?? '') ?? 0), high: null, comparator: '≥' };
  }
  const crowd = VAGUE.get(key);
  if (crowd && !/^(?:scores)$/.test(key)) return { from: at, to: at + 1, low: crowd, high: null, comparator: '≥' };
  const size = MAGNITUDES.get(tokens[at + 1]?.key ?? '');
  if (!/^(?:an?|several|few)$/.test(key) || !size || tokens[at + 1]?.kind !== 'word' || size < 12) return null;
  if (key === 'several' || key === 'few') return { from: at, to: at + 2, low: 2 * size, high: null, comparator: '≥' };
  const half = halfMore(tokens, at + 2);
  return { from: at, to: at + 2 + half, low: size * (half ? 1.5 : 1), high: size * (half ? 1.5 : 1) };
}

/** "an hour and a half", "a day and a half". */
function spanAndHalfAt(tokens: readonly Token[], at: number): Amount | null {
  const unit = /^(?:an?|one)$/.test(tokens[at]?.key ?? '') ? (tokens[at + 1]?.key ?? '') : '';
  const isSpan = /^(?:minute|hour|day|week|month|year|decade|century|mile|metre|meter)$/.test(unit);
  return isSpan && halfMore(tokens, at + 2) ? { from: at, to: at + 5, low: 1.5, high: 1.5, unit } : null;
}

/** "a million and a half". */
function halfMore(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2].map((step) => tokens[at + step]?.key);
  return words.join(' ') === 'and a half' ? 3 : 0;
}
