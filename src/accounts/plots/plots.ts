// The plots of a question: its answers side by side and, where their times differ, over time. Pure.
import type { Html } from '#src/http/html.ts';
import { captionOf, isOverTime, timeCaptionOf } from './plot-captions.ts';
import { type PlotQuestion, plotOf } from './plot-rows.ts';
import { rangePlot } from './range-plot.ts';
import { timePlot } from './time-plot.ts';

export interface Plots {
  range: { wide: Html; narrow: Html };
  /** Only where the times of the accounts differ. */
  over_time: { wide: Html; narrow: Html; caption: string } | null;
  caption: string;
}

/**
 * The plots of a question, or null where no account is a number. `name` begins their ids and must be the question's alone on
 * its page. Times are told on the clocks of this zone.
 */
export function plotsOf(
  question: PlotQuestion,
  { name, time_zone }: { name: string; time_zone: string },
): Plots | null {
  const model = plotOf(question, time_zone);
  if (model === null) return null;
  const both = (plot: typeof rangePlot, kind: string) => ({
    wide: plot(model, { name: `${name}-${kind}-wide`, width: 'wide' }),
    narrow: plot(model, { name: `${name}-${kind}-narrow`, width: 'narrow' }),
  });
  return {
    range: both(rangePlot, 'range'),
    over_time: isOverTime(model) ? { ...both(timePlot, 'time'), caption: timeCaptionOf(model, time_zone) } : null,
    caption: captionOf(model),
  };
}
