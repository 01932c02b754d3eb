// A figure as the desk writes it: comparator, value and unit, so that "more than 100 militants" reads "> 100 militants".
import type { FigureTable } from '#src/claims/tables.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** "> 100 militants", "20–30 fighters", "= 24 people" without its sign; the printed value where no number is known. */
export function figureWords(figure: Pick<FigureTable, 'comparator' | 'low' | 'high' | 'unit' | 'value'>): string {
  const sign = figure.comparator === '=' ? '' : `${figure.comparator} `;
  const unit = figure.unit ? ` ${figure.unit}` : '';
  const { low, high } = figure;
  if (low === null && high === null) return figure.value;
  if (low !== null && high !== null && low !== high)
    return `${sign}${number.format(low)}–${number.format(high)}${unit}`;
  return `${sign}${number.format((low ?? high) as number)}${unit}`;
}
