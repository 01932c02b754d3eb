// What is said of a plot in words: under it, over time, and for those who do not see it. Pure.
import { oneOrCounted } from '#src/counted.ts';
import type { Dimension } from '../units.ts';
import type { PlotModel } from './plot-rows.ts';

/** Do the times of the accounts that are drawn differ, so that a plot over time tells something? */
export function isOverTime({ rows }: PlotModel): boolean {
  return new Set(rows.filter((row) => row.shape !== 'none' && row.at !== null).map((row) => row.at)).size > 1;
}

/** The plot in words, for those who hear it: every row, as the table has it too. */
export function plotInWords({ rows }: PlotModel): string {
  return rows
    .map(({ name, label, shape, is_changed }) => {
      const said = is_changed ? `${label.replace(' ↻', '')}, which has changed since` : label;
      return `${name}: ${said}${shape === 'none' ? ' (not on the scale)' : ''}`;
    })
    .join('. ');
}

/** What stands under a plot: the unit, and what is not plain about its scale; '' where there is nothing to say. */
export function captionOf({ dimension, unit, scale, rows }: PlotModel): string {
  const outside = rows.filter((row) => row.shape === 'none').length;
  const pieces = [
    scaleWords(dimension, unit),
    scale.is_log && 'each step is ten times the one before (a logarithmic scale)',
    !scale.begins_at_zero && 'the scale does not start at 0',
    outside > 0 && oneOrCounted(outside, 'one account gives no such figure', 'accounts give no such figure'),
    rows.some((row) => row.is_changed) && '↻ what it was taken from has changed since',
  ];
  return pieces.filter(Boolean).join(' · ');
}

function scaleWords(dimension: Dimension, unit: string | null): string {
  if (dimension === 'share') return 'Per cent';
  if (unit === null || dimension === 'hour' || /^sum \S+$/.test(dimension)) return '';
  return dimension === 'count' ? `Number of ${unit}` : `In ${unit}`;
}

/** What stands under the plot over time: whose clocks it goes by, and whom it leaves out. */
export function timeCaptionOf({ rows }: PlotModel, time_zone: string): string {
  const left_out = rows.filter((row) => row.shape !== 'none' && row.at === null).map((row) => row.name);
  const names = [...new Set(left_out)].join(', ');
  return [`Times of ${time_zone}`, names && `without a time: ${names}`].filter(Boolean).join(' · ');
}
