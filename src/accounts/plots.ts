// Plots by what is in them: drawn once, kept while the same accounts are asked for again.
import { createHash } from 'node:crypto';
import type { Html } from '#src/http/html.ts';
import { openBoard } from './drawing.ts';
import { captionOf, isOverTime, timeCaptionOf } from './plot-captions.ts';
import { type PlotModel, type PlotQuestion, plotOf } from './plot-rows.ts';
import { rangePlot } from './range-plot.ts';
import { timePlot } from './time-plot.ts';

const KEPT = 300;
const kept = new Map<string, Plots>();

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
    .update(JSON.stringify([name, model]))
    .digest('base64url');
  const known = kept.get(key);
  const plots = known ?? (await drawn(model, { name, time_zone }));
  kept.delete(key);
  kept.set(key, plots);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return plots;
}

async function drawn(model: PlotModel, { name, time_zone }: { name: string; time_zone: string }): Promise<Plots> {
  const board = await openBoard();
  const both = (draw: typeof rangePlot, kind: string) => ({
    wide: draw(board, model, { name: `${name}-${kind}-wide`, width: 'wide' }),
    narrow: draw(board, model, { name: `${name}-${kind}-narrow`, width: 'narrow' }),
  });
  return {
    range: both(rangePlot, 'range'),
    over_time: isOverTime(model) ? { ...both(timePlot, 'time'), caption: timeCaptionOf(model, time_zone) } : null,
    caption: captionOf(model),
  };
}
