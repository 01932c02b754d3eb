// The plot over time: how the numbers moved, each party's joined by a line.
import { utcTicks } from 'd3-time';
import type { Html } from '#src/http/html.ts';
import { itemAt, needed } from '#src/item-at.ts';
import { levels, type Place, placing, strokesBelow, wordsBelow, wordsBeside } from './axes.ts';
import { draw } from './drawing.ts';
import { plotInWords } from './plot-captions.ts';
import { element, fadings, markOf, type Placing, textAt } from './plot-marks.ts';
import type { PlotModel, PlotRow } from './plot-rows.ts';
import { fitted, numberWords } from './plot-words.ts';
import type { PlotWidth } from './range-plot.ts';

const LAYOUTS = {
  wide: { width: 720, height: 280, left: 58, right: 246, ticks: 5 },
  narrow: { width: 344, height: 260, left: 44, right: 132, ticks: 3 },
};
const TOP = 22;
const AXIS = 28;
const LINE = 16;
const HOUR = 3_600_000;

type TimedRow = PlotRow & { at: number };

/** Draws the rows that have a number and a time; the caller has asked isOverTime. */
export function timePlot(model: PlotModel, { name, width }: { name: string; width: PlotWidth }): Html {
  const layout = LAYOUTS[width];
  const rows = model.rows.filter((row): row is TimedRow => row.shape !== 'none' && row.at !== null);
  const series = [...Map.groupBy(rows, (row) => row.name).values()].map((some) => some.sort((a, b) => a.at - b.at));
  const height = Math.max(layout.height, series.length * LINE + TOP + AXIS);
  const times = rows.map((row) => row.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = (last - first) * 0.05;
  const ends = { low: first - pad, high: last + pad, is_log: false };
  const x = placing(ends, [layout.left, layout.width - layout.right]);
  const y = placing(model.scale, [height - AXIS, TOP]);
  const drawing: Drawing = { name, width, height, x, y };
  return draw(
    { width: layout.width, height },
    {
      ...{ name, kind: `time-plot ${width}`, title: `${model.point} Over time` },
      description: plotInWords({ ...model, rows }),
    },
    ...axesOf(model, drawing, ends),
    seriesOf(series, drawing),
  );
}

function axesOf(
  { scale, dimension }: PlotModel,
  { width, height, x, y }: Drawing,
  ends: { low: number; high: number },
) {
  const layout = LAYOUTS[width];
  const bottom = height - AXIS;
  const amounts = scale.ticks.map((value) => ({ at: y(value), words: numberWords(value, dimension) }));
  const moments = utcTicks(new Date(ends.low), new Date(ends.high), layout.ticks);
  const span = ends.high - ends.low;
  const times = moments.map((moment) => ({ at: x(moment.getTime()), words: timeWords(moment, span) }));
  const grid = amounts.map(({ at }) => at);
  return [
    levels(grid, [layout.left, layout.width - layout.right]),
    strokesBelow(times, { y: bottom, length: 4 }),
    wordsBelow(times, { y: bottom, gap: 10 }),
    wordsBeside(amounts, { x: layout.left, gap: 8 }),
  ];
}

function timeWords(value: Date, span: number): string {
  const say = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...how }).format(value);
  if (span > 700 * 24 * HOUR) return say({ year: 'numeric' });
  const is_midnight = value.getTime() % (24 * HOUR) === 0;
  if (span > 60 * HOUR || is_midnight) return say({ day: 'numeric', month: 'short' });
  return say({ hour: '2-digit', minute: '2-digit' });
}

interface Drawing {
  name: string;
  width: PlotWidth;
  height: number;
  x: Place;
  y: Place;
}

function seriesOf(series: TimedRow[][], drawing: Drawing): Html {
  const { name, height, x, y } = drawing;
  const edges: [number, number] = [height - AXIS, TOP];
  const drawn = series.flatMap((rows) => {
    const marks = rows.map((row) => {
      const placing: Placing = { along: y, edges, across: x(row.at), is_standing: true, name };
      return markOf(row, placing);
    });
    const points = rows.map((row) => `${Math.round(x(row.at))},${Math.round(y(middleOf(row)))}`).join(' ');
    const line = rows.length > 1 ? [element('polyline', { class: 'thread', points })] : [];
    return [...line, ...marks];
  });
  return element('g', {}, fadings(name, ['up', 'down']), ...drawn, ...labelsOf(series, drawing));
}

/** Names and numbers at the right, moved apart where they would stand on each other, each with a thin line to its mark. */
function labelsOf(series: TimedRow[][], { width, height, x, y }: Drawing): Html[] {
  const layout = LAYOUTS[width];
  const left = layout.width - layout.right;
  const last = series
    .map((rows) => itemAt(rows, -1))
    .map((row) => ({ row, from: y(middleOf(row)), to: y(middleOf(row)) }))
    .sort((a, b) => a.from - b.from);
  moveApart(last, { top: TOP, bottom: height - AXIS - 2 });
  return last.flatMap(({ row, from, to }) => {
    const said = width === 'wide' ? `${row.name}: ${row.label}` : row.name;
    const words = fitted(said, layout.right - 22, 12);
    const points = [x(row.at) + 8, from, left + 4, from, left + 14, to].map(Math.round);
    const line = element('polyline', { class: 'leader', points: points.join(' ') });
    return [line, textAt(words, { x: left + 18, y: to + 4, class: 'name' })];
  });
}

/** Labels at least a line apart, as near to their marks as that allows, none beyond the frame. */
function moveApart(labels: { to: number }[], { top, bottom }: { top: number; bottom: number }): void {
  let least = top;
  for (const label of labels) {
    label.to = Math.max(label.to, least);
    least = label.to + LINE;
  }
  let most = bottom;
  for (const label of labels.toReversed()) {
    label.to = Math.min(label.to, most);
    most = label.to - LINE;
  }
}

function middleOf({ low, high }: PlotRow): number {
  return needed(low ?? high, 'end of a range') / 2 + needed(high ?? low, 'end of a range') / 2;
}
