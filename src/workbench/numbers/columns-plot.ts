// Claims that are done as SVG: a column a week, month or year, a piece a verdict with its colour and sign.
import { levels, type Place, placing, wordsBelow, wordsBeside } from '#src/accounts/plots/axes.ts';
import { draw } from '#src/accounts/plots/drawing.ts';
import { element, textAt } from '#src/accounts/plots/plot-marks.ts';
import { counted } from '#src/counted.ts';
import type { Html } from '#src/http/html.ts';
import { itemAt } from '#src/item-at.ts';
import type { VerdictsOverTime } from './gather-numbers.ts';

export type ColumnsWidth = 'wide' | 'narrow';

const LAYOUTS = {
  wide: { width: 720, height: 300, left: 46, label: 46, widest: 54 },
  narrow: { width: 344, height: 270, left: 36, label: 42, widest: 40 },
};
const TOP = 24;
const AXIS = 26;
/** A piece holds its sign from this height and width on. */
const SIGN = { high: 15, wide: 15 };
/** A digit is about as wide: a number stands over its column where it touches no other. */
const DIGIT = 7.4;

/** Draws them; the caller has seen that there is something to draw. */
export function columnsPlot(numbers: VerdictsOverTime, { width, unit }: { width: ColumnsWidth; unit: string }): Html {
  const layout = LAYOUTS[width];
  const totals = numbers.counts.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const ticks = ticksTo(Math.max(...totals));
  const bottom = layout.height - AXIS;
  const y = placing({ low: 0, high: itemAt(ticks, -1), is_log: false }, [bottom, TOP]);
  const step = (layout.width - layout.left) / totals.length;
  const column = { step, thick: Math.min(layout.widest, Math.max(2, step * 0.74)), left: layout.left, y };
  const every = Math.ceil(layout.label / step);
  const labels = numbers.periods.map(({ label }, at) => ({ at: middleOf(at, column), words: label }));
  return draw(
    { width: layout.width, height: layout.height },
    {
      name: `verdicts-${width}`,
      kind: `columns-plot ${width}`,
      title: `Claims done by ${unit} and verdict`,
      description: inWords(numbers, totals),
    },
    levels(ticks.map(y), [layout.left, layout.width]),
    wordsBeside(
      ticks.map((tick) => ({ at: y(tick), words: tick.toLocaleString('en') })),
      { x: layout.left, gap: 8 },
    ),
    ...numbers.counts.map((counts, at) => columnOf(counts, { at, numbers, column })),
    ...totals.map((total, at) => totalOf(total, at, column)),
    wordsBelow(
      labels.filter((_, at) => at % every === 0),
      { y: bottom, gap: 9 },
    ),
  );
}

interface Column {
  step: number;
  thick: number;
  left: number;
  y: Place;
}

function middleOf(at: number, { step, left }: Column): number {
  return left + (at + 0.5) * step;
}

/** One on the other, the desk's first verdict at the foot. */
function columnOf(
  counts: readonly number[],
  { at, numbers, column }: { at: number; numbers: VerdictsOverTime; column: Column },
): Html {
  const [middle, pieces] = [middleOf(at, column), [] as Html[]];
  let below = 0;
  counts.forEach((count, index) => {
    if (count === 0) return;
    const { colour, mark } = itemAt(numbers.verdicts, index);
    const [foot, top] = [column.y(below), column.y(below + count)];
    below += count;
    const box = { x: middle - column.thick / 2, y: top, width: column.thick, height: foot - top };
    const rect = element('rect', { class: 'piece', ...box });
    const has_room = box.height >= SIGN.high && box.width >= SIGN.wide;
    const sign = has_room
      ? [textAt(mark, { x: middle, y: (foot + top) / 2 + 4.5, class: 'sign', 'text-anchor': 'middle' })]
      : [];
    pieces.push(element('g', { class: colour }, rect, ...sign));
  });
  return element('g', {}, ...pieces);
}

function totalOf(total: number, at: number, column: Column): Html {
  const words = total.toLocaleString('en');
  if (total === 0 || column.step < words.length * DIGIT + 4) return element('g', {});
  const place = { x: middleOf(at, column), y: column.y(total) - 6, class: 'number', 'text-anchor': 'middle' };
  return textAt(words, place);
}

/** Whole numbers from 0 to one that is not below the highest, about five steps. */
function ticksTo(highest: number): number[] {
  const rough = Math.max(1, highest / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? 10 * power;
  const steps = Math.ceil(highest / size);
  return Array.from({ length: steps + 1 }, (_, at) => at * size);
}

function inWords({ periods, verdicts, counts }: VerdictsOverTime, totals: readonly number[]): string {
  return periods
    .map(({ said }, at) => {
      const parts = verdicts.flatMap(({ desk_label }, index) => {
        const count = itemAt(itemAt(counts, at), index);
        return count === 0 ? [] : [`${desk_label} ${count}`];
      });
      return `${said}: ${counted(itemAt(totals, at), 'claim')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
    })
    .join('. ');
}
