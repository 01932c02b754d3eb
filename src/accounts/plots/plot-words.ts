// Numbers as a plot prints them: short, and in words where words were used. Pure.
import { needed } from '#src/item-at.ts';
import { lazily } from '#src/lazily.ts';
import { type Dimension, dimensionOf, foldUnit, onScale } from '../units.ts';

const plain = lazily(() => new Intl.NumberFormat('en', { maximumFractionDigits: 6 }));

const BENDS = { '=': '', '~': 'about ', '>': 'more than ', '≥': 'at least ', '<': 'fewer than ', '≤': 'at most ' };
const BENDS_OF_AMOUNTS = { ...BENDS, '<': 'less than ' };
const SIZES: [number, string][] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
];
const PRINTED_LENGTH = 22;

/** A number on an axis of this dimension: "2.5m", "12:40", "30%", "$3bn". */
export function numberWords(value: number, dimension: Dimension): string {
  if (dimension === 'hour') return hourWords(value);
  const sign = value < 0 ? '−' : '';
  const sum = /^sum (\S+)/.exec(dimension)?.[1] ?? '';
  const [size, letters] = SIZES.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return `${sign}${sum}${plain().format(Number((Math.abs(value) / size).toPrecision(6)))}${letters}${dimension === 'share' ? '%' : ''}`;
}

function hourWords(value: number): string {
  const minutes = Math.round(value * 60);
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes - hours * 60).padStart(2, '0')}`;
}

export interface Said {
  value: string;
  comparator: keyof typeof BENDS;
  low: number | null;
  high: number | null;
  unit: string | null;
}

/**
 * What a mark is labelled with: "more than 100", "20–30", "dozens" where it was said without digits. The unit is added only
 * where it is another than that of the axis.
 */
export function figureLabel(said: Said, unit: string | null): string {
  const dimension = dimensionOf(said.unit);
  const named = foldUnit(said.unit) === foldUnit(unit) || (dimension !== 'count' && !dimension.startsWith('measure'));
  const after = named || said.unit === null ? '' : ` ${said.unit}`;
  if (!/\d/.test(said.value) && said.value.length <= PRINTED_LENGTH) return said.value;
  const { low, high } = onScale(said);
  const bends = dimension === 'count' ? BENDS : BENDS_OF_AMOUNTS;
  const bounds =
    low !== null && high !== null && low !== high
      ? `${numberWords(low, dimension)}–${numberWords(high, dimension)}`
      : numberWords(needed(low ?? high, 'number'), dimension);
  return `${bends[said.comparator]}${bounds}${after}`;
}

/** Text that fits into so many pixels, cut between letters where it does not; widths are those of the typeface on average. */
export function fitted(text: string, pixels: number, size: number): string {
  const letters = Math.max(3, Math.floor(pixels / (size * 0.56)));
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

/** How wide a text will be, on average. */
export function widthOf(text: string, size: number): number {
  return [...text].length * size * 0.56;
}
