// Times typed into the forms of a claim, by the desk's own clock.
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { isLocalTime, localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';

/** What was typed as a time of the desk ("2026-03-12T17:10"; the day may be missing) in UTC. RuleBroken where no clock showed it. */
export async function utcAtDesk(
  ctx: Context,
  id: string,
  { typed, field }: { typed: string; field: string },
): Promise<string> {
  const { time_zone } = await getArticle(ctx, id);
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(typed);
  const today = localOf(ctx.at, time_zone).slice(0, 10);
  const local = clock ? `${today}T${clock[1]?.padStart(2, '0')}:${clock[2]}` : typed.replace(' ', 'T');
  const moment = isLocalTime(local) ? utcOf(local, time_zone) : undefined;
  if (moment === undefined) throw new RuleBroken('Write the time as 17:10 or 2026-03-12 17:10.', field);
  return moment;
}
