// The marks of plots as SVG: points, intervals and open ends. Classes and geometry only.
import { escapeHtml, type Html, raw } from '#src/http/html.ts';
import type { PlotRow } from './plot-rows.ts';

const RING = 5;
const BAR = 3;
const HEAD = 7;

type Attributes = Record<string, string | number | undefined>;

/** Makes one element around others or a text; attributes that are undefined are left out, numbers are rounded to a tenth. */
export function element(name: string, attributes: Attributes, ...children: (Html | string)[]): Html {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapeHtml(value ?? '')}"`)
    .join('');
  const inside = children.map((child) => (typeof child === 'string' ? escapeHtml(child) : child.toString())).join('');
  return raw(`<${name}${said}>${inside}</${name}>`);
}

/** A line of text at a place; what it says can be nothing but text. */
export function textAt(
  text: string,
  { x, y, ...rest }: { x: number; y: number; class: string; 'text-anchor'?: string },
): Html {
  return element('text', { x, y, 'text-anchor': 'start', ...rest }, text);
}

/** The attribute that moves an element. */
export function moved(x: number, y: number): Attributes {
  return { transform: `translate(${rounded(x)},${rounded(y)})` };
}

export interface Placing {
  /** From a value to its place along the axis. */
  along(value: number): number;
  /** Where open ends point to: the edges of the scale, less first. */
  edges: [number, number];
  /** Where the row lies across the axis. */
  across: number;
  is_standing: boolean;
  /** What the ids of this plot begin with. */
  name: string;
}

/** Where a row's mark begins and ends along the axis, rings included; for placing its label. */
export function extentOf(row: PlotRow, { along, edges }: Pick<Placing, 'along' | 'edges'>): [number, number] {
  const low = row.low === null ? edges[0] : along(row.low);
  const high = row.high === null ? edges[1] : along(row.high);
  const [first, last] = low <= high ? [low, high] : [high, low];
  return [row.shape === 'below' ? first : first - RING, row.shape === 'above' ? last : last + RING];
}

/** The mark of a row that has one. */
export function markOf(row: PlotRow, placing: Placing): Html {
  const of = {
    class: ['mark', row.shape, row.is_about && 'about', row.is_preferred && 'followed'].filter(Boolean).join(' '),
  };
  return element('g', of, ...piecesOf(row, placing));
}

function piecesOf(row: PlotRow, placing: Placing): Html[] {
  const { along, edges } = placing;
  const { low, high } = row;
  if (row.shape === 'above' && low !== null) return openEnd({ from: along(low), to: edges[1] }, row, placing);
  if (row.shape === 'below' && high !== null) return openEnd({ from: along(high), to: edges[0] }, row, placing);
  if (low === null || high === null) return [];
  if (row.shape === 'point') return [ringAt(along(low), { ...placing, is_hollow: row.is_about })];
  const [x1, y1, x2, y2] = [...at(along(low), placing), ...at(along(high), placing)];
  return [element('line', { class: 'bar', x1, y1, x2, y2 })];
}

/** A ring at the bound (hollow where it is not reached itself), a bar that fades, and a head that says: further. */
function openEnd({ from, to }: { from: number; to: number }, row: PlotRow, placing: Placing): Html[] {
  const way = Math.sign(to - from) || 1;
  const { across, is_standing, name } = placing;
  const [first, last] = [Math.min(from, to - way), Math.max(from, to - way)];
  const box = is_standing
    ? { x: across - BAR / 2, y: first, width: BAR, height: last - first }
    : { x: first, y: across - BAR / 2, width: last - first, height: BAR };
  const direction = is_standing ? (way < 0 ? 'up' : 'down') : way < 0 ? 'left' : 'right';
  const tip = at(to, placing);
  const wings = [-1, 1].map((side) => at(to - way * HEAD, { ...placing, across: across + side * (HEAD - 2) }));
  const points = [wings[0], tip, wings[1]].map((corner) => (corner ?? tip).map(rounded).join(',')).join(' ');
  return [
    element('rect', { class: 'fading', fill: `url(#${name}-${direction})`, ...box }),
    element('polyline', { class: 'head', points }),
    ringAt(from, { ...placing, is_hollow: row.is_beyond }),
  ];
}

function ringAt(place: number, placing: Placing & { is_hollow: boolean }): Html {
  const [cx, cy] = at(place, placing);
  return element('circle', { class: placing.is_hollow ? 'ring hollow' : 'ring', cx, cy, r: RING });
}

function at(place: number, { across, is_standing }: Placing): [number, number] {
  return is_standing ? [across, place] : [place, across];
}

const DIRECTIONS = { right: [0, 0, 1, 0], left: [1, 0, 0, 0], up: [0, 1, 0, 0], down: [0, 0, 0, 1] };

/** The fadings that open ends are filled with, by way of pointing. */
export function fadings(name: string, ways: (keyof typeof DIRECTIONS)[]): Html {
  const made = ways.map((way) => {
    const [x1, y1, x2, y2] = DIRECTIONS[way] as [number, number, number, number];
    const stops = [0, 1].map((offset) => element('stop', { class: offset === 0 ? 'full' : 'faint', offset }));
    return element('linearGradient', { id: `${name}-${way}`, x1, y1, x2, y2 }, ...stops);
  });
  return element('defs', {}, ...made);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
