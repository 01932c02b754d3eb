// A day and a time of the desk's clock as a form says them, read as a moment that is over. Pure.
import { isLocalTime, localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';

export interface DeskNow {
  now: string;
  time_zone: string;
}

const DAY = 86_400_000;

/**
 * The moment (ISO 8601, UTC) of a local time such as 2026-03-12T18:00. RuleBroken (this field) where it is none, where no
 * clock showed it, or where it is more than a day ahead.
 */
export function momentOf(typed: string, field: string, { now, time_zone }: DeskNow): string {
  const local = typed.replace(' ', 'T');
  if (!isLocalTime(local)) throw new RuleBroken('Give a day and a time, like 2026-03-12 18:00.', field);
  const at = utcOf(local, time_zone);
  if (at === undefined) throw new RuleBroken('The clocks were put forward over this hour. Give another time.', field);
  if (Date.parse(at) > Date.parse(now) + DAY)
    throw new RuleBroken('This is in the future. Give the day on which it happened.', field);
  return at;
}

/** As momentOf; a time that nobody touched keeps its moment, also in the hour that clocks show twice. */
export function momentKept(typed: string, field: string, { known, ...desk }: DeskNow & { known: string }): string {
  return typed.replace(' ', 'T') === localOf(known, desk.time_zone) ? known : momentOf(typed, field, desk);
}
