// What a bare number counts where its sentence said so before: "6,300 signatures, up from 1,000". Pure.
import { itemAt } from '#src/item-at.ts';
import type { Token } from '../text/tokens.ts';
import type { Figure } from './figure.ts';
import { changedSubject, standsAlone, wholeBefore } from './subject-units.ts';

const MEASURED =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|times|points?|percentage points?|miles?|metres?|meters?|kilomet(?:re|er)s?|feet|share|o'clock|degrees?|tonnes?|tons?|acres?|%|[^\p{L}]*)$/u;

/** The figures with the unit of those that have none of their own, where grammar leaves no other; in order. */
export function withBorrowedUnits(tokens: readonly Token[], figures: Figure[]): Figure[] {
  if (figures.every(({ unit }) => unit !== null)) return figures;
  const known: Figure[] = [];
  let at = 0;
  for (const [index, figure] of figures.entries()) {
    while (at < tokens.length && itemAt(tokens, at).start < figure.start) at += 1;
    const unit =
      figure.unit ??
      borrowedAt(tokens, { from: at, to: pastFigure(tokens, at, figure) }, known) ??
      unitOfEnd(tokens, figure, nextInRow(figures, index));
    known.push({ ...figure, unit });
  }
  return known;
}

type Place = { from: number; to: number };

function borrowedAt(tokens: readonly Token[], { from, to }: Place, before: readonly Figure[]): string | null {
  return wholeBefore(tokens, from) ?? changedSubject(tokens, from, to) ?? sameAsBefore(tokens, { from, to }, before);
}

function pastFigure(tokens: readonly Token[], from: number, { end }: Figure): number {
  let to = from;
  while (to < tokens.length && itemAt(tokens, to).start < end) to += 1;
  return to;
}

/** The next figure, with the unit of the one behind it where it has none of its own. */
function nextInRow(figures: readonly Figure[], index: number): Figure | undefined {
  const [next, last] = [figures[index + 1], figures[index + 2]];
  return next?.unit === null && last ? { ...next, unit: last.unit } : next;
}

/** "From 21,000 to under 12,000 tonnes": what the end counts, the beginning does. */
function unitOfEnd(tokens: readonly Token[], figure: Figure, next: Figure | undefined): string | null {
  if (!next?.unit || !/^\p{L}/u.test(next.unit) || /^(?:share|times|o'clock)$/.test(next.unit)) return null;
  const at = tokens.findIndex(({ start }) => start >= figure.start);
  const to = pastFigure(tokens, at, figure);
  const isFrom = tokens[at - 1]?.key === 'from' && tokens[to]?.key === 'to';
  if (tokens[to + 1]?.start !== next.start) return null;
  return isFrom || isListed(tokens, at, to) ? next.unit : null;
}

/** "12,000, 8,000 and 5,000 dollars": the last of a row says what all of them count. */
function isListed(tokens: readonly Token[], at: number, to: number): boolean {
  const isNumber = (token: Token | undefined) => token?.kind === 'number';
  if (!isNumber(tokens[at]) || /^(?:is|was|were|are|aged|age)$/.test(tokens[at - 1]?.key ?? '')) return false;
  if (/^(?:and|or)$/.test(tokens[to]?.key ?? '')) return true;
  return (
    tokens[to]?.text === ',' &&
    isNumber(tokens[to + 1]) &&
    /^(?:and|or)$/.test(tokens[to + 2]?.key ?? '') &&
    isNumber(tokens[to + 3])
  );
}

/** "…, up from 1,000", "…, of which 1,200", "two of them", "200 more": what was counted last. */
function sameAsBefore(tokens: readonly Token[], { from, to }: Place, before: readonly Figure[]): string | null {
  const [second, first] = [tokens[from - 1]?.key, tokens[from - 2]?.key];
  const isOfThem = tokens[to]?.key === 'of' && /^(?:them|whom|which|these|those)$/.test(tokens[to + 1]?.key ?? '');
  const isOfWhich = first === 'of' && /^(?:which|whom|them|these)$/.test(second ?? '') && standsAlone(tokens, to);
  if (isOfThem || isOfWhich) return onlyNoun(before);
  const isCompared = /^(?:up|down) from$|^compared (?:with|to)$/.test(`${first} ${second}`) && standsAlone(tokens, to);
  const isAnother = second === 'another' && standsAlone(tokens, to);
  const isMore = isAnother || (tokens[to]?.key === 'more' && standsAlone(tokens, to + 1));
  if (isGapped(tokens, { from, to }, before.at(-1))) return before.at(-1)?.unit ?? null;
  const isEnd = second === 'to' && standsAlone(tokens, to) && isBehindCount(tokens, from - 1, before.at(-1));
  const unit = isCompared ? comparedUnit(tokens, from, before) : (before.at(-1)?.unit ?? null);
  const isWord = unit !== null && /^\p{L}/u.test(unit) && !/^(?:share|times|o'clock|places|spots|per .*)$/.test(unit);
  return (isCompared || isMore || isEnd) && isWord && (isEnd || onlyNoun(before) !== null || SPAN.test(unit))
    ? unit
    : null;
}

/** "23 ships sailed in seven days, down from 71": ships; of "9 men waited 12 days, down from 20" nobody can say it. */
function comparedUnit(tokens: readonly Token[], from: number, before: readonly Figure[]): string | null {
  const last = before.at(-1);
  const noun = onlyNoun(before);
  if (!last?.unit || noun === null || !SPAN.test(last.unit)) return last?.unit ?? null;
  let at = from;
  while (at > 0 && itemAt(tokens, at).start > last.start) at -= 1;
  const first = tokens[tokens[at - 1]?.key === 'the' ? at - 2 : at - 1]?.key ?? '';
  return /^(?:in|over|during|within)$/.test(first) ? noun : null;
}

/** "50 men in Ostrel and nearly 20 in Tarn": the second is set beside the first in the same way. */
function isGapped(tokens: readonly Token[], { from, to }: Place, last: Figure | undefined): boolean {
  const preposition = tokens[to]?.key ?? '';
  if (!last?.unit || !isNoun(last.unit) || !/^(?:in|at|on|from|by|near)$/.test(preposition)) return false;
  if (tokens[from - 1]?.key !== 'and' || tokens[to + 1]?.kind === 'number') return false;
  return tokens.some(({ key, start }, index) => start >= last.end && index < from - 1 && key === preposition);
}

const SPAN = /^(?:years?|months?|weeks?|days?|hours?|minutes?)$/;

/** The noun that all numbers before it count; null where they count two things. */
function onlyNoun(before: readonly Figure[]): string | null {
  const units = new Set(before.flatMap(({ unit }) => (unit !== null && isNoun(unit) ? [unit] : [])));
  const [unit, ...others] = units;
  return unit !== undefined && others.length === 0 ? unit : null;
}

/** "312 votes to 298": nothing but what is counted stands between. */
function isBehindCount(tokens: readonly Token[], at: number, last: Figure | undefined): boolean {
  if (!last?.unit) return false;
  const between = tokens.filter(({ start }, index) => start >= last.end && index < at).map(({ text }) => text);
  return between.join(' ') === last.unit;
}

function isNoun(unit: string): boolean {
  return /^\p{L}/u.test(unit) && !MEASURED.test(unit.toLowerCase().split(' ').at(-1) ?? '');
}
