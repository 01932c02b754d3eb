// Parts of a whole: "two thirds", "one in three", "half", "a quarter of". Pure.
import { itemAt } from '#src/item-at.ts';
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { FRACTIONS, MAGNITUDES, UNITS } from './number-words.ts';
import { type Numeral, numeralAt } from './numerals.ts';

/** Tokens `from` to `to` (excluded). `is_share` is false where so much of a number is meant: "half a million". */
export type Share = { from: number; to: number; value: number; is_share: boolean; unit?: string };

/** A part that begins at a token, or null. */
export function shareAt(tokens: readonly Token[], at: number): Share | null {
  const part = partAt(tokens, at);
  if (!part) return slashedAt(tokens, at) ?? oneInAt(tokens, at);
  return (
    ofPercent(tokens, part) ?? ofNumber(tokens, part) ?? (part.isSure ? { ...asShare(part), value: part.value } : null)
  );
}

type Part = { from: number; to: number; value: number; isSure: boolean };

function asShare({ from, to }: Part): Omit<Share, 'value'> {
  return { from, to, is_share: true };
}

/** "half", "two thirds", "two-thirds", "a quarter", "three-quarters". */
function partAt(tokens: readonly Token[], at: number): Part | null {
  const key = tokens[at]?.key ?? '';
  if (key === 'half' && isOneOfTwo(tokens, at)) return null;
  if (key === 'half') return { from: at, to: at + 1, value: 0.5, isSure: true };
  const [top = '', bottom = ''] = key.split('-');
  const joined = FRACTIONS.get(bottom);
  const count = UNITS.get(top);
  if (joined && count && count * joined < 3) return { from: at, to: at + 1, value: joined * count, isSure: true };
  const part = FRACTIONS.get(tokens[at + 1]?.key ?? '');
  const times = /^an?$/.test(key) ? 1 : UNITS.get(key);
  if (!part || !times || isQuarterOfYear(tokens, { at, times })) return null;
  const isSure = times > 1 || isCompared(tokens, at + 2) || (isBent(tokens, at) && isAlone(tokens, at + 2));
  return { from: at, to: at + 2, value: part * times, isSure };
}

const BEFORE_TIMES =
  /^(?:for|in|over|within|after|last|past|next|first|previous|final|recent|consecutive|straight|successive)$/;
const BEHIND_TIMES = /^(?:in|running|straight|ago|late|later|earlier|before|too)$/;

/** Three months each: "two quarters too late", "for three quarters in a row". Who means a share of two says "half". */
function isQuarterOfYear(tokens: readonly Token[], { at, times }: { at: number; times: number }): boolean {
  if (tokens[at + 1]?.key !== 'quarters') return false;
  const next = tokens[at + 2]?.key ?? '';
  const isOfWhole = next === 'of' && times === 3;
  return times !== 3 || (!isOfWhole && (BEFORE_TIMES.test(tokens[at - 1]?.key ?? '') || BEHIND_TIMES.test(next)));
}

/** "A third more", "a quarter of", "a quarter shorter than". */
function isCompared(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key ?? '';
  if (/^(?:of|more|less|higher|lower|bigger|larger|smaller|fewer|faster|slower|cheaper|dearer)$/.test(key)) return true;
  return /\p{L}{3}er$/u.test(key) && tokens[at + 1]?.key === 'than';
}

/** "The second half" of a game or a year is no half of anything counted. */
function isOneOfTwo(tokens: readonly Token[], at: number): boolean {
  return /^(?:first|second|latter|other|better|top|bottom|opening)$/.test(tokens[at - 1]?.key ?? '');
}

/** "Half of 1 percent", "half a percent", "a tenth of a per cent". */
function ofPercent(tokens: readonly Token[], part: Part): Share | null {
  const at = tokens[part.to]?.key === 'of' ? part.to + 1 : part.to;
  if (!/^(?:an?|one|1)$/.test(tokens[at]?.key ?? '')) return null;
  const isPoint = /^points?$/.test(tokens[at + 2]?.key ?? '');
  const words =
    tokens[at + 1]?.key === 'per' && tokens[at + 2]?.key === 'cent'
      ? 2
      : /^(?:percent|pct|%)$/.test(tokens[at + 1]?.key ?? '')
        ? 1
        : 0;
  if (words === 0 || isPoint) return null;
  return { from: part.from, to: at + 1 + words, value: part.value, is_share: false, unit: '%' };
}

/** "half a million", "a quarter of a million", "half a dozen": so much of a number. */
function ofNumber(tokens: readonly Token[], part: Part): Share | null {
  const at = tokens[part.to]?.key === 'of' ? part.to + 1 : part.to;
  const size = MAGNITUDES.get(tokens[at + 1]?.key ?? '');
  if (!/^(?:an?|one)$/.test(tokens[at]?.key ?? '') || !size) return null;
  return { from: part.from, to: at + 2, value: part.value * size, is_share: false };
}

const BENDING =
  /^(?:by|nearly|almost|about|over|than|only|roughly|around|approximately|just|under|least|most|up|some|barely|another)$/;
const MOVING =
  /^(?:fell|rose|grew|shrank|dropped|cut|lost|gained|declined|increased|decreased|jumped|plunged|surged|climbed|soared|slumped)$/;

/** "by a third", "nearly a third", "fell a quarter": no third one of several. */
function isBent(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.key ?? '';
  return BENDING.test(before) || MOVING.test(before);
}

/** No noun follows that would be the third one: "a third party", "a quarter final". */
function isAlone(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.kind !== 'word') return true;
  if (isFunctionWord(next)) return true;
  return (
    /ed$/.test(next.key) ||
    IRREGULAR_PASTS.has(next.key) ||
    /^(?:last|this|since|compared|lower|higher|fewer)$/.test(next.key)
  );
}

/** "One in 20,000", "one in a million", but no year: "one in 2010". */
function isWhole(tokens: readonly Token[], { from, value, size }: Numeral): boolean {
  return value <= 1000 || size > 1 || tokens[from]?.kind === 'word' || !/^\d{4}$/.test(tokens[from]?.text ?? '');
}

/** "one in three", "9 out of 10", "one of every nine", "nearly eight of 10". */
function oneInAt(tokens: readonly Token[], at: number): Share | null {
  const count = numeralAt(tokens, at);
  if (!count || count.value <= 0 || count.unit !== undefined) return null;
  const joint = jointAt(tokens, count);
  if (!joint) return null;
  const whole = numeralAt(tokens, joint.to) ?? aMillion(tokens, joint.to);
  if (!whole || whole.unit !== undefined || count.value >= whole.value || !isWhole(tokens, whole)) return null;
  if (joint.word === 'of' && !isTen(tokens, at, whole)) return null;
  const isYear = joint.word === 'in' && itemAt(tokens, at).kind === 'number' && count.value > 20;
  return isYear ? null : { from: at, to: whole.to, value: count.value / whole.value, is_share: true };
}

/** "One in a million". */
function aMillion(tokens: readonly Token[], at: number): Numeral | null {
  const size = MAGNITUDES.get(tokens[at + 1]?.key ?? '');
  return tokens[at]?.key === 'a' && size ? { from: at, to: at + 2, value: size, size } : null;
}

/** What stands between the part and the whole: "in", "in every", "of every", "out of". */
function jointAt(tokens: readonly Token[], { to }: Numeral): { word: string; to: number } | null {
  const word = tokens[to]?.key ?? '';
  if (word === 'out' && tokens[to + 1]?.key === 'of') return { word, to: pastEvery(tokens, to + 2) };
  if (word !== 'in' && word !== 'of') return null;
  const behind = pastEvery(tokens, to + 1);
  return { word: behind > to + 1 ? 'every' : word, to: behind };
}

function pastEvery(tokens: readonly Token[], at: number): number {
  return /^(?:every|each)$/.test(tokens[at]?.key ?? '') ? at + 1 : at;
}

/** "Nearly eight of 10 voters": a share where it is bent; "two of 10 men" may be just these. */
function isTen(tokens: readonly Token[], at: number, whole: Numeral): boolean {
  return whole.value === 10 && /^(?:nearly|almost|about|roughly|some|than)$/.test(tokens[at - 1]?.key ?? '');
}

const SLASHED = /^(\d)(?:s|rds?|ths?)?$/;

/** "2/3 of", "2/3s", but no "9/11", "24/7" or day of a month. */
function slashedAt(tokens: readonly Token[], at: number): Share | null {
  const [before, top, slash, bottom, next] = [-1, 0, 1, 2, 3].map((step) => tokens[at + step]);
  if (slash?.text !== '/' || slash.start !== top?.end || bottom?.start !== slash.end) return null;
  const [over, under] = [Number(top.text), Number(SLASHED.exec(bottom.key)?.[1])];
  if (!(over < under) || before?.text === '/' || next?.text === '/' || before?.key === 'on') return null;
  const isSure = !/^\d$/.test(bottom.text) || next?.key === 'of';
  return isSure ? { from: at, to: at + 3, value: over / under, is_share: true } : null;
}
