// Sums, percentages and changes that a sentence gives and that do not add up. Pure.
import { type Figure, figuresOf } from '../entities/figures.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

/** The findings of one sentence. */
export function sumFindings(text: string, sentence: Range): Finding[] {
  const figures = figuresOf(text, sentence).filter(isExact);
  if (figures.length < 2) return [];
  const at = { text, sentence, figures };
  return [partsOfWhole(at), votes(at), percentageOf(at), shareOfWhole(at), changeBy(at)].filter(
    (found) => found !== null,
  );
}

type Sure = Figure & { low: number };
type At = { text: string; sentence: Range; figures: readonly Sure[] };

function isExact(figure: Figure): figure is Sure {
  if (figure.low === null || figure.low !== figure.high) return false;
  // "Some 12 of the 48" counts, "some 200" does not.
  return figure.comparator === '=' || (figure.comparator === '~' && figure.low % 10 !== 0);
}

function wordsBetween(text: string, one: Range, other: Range): string {
  return text.slice(one.end, other.start);
}

const isPercent = ({ unit }: Figure) => unit === '%';
const isCount = ({ unit, low, value }: Sure) =>
  unit !== '%' && unit !== 'share' && Number.isInteger(low) && !/[$€£]/.test(value);

/** More than the whole, or all but a few of it: then it was meant to be the whole. Two parts of many say nothing. */
function misses(whole: number, sum: number): boolean {
  return sum > whole || (sum < whole && whole - sum <= Math.max(1, whole * 0.1));
}

/** "Of the 23 people, 14 were civilians and 10 police officers"; "14 civilians and 10 police officers, 23 in all". */
function partsOfWhole(at: At): Finding | null {
  const counts = at.figures.filter(isCount);
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last || counts.length < 3 || counts.length > 5 || at.figures.length > counts.length) return null;
  const [ahead, behind] = [counts.slice(1), counts.slice(0, -1)];
  const opening = at.text.slice(Math.max(at.sentence.start, first.start - 40), first.start);
  const joint = wordsBetween(at.text, first, counts[1] ?? last);
  const isOpened = /(?:^|[\s,])(?:of|among) (?:the |all |its |their |those |these )?$/i.test(opening);
  const isOpen = /^ ?[^,.;:]{0,40}(?::| [-–—] ?| \()(?:[^,.;:\d]{0,20})$/.test(joint);
  if ((isOpened || isOpen) && isListed(at.text, ahead)) return whenMissed(first, ahead, misses);
  if (/\b(?:includ\p{L}+|among them)\b/u.test(joint) && isListed(at.text, ahead))
    return whenMissed(first, ahead, (whole, sum) => sum > whole);
  const closing = wordsBetween(at.text, counts.at(-2) ?? first, last);
  const after = at.text.slice(last.end, Math.min(at.sentence.end, last.end + 40));
  const isClosed =
    /\b(?:total of|altogether|in all|in total)\b[^.;]{0,10}$/.test(closing) ||
    /^ ?(?:\p{L}+ ){0,2}(?:in all|in total|altogether|all told)\b/u.test(after);
  return isClosed && isListed(at.text, behind) ? whenMissed(last, behind, misses) : null;
}

/** Joined by commas and "and": the parts of one whole. */
function isListed(text: string, parts: readonly Sure[]): boolean {
  return parts.every(
    (part, at) => at === 0 || /\band\b|,|\bplus\b/.test(wordsBetween(text, parts[at - 1] ?? part, part)),
  );
}

function whenMissed(
  whole: Sure,
  parts: readonly Sure[],
  isMissed: (whole: number, sum: number) => boolean,
): Finding | null {
  const sum = parts.reduce((total, { low }) => total + low, 0);
  if (!isMissed(whole.low, sum)) return null;
  return within(
    'sum',
    [whole, ...parts].map(placeOf),
    `${parts.map(({ low }) => low).join(' + ')} are ${sum}, not ${whole.low}.`,
  );
}

/** "voted 31 to 18, with 2 abstentions among its 52 members". */
function votes({ text, sentence, figures }: At): Finding | null {
  const counts = figures.filter(isCount);
  const whole = counts.at(-1);
  const parts = counts.slice(0, -1);
  const words = text.slice(sentence.start, sentence.end);
  if (!whole || parts.length < 2 || !/\b(?:voted?|votes|ballots?)\b/i.test(words)) return null;
  const before = wordsBetween(text, parts.at(-1) ?? whole, whole);
  if (
    !/\b(?:among|of) (?:its |the |all |their )?$/i.test(before) ||
    !/\b(?:members?|seats?|delegates?|councillors?|lawmakers?|votes)\b/i.test(text.slice(whole.end, whole.end + 30))
  )
    return null;
  return whenMissed(whole, parts, misses);
}

/** "12 of the 48 bridges, or 35 percent". */
function percentageOf({ text, figures }: At): Finding | null {
  for (let at = 0; at + 2 < figures.length; at += 1) {
    const [part, whole, share] = [figures[at], figures[at + 1], figures[at + 2]];
    if (!part || !whole || !share || !isCount(part) || !isCount(whole) || part.low > whole.low || whole.low === 0)
      continue;
    if (
      !/^ ?(?:\p{L}+ ){0,2}(?:of|out of) (?:the |its |all |their |some |about )*$/u.test(
        wordsBetween(text, part, whole),
      )
    )
      continue;
    if (
      !/,? \(?(?:or|that is|which is|making|about)? ?(?:about |nearly |almost |roughly )?$/.test(
        wordsBetween(text, whole, share),
      )
    )
      continue;
    const said = isPercent(share) ? share.low : share.unit === 'share' ? share.low * 100 : null;
    const is = (100 * part.low) / whole.low;
    if (said === null || Math.abs(said - is) <= tolerance(share)) continue;
    return within(
      'sum',
      [part, whole, share].map(placeOf),
      `${part.low} of ${whole.low} are ${shown(is)} percent, not ${shown(said)}.`,
    );
  }
  return null;
}

/** "35 percent of the 48 bridges, or 12". */
function shareOfWhole({ text, figures }: At): Finding | null {
  for (let at = 0; at + 2 < figures.length; at += 1) {
    const [share, whole, part] = [figures[at], figures[at + 1], figures[at + 2]];
    if (!share || !whole || !part || !isPercent(share) || !isCount(whole) || !isCount(part) || whole.low < part.low)
      continue;
    if (!/^ (?:of|out of) (?:the |its |all |their |some )*$/.test(wordsBetween(text, share, whole))) continue;
    if (!/, (?:or|that is) $/.test(wordsBetween(text, whole, part))) continue;
    const is = (100 * part.low) / whole.low;
    // The part is a whole number: the share may be off by as much as half of one.
    if (Math.abs(share.low - is) <= tolerance(share) + 50 / whole.low) continue;
    return within(
      'sum',
      [share, whole, part].map(placeOf),
      `${part.low} of ${whole.low} are ${shown(is)} percent, not ${shown(share.low)}.`,
    );
  }
  return null;
}

/** "rose from 40 to 50 dollars, an increase of 20 percent". */
function changeBy({ text, figures }: At): Finding | null {
  for (let at = 0; at + 2 < figures.length; at += 1) {
    const [from, to, by] = [figures[at], figures[at + 1], figures[at + 2]];
    if (!from || !to || !by || isPercent(from) || isPercent(to) || from.low === 0) continue;
    if (
      !/\bfrom (?:the |some |about )?[$€£]?$/.test(text.slice(Math.max(0, from.start - 16), from.start)) ||
      !/^[^,.;]{0,30}\bto [$€£]?$/.test(wordsBetween(text, from, to))
    )
      continue;
    const joint = wordsBetween(text, to, by);
    const behind = text.slice(by.end, by.end + 24);
    const isNamed =
      CHANGE_OF.test(joint) ||
      (/, an? $/.test(joint) && CHANGE_BEHIND.test(behind)) ||
      /, (?:up|down) (?:by )?$/.test(joint);
    if (!isNamed) continue;
    const is = isPercent(by) ? (100 * Math.abs(to.low - from.low)) / from.low : Math.abs(to.low - from.low);
    if (Math.abs(by.low - is) <= (isPercent(by) ? tolerance(by) : 0)) continue;
    const unit = isPercent(by) ? ' percent' : '';
    return within(
      'sum',
      [from, to, by].map(placeOf),
      `From ${from.low} to ${to.low} is a change of ${shown(is)}${unit}, not ${shown(by.low)}.`,
    );
  }
  return null;
}

const CHANGE_OF =
  /\b(?:increase|rise|gain|jump|growth|fall|drop|decline|decrease|cut|loss|reduction|change)s? of (?:about |some |nearly )?$/;
const CHANGE_BEHIND =
  /^ ?-?(?:percent |per cent |%)?-?(?:increase|rise|gain|jump|fall|drop|decline|decrease|cut|loss|reduction)\b/;

/** Half of the last place that is printed, and a little: 33 percent for a third. */
function tolerance({ value }: Figure): number {
  return /\d[.,]\d/.test(value) ? 0.06 : 0.6;
}

function shown(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function placeOf({ start, end }: Range): Range {
  return { start, end };
}
