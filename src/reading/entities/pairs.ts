// Two numbers set beside each other: what they span, a change from one to the other, a score. Pure.
import type { Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { type Numeral, numeralAt } from './numerals.ts';

/** Two numbers with what joins them; `opening` is "between" or "from" where one of them stands before. */
export type Pair = {
  from: number;
  opening: string;
  low: Numeral;
  high: Numeral;
  joint: string;
  has_own_units: boolean;
};

/** "between 30 and 40", "from 30 to 40", "30 to 40", "30-40", "20 or 30". */
export function pairAt(tokens: readonly Token[], at: number, language: string | undefined): Pair | null {
  const key = tokens[at]?.key ?? '';
  const opening = /^(?:between|from)$/.test(key) ? key : '';
  const first = numeralAt(tokens, at + (opening ? 1 : 0), language);
  const joint = first ? (tokens[first.to]?.key ?? '') : '';
  if (!first || !(/^(?:to|or|[-–—])$/.test(joint) || (opening === 'between' && joint === 'and'))) return null;
  const high = numeralAt(tokens, first.to + 1, language);
  const low = high && sharedSize(first, high);
  if (!high || !low || (joint === 'or' && !isRough(low, high))) return null;
  const has_own_units = first.unit !== undefined && first.unit === high.unit && first.size === high.size;
  return { from: at, opening, joint, low, high, has_own_units };
}

/** "20 or 30", "two or three": one count that nobody took exactly. */
function isRough(first: Numeral, second: Numeral): boolean {
  return first.value < second.value && second.value <= 2 * first.value;
}

/** A percentage spans nothing to what is none: "rose 2.3% to 5.8 billion" is a change and what it led to. */
function areOfTwoKinds(low: Numeral, high: Numeral): boolean {
  return low.unit === '%' && high.unit !== '%';
}

/** In "3 to 4 million" the million counts for both, in "$1-2 billion" the dollar, in "5-6%" the percent. */
function sharedSize(low: Numeral, high: Numeral): Numeral {
  if (areOfTwoKinds(low, high)) return low;
  const bare = high.value / high.size;
  const size = low.size === 1 && high.size > 1 && low.value <= bare ? high.size : 1;
  const unit = low.unit ?? high.unit;
  return { ...low, value: low.value * size, ...(unit !== undefined && { unit }) };
}

const CHANGE =
  /^(?:ros|ris|fell|fall|grew|grow|increas|decreas|dropp?|cut|rais|revis|went|gone|go|goes|going|jump|climb|surg|slump|s[iau]nk|shr[iau]nk|chang|mov|lower|reduc|slip|slid|plung|expand|swell|swoll|declin|dipp?|upgrad|downgrad|adjust|correct|amend|extend|trimm?|soar|tumbl|up$|down$|halv|doubl)/;
const SCORE =
  /^(?:beat|beaten|beats|won|win|wins|lost|lose|loses|defeat(?:ed|s)?|drew|draw|victory|score[ds]?|led|leads?|vote[ds]?|odds|ratio|against|majority|approved|passed|rejected|ruled|rulings?|ahead|trailed|thrashed|aggregate|final|semi-final|tie|tied)$/;
/** What two numbers before it are the score of: "a 3-1 win", "a 2-4 defeat". */
const SCORED =
  /^(?:draw|win|victory|triumph|defeat|loss|lead|scoreline|thrashing|rout|favourites?|favorites?|outsiders?|odds|decision|ruling|majority)$/;
const BEFORE = 7;

/** Whether a pair spans what lies between: not a change "from 24 to 31", nor a score, nor what runs down. */
export function isSpan(tokens: readonly Token[], pair: Pair): boolean {
  const { from, opening, low, high, joint } = pair;
  if (low.value > high.value || areOfTwoKinds(low, high)) return false;
  if (joint === 'to' && opening === '' && isChangeAndEnd(tokens, pair)) return false;
  if (joint === 'or' || opening === 'between') return true;
  const words = tokens.slice(Math.max(0, from - BEFORE), from).map((token) => token.key);
  if (opening === 'from') return !words.some((word) => CHANGE.test(word));
  if (!isPlain(low, high)) return true;
  const isWon = joint !== 'to' && SCORED.test(tokens[high.to]?.key ?? '');
  return !(isWon || words.some((word) => SCORE.test(word)));
}

/** So many times the change is the end, where a span would hardly reach so far. */
const FAR = 4;

/** "increased 200 to 1,400", "rose $2 to $40", but "rose 3 to 5 per cent" spans. */
function isChangeAndEnd(tokens: readonly Token[], { from, low, high, has_own_units }: Pair): boolean {
  if (!CHANGE.test(tokens[from - 1]?.key ?? '') || high.value < FAR * low.value) return false;
  return has_own_units || (isPlain(low, high) && unitAfter(tokens, high.to) === null);
}

function isPlain(low: Numeral, high: Numeral): boolean {
  const hasNoSize = low.size === 1 && high.size === 1;
  return hasNoSize && high.unit === undefined && low.unit === undefined && low.to - low.from === 1;
}

/** Whether what follows two numbers that span nothing is not what they count: "3-1 win", "5-2 favourites", "3-1 Saturday". */
export function isScore(tokens: readonly Token[], { low, high, joint }: Pair): boolean {
  if (!/^[-–—]$/.test(joint) || !isPlain(low, high)) return false;
  const next = tokens[high.to];
  return high.value <= 1 || next?.is_capital === true || SCORED.test(next?.key ?? '');
}

/** "Westbridge Town 3 Aldham Rovers 1": a name, its number, another name, its number. */
export function namedScoreAt(
  tokens: readonly Token[],
  at: number,
  language?: string,
): { low: Numeral; high: Numeral } | null {
  if (!isGoals(tokens[at]) || !isNamePart(tokens[at - 1])) return null;
  let to = at + 1;
  while (to < at + 5 && isNamePart(tokens[to])) to += 1;
  if (to === at + 1 || !isGoals(tokens[to])) return null;
  const [low, high] = [numeralAt(tokens, at, language), numeralAt(tokens, to, language)];
  return low && high && isPlain(low, high) ? { low, high } : null;
}

function isGoals(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,3}$/.test(token.text);
}

function isNamePart(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.is_capital;
}
