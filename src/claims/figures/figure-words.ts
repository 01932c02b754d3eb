// A figure as the desk writes it: "more than 100 militants" is "> 100 militants".
import { needed } from '#src/item-at.ts';
import { lazily } from '#src/lazily.ts';
import type { FigureTable } from '../tables.ts';

const number = lazily(() => new Intl.NumberFormat('en', { maximumFractionDigits: 6 }));

/** Clock times and fractions are said as they are printed: "12:40 p.m.", "two thirds". */
function isSaidAsPrinted({ low, high, unit }: Pick<FigureTable, 'low' | 'high' | 'unit'>): boolean {
  const isOdd = (value: number | null) => value !== null && Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-6;
  return unit === 'o’clock' || unit === "o'clock" || (low === null && high === null) || isOdd(low) || isOdd(high);
}

/** "> 100 militants", "20–30 fighters", "= 24 people" without its sign; the printed value where no number is known. */
export function figureWords(figure: Pick<FigureTable, 'comparator' | 'low' | 'high' | 'unit' | 'value'>): string {
  const sign = figure.comparator === '=' ? '' : `${figure.comparator} `;
  const unit = figure.unit ? ` ${figure.unit}` : '';
  const { low, high } = figure;
  if (isSaidAsPrinted(figure)) return `${sign}${figure.value}`;
  if (low !== null && high !== null && low !== high)
    return `${sign}${number().format(low)}${low < 0 ? ' to ' : '–'}${number().format(high)}${unit}`;
  return `${sign}${number().format(needed(low ?? high, 'number'))}${unit}`;
}

/** The figure as a line that figuresTyped reads back, for the form that corrects it. */
export function figureLine(figure: Pick<FigureTable, 'comparator' | 'low' | 'high' | 'unit'>): string {
  const { comparator, low, high, unit } = figure;
  if (low === null && high === null) return '';
  const bounds = low !== null && high !== null && low !== high ? `${low}–${high}` : String(low ?? high);
  return `${comparator === '=' ? '' : `${comparator} `}${bounds}${unit ? ` ${unit}` : ''}`;
}
