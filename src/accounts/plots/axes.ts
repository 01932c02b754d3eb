// The scales, grids and axes of plots as SVG. Classes and geometry only.
import type { Html } from '#src/http/html.ts';
import { element, moved } from './plot-marks.ts';

/** From a value to its place in the drawing. */
export type Place = (value: number) => number;

/** What is said at an axis, and where along it. */
export interface Tick {
  at: number;
  words: string;
}

/** Puts values from `low` to `high` between two places; in powers of ten, all are above nothing. */
export function placing(
  { low, high, is_log }: { low: number; high: number; is_log: boolean },
  [from, to]: [number, number],
): Place {
  const size = is_log ? Math.log : (value: number) => value;
  const [first, span] = [size(low), size(high) - size(low)];
  return (value) => from + ((size(value) - first) / span) * (to - from);
}

const LINES = { class: 'grid', stroke: 'currentColor', 'stroke-opacity': 0.1, 'aria-hidden': 'true' };

/** A line from top to bottom at each of these places. */
export function uprights(places: readonly number[], [y1, y2]: [number, number]): Html {
  return element('g', LINES, ...places.map((x) => element('line', { x1: x, x2: x, y1, y2 })));
}

/** A line from left to right at each of these places. */
export function levels(places: readonly number[], [x1, x2]: [number, number]): Html {
  return element('g', LINES, ...places.map((y) => element('line', { x1, x2, y1: y, y2: y })));
}

/** The words below the frame, `gap` under it, each in the middle of its place. */
export function wordsBelow(ticks: readonly Tick[], { y, gap }: { y: number; gap: number }): Html {
  const words = ticks.map(({ at, words }) => element('text', { ...moved(at, y), y: '0.71em' }, words));
  return element('g', { class: 'axis', ...moved(0, gap) }, ...words);
}

/** The words left of the frame, `gap` beside it, each ending there. */
export function wordsBeside(ticks: readonly Tick[], { x, gap }: { x: number; gap: number }): Html {
  const words = ticks.map(({ at, words }) => element('text', { ...moved(x, at), y: '0.32em' }, words));
  return element('g', { class: 'axis', 'text-anchor': 'end', ...moved(-gap, 0) }, ...words);
}

/** Short strokes under the frame. */
export function strokesBelow(ticks: readonly Tick[], { y, length }: { y: number; length: number }): Html {
  const strokes = ticks.map(({ at }) => element('line', { x1: at, x2: at, y1: y, y2: y + length }));
  return element('g', { class: 'axis', stroke: 'currentColor', 'aria-hidden': 'true' }, ...strokes);
}
