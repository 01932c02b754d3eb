// The time of an account: '' where none is given, a day of the desk (2026-03-14), or a moment (ISO 8601, UTC). Pure.
import { isLocalDate, isLocalTime, localOf, sayDate, sayTime, sayWhole, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';

export interface Clock {
  now: string;
  time_zone: string;
}

/** What was typed ("17:10", "2026-03-14", "2026-03-14 17:10", "now", or nothing) as it is stored. RuleBroken (field `as_of`) for anything else. */
export function readAsOf(typed: string, { now, time_zone }: Clock): string {
  if (typed === '') return '';
  if (/^now$/i.test(typed)) return `${now.slice(0, 16)}:00.000Z`;
  if (isLocalDate(typed)) return typed;
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(typed);
  const today = localOf(now, time_zone).slice(0, 10);
  const local = clock ? `${today}T${clock[1]?.padStart(2, '0')}:${clock[2]}` : typed.replace(' ', 'T');
  const moment = isLocalTime(local) ? utcOf(local, time_zone) : undefined;
  if (moment === undefined) throw new RuleBroken('Write the time as 17:10, 2026-03-14 or 2026-03-14 17:10.', 'as_of');
  return moment;
}

/** As it is typed again in its form: "2026-03-14 17:10". */
export function typedAsOf(as_of: string, time_zone: string): string {
  return as_of.length > 10 ? localOf(as_of, time_zone).replace('T', ' ') : as_of;
}

/** As it is said at the desk: "today 17:10", "14 March 2026"; '' for none. */
export function sayAsOf(as_of: string, { now, time_zone }: Clock): string {
  if (as_of.length <= 10) return as_of === '' ? '' : sayDate(as_of);
  return sayTime(as_of, time_zone, now);
}

/** In full, for records: "14 March 2026, 17:10". */
export function sayAsOfWhole(as_of: string, time_zone: string): string {
  if (as_of.length <= 10) return as_of === '' ? '' : sayDate(as_of);
  return sayWhole(as_of, time_zone);
}

/** Milliseconds on the clocks of the zone, for a scale of time: a day stands at its noon. Null for none. */
export function placeInTime(as_of: string, time_zone: string): number | null {
  if (as_of === '') return null;
  return Date.parse(as_of.length <= 10 ? `${as_of}T12:00Z` : `${localOf(as_of, time_zone)}Z`);
}
