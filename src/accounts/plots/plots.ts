// Plots by what is in them: drawn once, kept while the same accounts are asked for again.
import { createHash } from 'node:crypto';
import type { Html } from '#src/http/html.ts';
import { Memory } from '#src/memory.ts';
import { openBoard } from './drawing.ts';
import { captionOf, isOverTime, timeCaptionOf } from './plot-captions.ts';
import { type PlotModel, type PlotQuestion, plotOf } from './plot-rows.ts';
import { rangePlot } from './range-plot.ts';
import { timePlot } from './time-plot.ts';

const drawn = new Memory<Plots>('plots');

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
export async function plotsOf(
  question: PlotQuestion,
  { name, time_zone }: { name: string; time_zone: string },
): Promise<Plots | null> {
  const model = plotOf(question, time_zone);
  if (model === null) return null;
  const key = createHash('sha256')
    .update(JSON.stringify([name, time_zone, model]))
    .digest('base64url');
  return drawn.of(key, async () => {
    const value = await draw(model, { name, time_zone });
    const drawings = [value.range, value.over_time].flatMap((both) => (both ? [both.wide, both.narrow] : []));
    return { value, bytes: drawings.reduce((sum, one) => sum + 2 * one.toString().length, 1000) };
  });
}

async function draw(model: PlotModel, { name, time_zone }: { name: string; time_zone: string }): Promise<Plots> {
  const board = await openBoard();
  const both = (plot: typeof rangePlot, kind: string) => ({
    wide: plot(board, model, { name: `${name}-${kind}-wide`, width: 'wide' }),
    narrow: plot(board, model, { name: `${name}-${kind}-narrow`, width: 'narrow' }),
  });
  return {
    range: both(rangePlot, 'range'),
    over_time: isOverTime(model) ? { ...both(timePlot, 'time'), caption: timeCaptionOf(model, time_zone) } : null,
    caption: captionOf(model),
  };
}
