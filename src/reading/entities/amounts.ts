// Amounts: numbers in digits or words, alone, as a span, as a share or as a vague crowd.
import { itemAt, needed } from '#src/item-at.ts';
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { type Comparator, FRACTIONS, MAGNITUDES, UNITS, VAGUE } from './number-words.ts';

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
const OPENERS = new Set('between from half a an several few tens record'.split(' '));

/** Whether a figure can begin here; asked of every word, so it must be quick. */
export function mayCount({ kind, key }: Token): boolean {
  return (
    kind === 'number' || OPENERS.has(key) || UNITS.has(key) || VAGUE.has(key) || (kind === 'word' && key.includes('-'))
  );
}

/** The amount that begins at a token, or null. */
export function amountAt(tokens: Token[], at: number): Amount | null {
  return (
    rangeAt(tokens, at) ?? shareAt(tokens, at) ?? vagueAt(tokens, at) ?? numberAt(tokens, at) ?? recordAt(tokens, at)
  );
}

/** "between 30 and 40", "from 30 to 40", "30 to 40", "30-40". */
function rangeAt(tokens: Token[], at: number): Amount | null {
  const opened = /^(?:between|from)$/.test(tokens[at]?.key ?? '') ? 1 : 0;
  const low = numberAt(tokens, at + opened);
  const joint = low ? tokens[low.to]?.key : undefined;
  if (!low || !joint || !(joint === 'to' || /^[-–—]$/.test(joint) || (opened && joint === 'and'))) return null;
  const high = numberAt(tokens, low.to + 1);
  if (!high || low.low === null || high.high === null) return null;
  const scale = low.low < high.high && low.unit === undefined ? scaleOf(low.low, high.high) : 1;
  return { from: at, to: high.to, low: low.low * scale, high: high.high, ...(high.unit && { unit: high.unit }) };
}

/** In "3 to 4 million" the million counts for both. */
function scaleOf(low: number, high: number): number {
  for (const size of [1e12, 1e9, 1e6, 1e3]) if (high >= size && low < 1000 && low <= high / size) return size;
  return 1;
}

/** "one in three", "two thirds", "half", "a quarter of", "two-thirds". */
function shareAt(tokens: Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  if (key === 'half') return share(at, at + 1, 0.5);
  const [top, bottom] = key.split('-');
  const joined = FRACTIONS.get(bottom ?? '');
  if (joined && UNITS.has(top ?? '')) return share(at, at + 1, joined * needed(UNITS.get(top ?? ''), 'number'));
  return partAt(tokens, at) ?? oneInAt(tokens, at);
}

function share(from: number, to: number, size: number): Amount {
  return { from, to, low: size, high: size, unit: 'share' };
}

/** "two thirds", "a quarter of". */
function partAt(tokens: Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  const part = FRACTIONS.get(tokens[at + 1]?.key ?? '');
  const times = /^an?$/.test(key) ? 1 : UNITS.get(key);
  if (!part || !times) return null;
  return times > 1 || tokens[at + 2]?.key === 'of' ? share(at, at + 2, part * times) : null;
}

/** "one in three", "9 out of 10". */
function oneInAt(tokens: Token[], at: number): Amount | null {
  const count = numberAt(tokens, at);
  const joint = count ? tokens[count.to]?.key : undefined;
  if (!count?.low || !(joint === 'in' || (joint === 'out' && tokens[count.to + 1]?.key === 'of'))) return null;
  const whole = numberAt(tokens, count.to + (joint === 'out' ? 2 : 1));
  const isShare = whole?.low && count.low < whole.low && whole.low <= 1000;
  return isShare ? share(at, whole.to, count.low / needed(whole.low, 'number')) : null;
}

/** "hundreds", "tens of thousands", "a dozen", "several hundred". */
function vagueAt(tokens: Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  if (key === 'tens' && tokens[at + 1]?.key === 'of' && VAGUE.has(tokens[at + 2]?.key ?? '')) {
    return { from: at, to: at + 3, low: 10 * (VAGUE.get(tokens[at + 2]?.key ?? '') ?? 0), high: null, comparator: '≥' };
  }
  const crowd = VAGUE.get(key);
  if (crowd && !/^(?:scores)$/.test(key)) return { from: at, to: at + 1, low: crowd, high: null, comparator: '≥' };
  const size = MAGNITUDES.get(tokens[at + 1]?.key ?? '');
  if (/^(?:an?|several|few)$/.test(key) && size && tokens[at + 1]?.kind === 'word' && size >= 12) {
    if (key === 'several' || key === 'few') return { from: at, to: at + 2, low: 2 * size, high: null, comparator: '≥' };
    return { from: at, to: at + 2, low: size, high: size };
  }
  return null;
}

/** Digits with or without a currency and a magnitude, or number words in a row. */
function numberAt(tokens: Token[], at: number): Amount | null {
  const token = tokens[at];
  if (!token) return null;
  return token.kind === 'number' ? digitsAt(tokens, at) : wordsAt(tokens, at);
}

function digitsAt(tokens: Token[], at: number): Amount | null {
  const token = itemAt(tokens, at);
  const parts = /^([$€£¥])?([\d.,]+)(st|nd|rd|th|bn|m|k|tn)?$/.exec(token.text);
  if (!parts) return null;
  const value = Number(
    itemAt(parts, 2)
      .replace(/,(?=\d{3})/g, '')
      .replace(/,/g, '.'),
  );
  if (!Number.isFinite(value)) return null;
  const next = tokens[at + 1];
  const apart = next && next.kind === 'word' && next.text.length > 1 ? MAGNITUDES.get(next.key) : undefined;
  const times = apart ?? MAGNITUDES.get(parts[3] ?? '') ?? 1;
  const number = Math.round(value * times * 1e6) / 1e6;
  const to = at + (apart ? 2 : 1);
  const share = shareSign(tokens, to);
  if (share) return { from: at, to: to + share, low: number, high: number, unit: '%' };
  return { from: at, to, low: number, high: number, ...(parts[1] && { unit: parts[1] }) };
}

/** How many tokens spell "per cent" here. */
function shareSign(tokens: Token[], at: number): number {
  const key = tokens[at]?.key ?? '';
  if (key === '%' || key === 'percent' || key === 'pct') return 1;
  return key === 'per' && tokens[at + 1]?.key === 'cent' ? 2 : 0;
}

function wordsAt(tokens: Token[], at: number): Amount | null {
  let total = 0;
  let group = 0;
  let to = at;
  for (; to < tokens.length; to++) {
    const key = itemAt(tokens, to).key;
    const value = valueOfWord(key);
    const size = MAGNITUDES.get(key);
    if (value !== undefined) group += value;
    else if (size && to > at && key.length > 2) {
      group = Math.max(group, 1) * size;
      if (size > 100) [total, group] = [total + group, 0];
    } else if (!(key === 'and' && to > at && joinsNumbers(tokens, to))) break;
  }
  if (to === at) return null;
  const isPronoun = to === at + 1 && itemAt(tokens, at).key === 'one';
  if (isPronoun && !countsSomething(tokens, at)) return null;
  const number = total + group;
  const share = shareSign(tokens, to);
  return { from: at, to: to + share, low: number, high: number, ...(share && { unit: '%' }) };
}

function joinsNumbers(tokens: Token[], at: number): boolean {
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

/** "one soldier" counts, "one of them" and "no one" do not. */
function countsSomething(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1]?.key ?? '';
  if (next?.kind !== 'word' || /^(?:no|the|this|that|any|every|which|each)$/.test(before)) return next?.key === 'in';
  return !isFunctionWord(next) || next.key === 'in';
}

/** "record casualties": a figure that the words keep to themselves. */
function recordAt(tokens: Token[], at: number): Amount | null {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.key !== 'record' || !next || next.kind !== 'word' || isFunctionWord(next) || next.key === 'of')
    return null;
  if (before?.is_possessive || /^(?:criminal|track|to)$/.test(before?.key ?? '')) return null;
  return { from: at, to: at + 1, low: null, high: null };
}
