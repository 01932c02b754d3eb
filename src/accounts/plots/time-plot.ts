// The plot over time: how the numbers moved, each party's joined by a line.
import type { Html } from '#src/http/html.ts';
import { itemAt, needed } from '#src/item-at.ts';
import { type Board, draw } from './drawing.ts';
import { plotInWords } from './plot-captions.ts';
import { element, fadings, markOf, type Placing, type SvgElement, textAt } from './plot-marks.ts';
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

type Place = (value: number) => number;
type TimedRow = PlotRow & { at: number };

/** Draws the rows that have a number and a time; the caller has asked isOverTime. */
export function timePlot(board: Board, model: PlotModel, { name, width }: { name: string; width: PlotWidth }): Html {
  const layout = LAYOUTS[width];
  const rows = model.rows.filter((row): row is TimedRow => row.shape !== 'none' && row.at !== null);
  const series = [...Map.groupBy(rows, (row) => row.name).values()].map((some) => some.sort((a, b) => a.at - b.at));
  const height = Math.max(layout.height, series.length * LINE + TOP + AXIS);
  const times = rows.map((row) => row.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = (last - first) * 0.05;
  const { scale } = model;
  const drawSeries = (_index: unknown, { x, y }: { x?: unknown; y?: unknown }) =>
    seriesOf(board, series, { name, width, height, x: x as Place, y: y as Place }) as never;
  return draw(
    board,
    {
      ...{ width: layout.width, height },
      ...{ marginLeft: layout.left, marginRight: layout.right, marginTop: TOP, marginBottom: AXIS },
      x: { type: 'utc', domain: [new Date(first - pad), new Date(last + pad)], label: null },
      y: { type: scale.is_log ? 'log' : 'linear', domain: [scale.low, scale.high], label: null },
      marks: [...axesOf(board, model, { ticks: layout.ticks, span: last - first }), drawSeries],
    },
    {
      ...{ name, kind: `time-plot ${width}`, title: `${model.point} Over time` },
      description: plotInWords({ ...model, rows }),
    },
  );
}

function axesOf({ Plot }: Board, { scale, dimension }: PlotModel, { ticks, span }: { ticks: number; span: number }) {
  const look = { label: null, className: 'axis' };
  const sayTime = (value: Date) => timeWords(value, span);
  const sayNumber = (value: number) => numberWords(value, dimension);
  return [
    Plot.gridY({ ticks: scale.ticks, className: 'grid' }),
    Plot.axisX({ ticks, tickFormat: sayTime, tickSize: 4, tickPadding: 6, ...look }),
    Plot.axisY({ ticks: scale.ticks, tickFormat: sayNumber, tickSize: 0, tickPadding: 8, ...look }),
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

function seriesOf({ document }: Board, series: TimedRow[][], drawing: Drawing): SvgElement {
  const { name, height, x, y } = drawing;
  const edges: [number, number] = [height - AXIS, TOP];
  const drawn = series.flatMap((rows) => {
    const marks = rows.map((row) => {
      const placing: Placing = { along: y, edges, across: x(row.at), is_standing: true, name };
      return markOf(document, row, placing);
    });
    const points = rows.map((row) => `${Math.round(x(row.at))},${Math.round(y(middleOf(row)))}`).join(' ');
    const line = rows.length > 1 ? [element(document, 'polyline', { class: 'thread', points })] : [];
    return [...line, ...marks];
  });
  return element(
    document,
    'g',
    {},
    fadings(document, name, ['up', 'down']),
    ...drawn,
    ...labelsOf(document, series, drawing),
  );
}

/** Names and numbers at the right, moved apart where they would stand on each other, each with a thin line to its mark. */
function labelsOf(document: Board['document'], series: TimedRow[][], { width, height, x, y }: Drawing): SvgElement[] {
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
    const line = element(document, 'polyline', { class: 'leader', points: points.join(' ') });
    return [line, textAt(document, words, { x: left + 18, y: to + 4, class: 'name' })];
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
