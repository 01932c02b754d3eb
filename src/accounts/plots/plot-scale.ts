// The scale of a plot: from where to where, in which steps, and when in powers of ten. Pure.
import type { Dimension } from '../units.ts';

export interface Scale {
  low: number;
  high: number;
  is_log: boolean;
  /** False where a linear scale of amounts begins above nothing, which its caption then says. */
  begins_at_zero: boolean;
  ticks: number[];
}

export interface Bounds {
  low: number | null;
  high: number | null;
}

const TWO_DECADES = 100;
const STEPS = 5;
/** Above this share of the highest, all figures would crowd at the end of a scale that begins at nothing. */
const CROWDED = 0.6;

/** The scale for these figures, at least one of them with a bound; open ends get room to point into. */
export function scaleFor(figures: readonly Bounds[], dimension: Dimension): Scale {
  const values = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const opens_up = figures.some((one) => one.high === null && one.low !== null);
  const opens_down = figures.some((one) => one.low === null && one.high !== null);
  if (low > 0 && high / low > TWO_DECADES) return logScale({ low, high }, { opens_up, opens_down });
  return linearScale({ low, high }, { opens_up, opens_down, dimension });
}

type Ends = { opens_up: boolean; opens_down: boolean };

function linearScale(
  { low, high }: { low: number; high: number },
  { opens_up, opens_down, dimension }: Ends & { dimension: Dimension },
): Scale {
  const from_zero = low >= 0 && (low === high || low <= high * CROWDED) && dimension !== 'hour';
  const span = high - (from_zero ? 0 : low) || Math.abs(high) || 1;
  const room = dimension === 'hour' && low === high ? 1 : span;
  const first = from_zero ? 0 : low - room * (opens_down ? 0.3 : 0.1);
  const last = high <= 0 && low < 0 && !opens_up ? Math.max(high, 0) : high + room * (opens_up ? 0.3 : 0.04);
  const step = stepFor(last - first, dimension);
  const [from, to] = [Math.floor(exact(first / step)), Math.ceil(exact(last / step))];
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => exact((from + index) * step));
  const ends = { low: exact(from * step), high: exact(to * step) };
  return { ...ends, is_log: false, begins_at_zero: ends.low <= 0 || dimension === 'hour', ticks };
}

/** One, two or five times a power of ten; whole numbers for what is counted, quarters of an hour for hours. */
function stepFor(span: number, dimension: Dimension): number {
  const least = span / STEPS;
  if (dimension === 'hour') return [0.25, 0.5, 1, 2, 3, 6, 12, 24].find((step) => step >= least) ?? 24;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((times) => times * power >= least * 0.999) ?? 10) * power;
  return dimension === 'count' ? Math.max(1, step) : exact(step);
}

function logScale({ low, high }: { low: number; high: number }, { opens_up, opens_down }: Ends): Scale {
  const from = Math.floor(Math.log10(low * (opens_down ? 0.5 : 1)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(high * (opens_up ? 2 : 1))));
  const every = Math.ceil((to - from) / 6);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => index)
    .filter((index) => index % every === 0)
    .map((index) => exact(10 ** (from + index)));
  return { low: exact(10 ** from), high: exact(10 ** to), is_log: true, begins_at_zero: true, ticks };
}

/** Without the last digits, in which sums of decimals go astray. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
