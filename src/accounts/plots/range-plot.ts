// The range plot: a row for each account with its mark and number; wide, or narrow with names above.
import type { Html } from '#src/http/html.ts';
import { type Board, draw } from './drawing.ts';
import { plotInWords } from './plot-captions.ts';
import { element, extentOf, fadings, markOf, type Placing, type SvgElement, textAt } from './plot-marks.ts';
import type { PlotModel, PlotRow } from './plot-rows.ts';
import { fitted, numberWords, widthOf } from './plot-words.ts';

export type PlotWidth = 'wide' | 'narrow';

const LAYOUTS = {
  wide: { width: 720, names: 214, right: 18, row: 38, top: 10, size: 13, mark: 19 },
  narrow: { width: 344, names: 8, right: 12, row: 44, top: 6, size: 12.5, mark: 30 },
};
const AXIS = 26;
const GAP = 9;

type XScale = (value: number) => number;

/** Draws the model. `name` begins the ids in it. */
export function rangePlot(board: Board, model: PlotModel, { name, width }: { name: string; width: PlotWidth }): Html {
  const layout = LAYOUTS[width];
  const { scale, dimension, rows } = model;
  const height = layout.top + rows.length * layout.row + AXIS;
  const { Plot } = board;
  const ticks = width === 'wide' || scale.ticks.length <= 6 ? scale.ticks : scale.ticks.filter((_, i) => i % 2 === 0);
  const axis = { ticks, tickFormat: (value: number) => numberWords(value, dimension), tickSize: 0, className: 'axis' };
  return draw(
    board,
    {
      width: layout.width,
      height,
      marginLeft: layout.names,
      marginRight: layout.right,
      marginTop: layout.top,
      marginBottom: AXIS,
      x: { type: scale.is_log ? 'log' : 'linear', domain: [scale.low, scale.high], label: null },
      marks: [
        Plot.gridX({ ticks, className: 'grid' }),
        Plot.axisX({ ...axis, label: null, tickPadding: 8 }),
        (_index, scales) => rowsOf(board, model, { name, width, x: scales.x as XScale }) as never,
      ],
    },
    { name, kind: `range-plot ${width}`, title: model.point, description: plotInWords(model) },
  );
}

interface Drawing {
  name: string;
  width: PlotWidth;
  x: XScale;
}

function rowsOf({ document }: Board, model: PlotModel, { name, width, x }: Drawing): SvgElement {
  const layout = LAYOUTS[width];
  const edges: [number, number] = [layout.names, layout.width - layout.right];
  const rows = model.rows.map((row, index) => {
    const across = layout.top + index * layout.row + layout.mark;
    const placing: Placing = { along: x, edges, across, is_standing: false, name };
    return element(document, 'g', { class: 'row' }, ...rowOf(document, row, { placing, width }));
  });
  const band = bandOf(document, model, { x, width, count: rows.length });
  return element(document, 'g', {}, fadings(document, name, ['right', 'left']), ...band, ...rows);
}

function rowOf(
  document: Board['document'],
  row: PlotRow,
  { placing, width }: { placing: Placing; width: PlotWidth },
): SvgElement[] {
  const { edges, across } = placing;
  const names = width === 'wide' ? namesBeside(document, row, across) : namesAbove(document, row, placing);
  if (row.shape === 'none') return width === 'wide' ? [...names, wordsInPlace(document, row, placing)] : names;
  const line = element(document, 'line', { class: 'lead', x1: edges[0], x2: edges[1], y1: across, y2: across });
  const number = width === 'wide' ? [numberBeside(document, row, placing)] : [];
  return [line, ...names, markOf(document, row, placing), ...number];
}

/** An answer that is no number stands where its mark would be. */
function wordsInPlace(document: Board['document'], row: PlotRow, { edges, across }: Placing): SvgElement {
  const words = fitted(row.label, edges[1] - edges[0] - 8, 13);
  return textAt(document, words, { x: edges[0] + 8, y: across + 4.5, class: 'no-figure' });
}

/** The number stands after its mark; before it where there is no room; over it where there is none on either side. */
function numberBeside(document: Board['document'], row: PlotRow, placing: Placing): SvgElement {
  const { edges, across } = placing;
  const [first, last] = extentOf(row, placing);
  const words = fitted(row.label, edges[1] - edges[0], 13);
  const length = widthOf(words, 13);
  const beside = { y: across + 4.5, class: 'number' };
  if (last + GAP + length <= edges[1]) return textAt(document, words, { ...beside, x: last + GAP });
  if (first - GAP - length >= edges[0])
    return textAt(document, words, { ...beside, x: first - GAP, 'text-anchor': 'end' });
  const x = Math.max(edges[0], Math.min(first, edges[1] - length));
  return textAt(document, words, { x, y: across - 9, class: 'number' });
}

function namesBeside(document: Board['document'], row: PlotRow, across: number): SvgElement[] {
  const room = LAYOUTS.wide.names - 12;
  const under = row.is_preferred ? '✓ the desk follows this' : row.role;
  const name = textAt(document, fitted(row.name, room, 13), { x: 0, y: across + (under ? -2 : 4.5), class: 'name' });
  if (under === '') return [name];
  return [name, textAt(document, fitted(under, room, 11.5), { x: 0, y: across + 13, class: 'role' })];
}

/** Name and role over the mark, and at the end of their line the number, so that nothing stands on anything. */
function namesAbove(document: Board['document'], row: PlotRow, { edges, across }: Placing): SvgElement[] {
  const y = across - 13;
  const words = fitted(row.label, (edges[1] - edges[0]) / 2, 12.5);
  const number = { x: edges[1], y, class: row.shape === 'none' ? 'no-figure' : 'number', 'text-anchor': 'end' };
  const room = edges[1] - edges[0] - widthOf(words, 12.5) - 12;
  const name = fitted(row.name, room, 12.5);
  const made = [textAt(document, name, { x: edges[0], y, class: 'name' }), textAt(document, words, number)];
  const under = row.is_preferred ? '✓ followed' : row.role;
  const used = widthOf(name, 12.5) + 6;
  if (under === '' || room - used < 50) return made;
  return [...made, textAt(document, fitted(under, room - used, 11.5), { x: edges[0] + used, y, class: 'role' })];
}

/** What the rule makes of it, behind the marks: a stretch, or a broken line at the one value. */
function bandOf(document: Board['document'], { followed }: PlotModel, { x, width, count }: Banding): SvgElement[] {
  if (followed === null) return [];
  const { top, row, mark } = LAYOUTS[width];
  const [x1, x2] = [x(followed.low), x(followed.high)];
  const strips =
    width === 'wide'
      ? [{ y1: top, y2: top + row * count }]
      : Array.from({ length: count }, (_, index) => top + index * row + mark).map((at) => ({ y1: at - 9, y2: at + 9 }));
  return strips.map(({ y1, y2 }) =>
    x2 - x1 < 2
      ? element(document, 'line', { class: 'followed-line', x1, x2: x1, y1, y2 })
      : element(document, 'rect', { class: 'followed-band', x: x1, y: y1, width: x2 - x1, height: y2 - y1 }),
  );
}

interface Banding {
  x: XScale;
  width: PlotWidth;
  count: number;
}
