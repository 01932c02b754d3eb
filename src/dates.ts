// Times as people say and type them: local time to UTC and back, and sentences about both. Pure.
import { offsetAt } from './zone-offset.ts';

const LOCAL_DATE = /^[1-9]\d{3}-\d\d-\d\d$/;
const LOCAL_TIME = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d$/;
const DAY = 86_400_000;

/** Whether this is a day of the calendar written 2011-05-07. */
export function isLocalDate(text: string): boolean {
  return LOCAL_DATE.test(text) && isInCalendar(`${text}T00:00`);
}

/** Whether this is a day and a time of the clock written 2011-05-07T14:02. */
export function isLocalTime(text: string): boolean {
  return LOCAL_TIME.test(text) && isInCalendar(text);
}

/**
 * The moment (ISO 8601, UTC) when a clock in this zone shows this local time (2011-05-07T14:02). Undefined where no clock
 * ever showed it, because it was put forward over that hour. Where it showed it twice, the earlier one.
 */
export function utcOf(local: string, zone: string): string | undefined {
  const asIfUtc = Date.parse(`${local}:00Z`);
  const candidates = [asIfUtc - DAY, asIfUtc + DAY].map((near) => asIfUtc - offsetAt(near, zone));
  const right = candidates.filter((moment) => moment + offsetAt(moment, zone) === asIfUtc);
  return right.length === 0 ? undefined : new Date(Math.min(...right)).toISOString();
}

/** What a clock in this zone shows at this moment (ISO 8601, UTC): 2011-05-07T14:02, as a field of type datetime-local takes it. */
export function localOf(iso: string, zone: string): string {
  const moment = Date.parse(iso);
  return new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 16);
}

/**
 * A moment as it is said in this zone: "today 18:00", "tomorrow 09:00", "yesterday 16:40", "Mon 18:00" within the next
 * six days, else "12 March, 16:40", with the year where it is not this one.
 */
export function sayTime(iso: string, zone: string, now: string): string {
  const local = localOf(iso, zone);
  const clock = local.slice(11);
  const today = localOf(now, zone).slice(0, 10);
  const days = Math.round((Date.parse(local.slice(0, 10)) - Date.parse(today)) / DAY);
  const near = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[days];
  if (near !== undefined) return `${near} ${clock}`;
  if (days > 1 && days < 7) return `${say(local, { weekday: 'short' })} ${clock}`;
  const ofThisYear = local.slice(0, 4) === today.slice(0, 4);
  return `${say(local, { day: 'numeric', month: 'long', ...(ofThisYear ? {} : { year: 'numeric' }) })}, ${clock}`;
}

/** A moment in full: "12 March 2026, 16:40". For records and reports, which are read years later. */
export function sayWhole(iso: string, zone: string): string {
  return sayDate(localOf(iso, zone));
}

/** A local date or date and time (2011-05-07, 2011-05-07T14:02) as it is said: "7 May 2011", "7 May 2011, 14:02". */
export function sayDate(local: string): string {
  const day = say(local, { day: 'numeric', month: 'long', year: 'numeric' });
  return local.length > 10 ? `${day}, ${local.slice(11, 16)}` : day;
}

/** The last millisecond (ISO 8601, UTC) of the day that it is in this zone: until then "today" stays today. */
export function dayEnd(now: string, zone: string): string {
  const tomorrow = later(`${localOf(now, zone).slice(0, 10)}T00:00Z`, DAY).slice(0, 10);
  // A clock that is put forward at midnight never shows 00:00 of that day.
  const hours = ['00:00', '00:30', '01:00', '02:00', '03:00'];
  const begin = hours.map((hour) => utcOf(`${tomorrow}T${hour}`, zone)).find((moment) => moment !== undefined);
  return later(begin ?? `${tomorrow}T00:00:00Z`, -1);
}

/** The last millisecond (ISO 8601, UTC) of the minute that it is. */
export function minuteEnd(now: string): string {
  return `${now.slice(0, 16)}:59.999Z`;
}

/** The moment (ISO 8601, UTC) so many milliseconds after another; before it, where they are negative. */
export function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** Dates that nobody ever wrote, like 31 April, come back as another day when they are written again. */
function isInCalendar(local: string): boolean {
  const moment = Date.parse(`${local}:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(local);
}

function say(local: string, how: Intl.DateTimeFormatOptions): string {
  return formatOf(how).format(Date.parse(`${local.slice(0, 10)}T00:00Z`));
}

/** Making one takes longer than a hundred dates said with it, and a report says thousands. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(how);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...how });
  formats.set(key, format);
  return format;
}
