// Amounts: one number, a span between two, two that are set beside each other, a share, a vague crowd. Pure.
import type { Token } from '../text/tokens.ts';
import { compoundAt } from './compound-measures.ts';
import { joinedAt } from './joined-amounts.ts';
import { mayMultiply, multipleAt } from './multiples.ts';
import { isComparedWithPast } from './no-comparisons.ts';
import { isNoQuantity } from './no-quantities.ts';
import { type Comparator, MAGNITUDES, UNITS, VAGUE } from './number-words.ts';
import { type Numeral, numeralAt } from './numerals.ts';
import { isScore, isSpan, namedScoreAt, type Pair, pairAt } from './pairs.ts';
import { shareAt } from './shares.ts';
import { sizeApart } from './written-sizes.ts';

/** Tokens `from` to `to` (excluded). `comparator` and `unit` only where the amount itself has them. */
export type Amount = {
  from: number;
  to: number;
  low: number | null;
  high: number | null;
  comparator?: Comparator;
  unit?: string;
  /** What stands behind it is not what it counts: "a 3-1 win". */
  counts_nothing?: true;
  /** Where the number ends, if words are joined to it: "four" of "four-day". */
  end?: number;
};

/** Words besides numbers that a figure can begin with. */
const OPENERS = new Set('between from half a an one several few tens minus'.split(' '));
const OPENING_MARKS = /^[-−–$€£¥₹₽₩₪₵₦₱₫₴₺]$/;
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
    MAY_BE_MONEY.test(text) ||
    mayMultiply({ key })
  );
}

/** The amounts that begin at a token, in order: none, one, or the two of a change or a score. */
export function amountsAt(tokens: readonly Token[], at: number, language?: string): Amount[] {
  if (isNoQuantity(tokens, at)) return [];
  const joined = joinedAt(tokens, at);
  if (joined)
    return joined.map(({ unit, ...rest }) => (unit === null ? { ...rest, counts_nothing: true } : { ...rest, unit }));
  const pair = pairAt(tokens, at, language);
  if (pair && isSpan(tokens, pair)) return [spanOf(pair)];
  if (pair) return isScore(tokens, pair) ? bareBoth(pair) : [pair.low, pair.high].map(amountOf);
  const score = namedScoreAt(tokens, at, language);
  if (score) return bareBoth(score);
  const share = shareAt(tokens, at);
  if (share) {
    const { from, to, value, is_share, unit } = share;
    return [{ from, to, low: value, high: value, ...(is_share && { unit: 'share' }), ...(unit && { unit }) }];
  }
  const vague = vagueAt(tokens, at);
  if (vague) return [vague];
  const multiple = multipleAt(tokens, at);
  if (multiple) {
    const { unit, ...rest } = multiple;
    return [unit === null ? { ...rest, counts_nothing: true } : { ...rest, unit }];
  }
  const spanAndHalf = spanAndHalfAt(tokens, at);
  if (spanAndHalf) return [spanAndHalf];
  const bentSpan = bentSpanAt(tokens, at);
  if (bentSpan) return [bentSpan];
  const numeral = compoundAt(tokens, at) ?? numeralAt(tokens, at, language);
  return numeral ? [withTolerance(tokens, numeral) ?? amountOf(numeral)] : [];
}

function amountOf({ from, to, value, unit }: Numeral): Amount {
  return { from, to, low: value, high: value, ...(unit !== undefined && { unit }) };
}

/** "0.37 ± 0.05": what it can be lies between. */
function withTolerance(tokens: readonly Token[], { from, to, value, unit }: Numeral): Amount | null {
  const other = tokens[to]?.text === '±' ? numeralAt(tokens, to + 1) : null;
  if (!other || other.value <= 0) return null;
  const [low, high] = [value - other.value, value + other.value].map((each) => Math.round(each * 1e6) / 1e6);
  if (low === undefined || high === undefined) return null;
  const written = other.unit ?? unit;
  return { from, to: other.to, low, high, ...(written !== undefined && { unit: written }) };
}

/** The two numbers of a score. */
function bareBoth({ low, high }: Pick<Pair, 'low' | 'high'>): Amount[] {
  return [low, high].map((side) => ({ ...amountOf(side), counts_nothing: true }));
}

function spanOf({ from, low, high }: Pair): Amount {
  const unit = high.unit ?? low.unit;
  return { from, to: high.to, low: low.value, high: high.value, ...(unit !== undefined && { unit }) };
}

/** How many at the least: "tens of thousands" are 20,000. */
const CROWDS_OF: Record<string, number> = { tens: 20, dozens: 24, scores: 40, hundreds: 200, thousands: 2000 };

/** "Scores of people", "scores more": neither what a test nor what a player scores. */
function isCrowd(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]?.key ?? ''];
  const isFree =
    before === undefined ||
    before.kind === 'mark' ||
    /^(?:and|or|with|for|by|than|in|while|as|but|including|said|were|are|left|leaving|killed|killing|injured|injuring|hurt|wounded|arrested|displaced|saw|drew|has|had)$/.test(
      before.key,
    );
  return isFree && (next === 'more' || (next === 'of' && tokens[at + 2]?.kind === 'word'));
}

/** "hundreds", "tens of thousands", "a dozen", "several hundred". */
function vagueAt(tokens: readonly Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  const [times, of] = [CROWDS_OF[key], tokens[at + 1]?.key === 'of' ? tokens[at + 2]?.key : undefined];
  const each = /^(?:thousand|million|billion)s$/.test(of ?? '') ? VAGUE.get(of ?? '') : undefined;
  if (times !== undefined && each !== undefined)
    return { from: at, to: at + 3, low: (times * each) / 2, high: null, comparator: '≥' };
  const crowd = VAGUE.get(key);
  if (crowd && (key !== 'scores' || isCrowd(tokens, at)))
    return { from: at, to: at + 1, low: crowd, high: null, comparator: '≥' };
  const size = MAGNITUDES.get(tokens[at + 1]?.key ?? '');
  if (!/^(?:an?|several|few)$/.test(key) || !size || tokens[at + 1]?.kind !== 'word' || size < 12) return null;
  // "Several hundred thousand".
  const more = sizeApart(tokens, at + 2);
  if (key === 'several' || key === 'few')
    return { from: at, to: more.to, low: 2 * size * more.size, high: null, comparator: '≥' };
  const half = halfMore(tokens, more.to);
  const value = size * more.size * (half ? 1.5 : 1);
  return { from: at, to: more.to + half, low: value, high: value };
}

/** "an hour and a half", "a day and a half". */
function spanAndHalfAt(tokens: readonly Token[], at: number): Amount | null {
  const unit = /^(?:an?|one)$/.test(tokens[at]?.key ?? '') ? (tokens[at + 1]?.key ?? '') : '';
  const isSpan = /^(?:minute|hour|day|week|month|year|decade|century|mile|metre|meter)$/.test(unit);
  return isSpan && halfMore(tokens, at + 2) ? { from: at, to: at + 5, low: 1.5, high: 1.5, unit } : null;
}

const BENT =
  /(?:(?:more|less|longer|shorter) than|just over|well over|nearly|almost|roughly|approximately|over|under|at least|up to|close to|little as)$/;

/** "less than a minute", "just under an hour": one of it, where a word before bends it; "a year" alone is no figure. */
function bentSpanAt(tokens: readonly Token[], at: number): Amount | null {
  const [word, span] = [tokens[at]?.key ?? '', tokens[at + 1]];
  if (!/^an?$/.test(word) || !span || span.is_possessive) return null;
  if (!/^(?:second|minute|hour|day|week|fortnight|month|year|decade|century)$/.test(span.key)) return null;
  if (!BENT.test(`${tokens[at - 2]?.key} ${tokens[at - 1]?.key}`) || isComparedWithPast(tokens, at)) return null;
  return { from: at, to: at + 2, low: 1, high: 1, unit: span.key };
}

/** "a million and a half". */
function halfMore(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2].map((step) => tokens[at + step]?.key);
  return words.join(' ') === 'and a half' ? 3 : 0;
}
