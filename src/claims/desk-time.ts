// Times typed into the forms of a claim, by the desk's own clock.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { isLocalTime, localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { resolveTime } from '#src/reading/entities/time-resolution.ts';

/**
 * What was typed as a time of the desk in UTC: "17:10", "2026-03-12 17:10", "yesterday 17:10"; a day alone ("3 May 2026", "yesterday") is
 * its last minute, today is now. RuleBroken where no clock showed it.
 */
export async function utcAtDesk(
  ctx: Context,
  id: string,
  { typed, field }: { typed: string; field: string },
): Promise<string> {
  const { time_zone } = await getArticle(ctx, id);
  const today = localOf(ctx.at, time_zone).slice(0, 10);
  const [, hour, minute] = CLOCK.exec(typed) ?? [];
  const day = dayIn(typed.replace(CLOCK, ' ').trim(), today);
  if (day === today && hour === undefined) return ctx.at;
  const local = `${day}T${hour === undefined ? '23:59' : `${hour.padStart(2, '0')}:${minute}`}`;
  const moment = isLocalTime(local) ? utcOf(local, time_zone) : undefined;
  if (moment === undefined)
    throw new RuleBroken('Write the time as 17:10, 2026-03-12 17:10 or a day like 12 March 2026.', field);
  return moment;
}

const CLOCK = /(?:^|[\sT])(?:at )?(\d{1,2})[:.](\d{2})$/;

/** The day that words name, looking back from today; '' where they name none, or several. */
function dayIn(words: string, today: string): string {
  if (words === '') return today;
  // An hour in words is no day.
  if (/\b(?:noon|midday|midnight|dawn|dusk|hours?|minutes?)\b|\d ?[ap]\.?m\b/i.test(words)) return '';
  const { from, to } = resolveTime(words, today, 'past');
  return from !== null && from === to ? from : '';
}
