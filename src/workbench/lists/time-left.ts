// How long there is until a deadline, as the first column of the list says it. Pure.
import { dayEnd, localOf, sayTime } from '#src/dates.ts';

export interface TimeLeft {
  at: string | null;
  /** "50 min", "2 h 20", "Mon", "12 Mar", "No date"; below it, the time of day, or how late it is. */
  said: string;
  under: string;
  /** Late, or within the hour. */
  is_soon: boolean;
  is_today: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The clock of a desk: what time it is, where, and when its day ends; that is asked once for a whole list. */
export interface DeskClock {
  now: string;
  time_zone: string;
  day_end: string;
}

export function deskClock(now: string, time_zone: string): DeskClock {
  return { now, time_zone, day_end: dayEnd(now, time_zone) };
}

/** In the time zone of the desk. What is late counts as today's. */
export function timeLeft(deadline_at: string | null, { now, time_zone, day_end }: DeskClock): TimeLeft {
  if (deadline_at === null) return { at: null, said: 'No date', under: '', is_soon: false, is_today: false };
  const left = Date.parse(deadline_at) - Date.parse(now);
  const at = deadline_at;
  if (left < 0) return { at, said: 'Late', under: `by ${lengthOf(-left)}`, is_soon: true, is_today: true };
  const local = localOf(deadline_at, time_zone);
  const under = local.slice(11);
  if (deadline_at <= day_end) return { at, said: lengthOf(left), under, is_soon: left < HOUR, is_today: true };
  return { at, said: dayOf(local, left), under, is_soon: false, is_today: false };
}

/** Of what is signed nothing is left to be done by then. */
export function signedAt(signed_at: string, { now, time_zone }: { now: string; time_zone: string }): TimeLeft {
  const under = sayTime(signed_at, time_zone, now);
  return { at: signed_at, said: 'Signed', under, is_soon: false, is_today: false };
}

/** "50 min", "2 h 20", "3 days": rounded down, so that no time is promised that is not left. */
export function lengthOf(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds >= 2 * DAY) return `${Math.floor(milliseconds / DAY)} days`;
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const hours = Math.floor(milliseconds / HOUR);
  return `${hours} h${minutes === 0 || hours >= 10 ? '' : ` ${String(minutes).padStart(2, '0')}`}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** By hand, since a list asks for every row. */
function dayOf(local: string, left: number): string {
  const day = new Date(`${local.slice(0, 10)}T12:00Z`);
  if (left < 6 * DAY) return WEEKDAYS[day.getUTCDay()] ?? '';
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
}
