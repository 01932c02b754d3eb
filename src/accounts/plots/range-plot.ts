// The range plot: a row for each account with its mark and number; wide, or narrow with names above.
import type { Html } from '#src/http/html.ts';
import { type Place, placing, uprights, wordsBelow } from './axes.ts';
import { draw } from './drawing.ts';
import { plotInWords } from './plot-captions.ts';
import { element, extentOf, fadings, markOf, type Placing, textAt } from './plot-marks.ts';
import type { PlotModel, PlotRow } from './plot-rows.ts';
import { fitted, numberWords, widthOf } from './plot-words.ts';

export type PlotWidth = 'wide' | 'narrow';

const LAYOUTS = {
  wide: { width: 720, names: 214, right: 18, row: 38, top: 10, size: 13, mark: 19 },
  narrow: { width: 344, names: 8, right: 12, row: 44, top: 6, size: 12.5, mark: 30 },
};
const AXIS = 26;
const GAP = 9;

/** Draws the model. `name` begins the ids in it. */
export function rangePlot(model: PlotModel, { name, width }: { name: string; width: PlotWidth }): Html {
  const layout = LAYOUTS[width];
  const { scale, dimension, rows } = model;
  const bottom = layout.top + rows.length * layout.row;
  const x = placing(scale, [layout.names, layout.width - layout.right]);
  const said = width === 'wide' || scale.ticks.length <= 6 ? scale.ticks : scale.ticks.filter((_, i) => i % 2 === 0);
  const ticks = said.map((value) => ({ at: x(value), words: numberWords(value, dimension) }));
  const grid = ticks.map(({ at }) => at);
  return draw(
    { width: layout.width, height: bottom + AXIS },
    { name, kind: `range-plot ${width}`, title: model.point, description: plotInWords(model) },
    ...gridStrips(width, rows.length).map((strip) => uprights(grid, strip)),
    wordsBelow(ticks, { y: bottom, gap: 8 }),
    rowsOf(model, { name, width, x }),
  );
}

/** From where to where the grid is drawn: where names stand over the marks, only behind these, so that it runs through no name. */
function gridStrips(width: PlotWidth, count: number): [number, number][] {
  const { top, row, mark } = LAYOUTS[width];
  if (width === 'wide') return [[top, top + row * count]];
  return Array.from({ length: count }, (_, index) => {
    const at = top + index * row + mark;
    return [at - 7, index === count - 1 ? top + row * count : at + 9];
  });
}

interface Drawing {
  name: string;
  width: PlotWidth;
  x: Place;
}

function rowsOf(model: PlotModel, { name, width, x }: Drawing): Html {
  const layout = LAYOUTS[width];
  const edges: [number, number] = [layout.names, layout.width - layout.right];
  const rows = model.rows.map((row, index) => {
    const across = layout.top + index * layout.row + layout.mark;
    const placing: Placing = { along: x, edges, across, is_standing: false, name };
    return element('g', { class: 'row' }, ...rowOf(row, { placing, width }));
  });
  const band = bandOf(model, { x, width, count: rows.length });
  return element('g', {}, fadings(name, ['right', 'left']), ...band, ...rows);
}

function rowOf(row: PlotRow, { placing, width }: { placing: Placing; width: PlotWidth }): Html[] {
  const { edges, across } = placing;
  const names = width === 'wide' ? namesBeside(row, across) : namesAbove(row, placing);
  if (row.shape === 'none') return width === 'wide' ? [...names, wordsInPlace(row, placing)] : names;
  const line = element('line', { class: 'lead', x1: edges[0], x2: edges[1], y1: across, y2: across });
  const number = width === 'wide' ? [numberBeside(row, placing)] : [];
  return [line, ...names, markOf(row, placing), ...number];
}

/** An answer that is no number stands where its mark would be. */
function wordsInPlace(row: PlotRow, { edges, across }: Placing): Html {
  const words = fitted(row.label, edges[1] - edges[0] - 8, 13);
  return textAt(words, { x: edges[0] + 8, y: across + 4.5, class: 'no-figure' });
}

/** The number stands after its mark; before it where there is no room; over it where there is none on either side. */
function numberBeside(row: PlotRow, placing: Placing): Html {
  const { edges, across } = placing;
  const [first, last] = extentOf(row, placing);
  const words = fitted(row.label, edges[1] - edges[0], 13);
  const length = widthOf(words, 13);
  const beside = { y: across + 4.5, class: 'number' };
  if (last + GAP + length <= edges[1]) return textAt(words, { ...beside, x: last + GAP });
  if (first - GAP - length >= edges[0]) return textAt(words, { ...beside, x: first - GAP, 'text-anchor': 'end' });
  const x = Math.max(edges[0], Math.min(first, edges[1] - length));
  return textAt(words, { x, y: across - 9, class: 'number' });
}

function namesBeside(row: PlotRow, across: number): Html[] {
  const room = LAYOUTS.wide.names - 12;
  const under = row.is_preferred ? '✓ the desk follows this' : row.role;
  const name = textAt(fitted(row.name, room, 13), { x: 0, y: across + (under ? -2 : 4.5), class: 'name' });
  if (under === '') return [name];
  return [name, textAt(fitted(under, room, 11.5), { x: 0, y: across + 13, class: 'role' })];
}

/** Name and role over the mark, and at the end of their line the number, so that nothing stands on anything. */
function namesAbove(row: PlotRow, { edges, across }: Placing): Html[] {
  const y = across - 13;
  const words = fitted(row.label, (edges[1] - edges[0]) / 2, 12.5);
  const number = { x: edges[1], y, class: row.shape === 'none' ? 'no-figure' : 'number', 'text-anchor': 'end' };
  const room = edges[1] - edges[0] - widthOf(words, 12.5) - 12;
  const name = fitted(row.name, room, 12.5);
  const made = [textAt(name, { x: edges[0], y, class: 'name' }), textAt(words, number)];
  const under = row.is_preferred ? '✓ followed' : row.role;
  const used = widthOf(name, 12.5) + 6;
  if (under === '' || room - used < 50) return made;
  return [...made, textAt(fitted(under, room - used, 11.5), { x: edges[0] + used, y, class: 'role' })];
}

/** What the rule makes of it, behind the marks: a stretch, or a broken line at the one value. */
function bandOf({ followed }: PlotModel, { x, width, count }: Banding): Html[] {
  if (followed === null) return [];
  const { top, row, mark } = LAYOUTS[width];
  const [x1, x2] = [x(followed.low), x(followed.high)];
  const strips =
    width === 'wide'
      ? [{ y1: top, y2: top + row * count }]
      : Array.from({ length: count }, (_, index) => top + index * row + mark).map((at) => ({ y1: at - 9, y2: at + 9 }));
  return strips.map(({ y1, y2 }) =>
    x2 - x1 < 2
      ? element('line', { class: 'followed-line', x1, x2: x1, y1, y2 })
      : element('rect', { class: 'followed-band', x: x1, y: y1, width: x2 - x1, height: y2 - y1 }),
  );
}

interface Banding {
  x: Place;
  width: PlotWidth;
  count: number;
}
