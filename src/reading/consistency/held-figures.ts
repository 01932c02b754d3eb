// Figures and days of a claim beside those of a passage, where their words stand in the same place. Pure.
import { type Figure, figuresOf } from '../entities/figures.ts';
import { timesOf } from '../entities/times.ts';
import { overlaps, type Range } from '../text/range.ts';
import { daysOf } from './moments.ts';

/** Of one side: all figures in it. */
export interface Side {
  text: string;
  figures: readonly Figure[];
}

export function sideOf(text: string, range: Range): Side {
  return { text, figures: figuresOf(text, range) };
}

export type HeldFigures = { our: Figure; their: Figure; is_alike: boolean };

/** The one figure that words of each side belong to; null where one side has none, or several. */
export function figuresAt(
  [ours, theirs]: readonly [Side, Side],
  [here, there]: readonly [readonly Range[], readonly Range[]],
): HeldFigures | null {
  const among = (figures: readonly Figure[], words: readonly Range[]) =>
    figures.filter((figure) => words.some((word) => overlaps(word, wholeOf(figure))));
  const [our, ...more] = among(ours.figures, here);
  const [their, ...others] = among(theirs.figures, there);
  if (!our || !their || more.length + others.length > 0) return null;
  return { our, their, is_alike: isAlike(our, their) };
}

/** With its unit, so far as that stands right behind: "25" and "%". */
function wholeOf({ start, end }: Figure): Range {
  return { start, end: end + 1 };
}

/** 25 percent is a quarter, two dozen are 24, and $3bn are three billion. What bends them is another matter. */
function isAlike(one: Figure, other: Figure): boolean {
  const isRound = one.unit === 'share' || other.unit === 'share';
  const room = isRound ? 2 : 1e-9;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= room;
  return isNear(lowOf(one), lowOf(other)) && isNear(highOf(one), highOf(other));
}

/** As printed, a third is 33 percent. */
function scaled({ unit }: Figure, bound: number): number {
  return unit === 'share' ? bound * 100 : bound;
}

function lowOf(figure: Figure): number {
  return scaled(figure, figure.low ?? figure.high ?? Number.NaN);
}

function highOf(figure: Figure): number {
  return scaled(figure, figure.high ?? figure.low ?? Number.NaN);
}

/** "$3bn" and "$3 million": the same digits a thousand times as much. */
export function areOfOtherScale({ our, their }: HeldFigures): boolean {
  const times = Math.max(lowOf(our), lowOf(their)) / Math.min(lowOf(our), lowOf(their));
  return [1e3, 1e6, 1e9].some((scale) => Math.abs(times / scale - 1) < 1e-9);
}

/** Whether one is at least so many and the other at most. */
export function areOpposed({ comparator: one }: Figure, { comparator: other }: Figure): boolean {
  const way = (sign: string) => (/[>≥]/.test(sign) ? 1 : /[<≤]/.test(sign) ? -1 : 0);
  return way(one) * way(other) < 0;
}

/** The only full date on each side, where the two are other days; else null. */
export function otherDays(text: string, claim: Range, passage: string): { our: Range; their: Range } | null {
  const [our, their] = [onlyDay(text, claim), onlyDay(passage, { start: 0, end: passage.length })];
  if (!our || !their || (our.days[0] === their.days[0] && our.days[1] === their.days[1])) return null;
  return { our: our.range, their: their.range };
}

function onlyDay(text: string, range: Range): { range: Range; days: readonly [number, number] } | null {
  const dates = timesOf(text, range).flatMap(({ kind, start, end }) => {
    const printed = text.slice(start, end);
    const isFull =
      kind === 'date' &&
      /\d{1,2}/.test(printed.replace(/\d{4}/, '')) &&
      /\p{L}{3}.*\d{4}|\d{4}.*\p{L}{3}/u.test(printed);
    const days = isFull ? daysOf(printed) : null;
    return days === null || days[0] !== days[1] ? [] : [{ range: { start, end }, days }];
  });
  return dates.length === 1 ? (dates[0] ?? null) : null;
}

const OPPOSITES = new Map(
  [
    ...['denied admitted', 'denied confirmed', 'accepted rejected', 'accepted refused', 'approved rejected'],
    ...[
      'rose fell',
      'increased decreased',
      'increased fell',
      'won lost',
      'guilty innocent',
      'opened closed',
      'before after',
    ],
    ...['above below', 'north south', 'east west', 'northern southern', 'eastern western', 'more fewer', 'more less'],
    ...[
      'highest lowest',
      'largest smallest',
      'first last',
      'arrived left',
      'bought sold',
      'legal illegal',
      'acquitted convicted',
    ],
  ].flatMap((pair) => [
    [pair, true],
    [pair.split(' ').reverse().join(' '), true],
  ]),
);

/** "denied" and "admitted". */
export function areOpposites(one: string, other: string): boolean {
  return OPPOSITES.has(`${one} ${other}`);
}
