// The moment that words of a contact mean, on the desk's clocks: "15:40", "yesterday 3.40pm". Pure.
import { later, localOf, utcOf } from '#src/dates.ts';
import { normalised } from '#src/piled-marks.ts';
import { clockIn } from './clock.ts';

export interface DeskClock {
  /** ISO 8601, UTC. */
  now: string;
  time_zone: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** A call may be noted a little before it is made; later than that, an hour without a day was yesterday's. */
const AHEAD = 60 * MINUTE;
const END_OF_DAY = '23:59';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const COUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, half: 0.5 };
const UNITS: Record<string, number> = { min: MINUTE, h: 60 * MINUTE, day: DAY, week: 7 * DAY };

/** When something was done (ISO 8601, UTC). Null where the words name no hour, or more than one moment may be meant. */
export function momentDone(words: string, clock: DeskClock): string | null {
  const text = folded(words);
  const hour = clockIn(text);
  if (hour === null) return null;
  const today = dayOf(clock.now, hour.zone ?? clock.time_zone);
  const day = dayIn(hour.rest, today, 'before');
  if (day === undefined) return null;
  const at = momentOn(day ?? today, hour, clock);
  if (at === null || day !== null) return at;
  return Date.parse(at) > Date.parse(clock.now) + AHEAD ? momentOn(stepped(today, -1), hour, clock) : at;
}

/**
 * Until when an answer is wanted, counted from `from` (when it was asked, or now). A day without an hour lasts to its end.
 * Null where the words name no time, or more than one may be meant.
 */
export function momentAwaited(words: string, clock: DeskClock & { from: string }): string | null {
  const text = folded(words);
  const span = spanIn(text);
  if (span !== null) return later(clock.from, span);
  const hour = clockIn(text);
  const today = dayOf(clock.from, hour?.zone ?? clock.time_zone);
  const day = dayIn(hour?.rest ?? text, today, 'after');
  if (day === undefined || (hour === null && day === null)) return null;
  const at = momentOn(day ?? today, hour ?? { time: END_OF_DAY, zone: null, shift: 0 }, clock);
  if (at === null || day !== null) return at;
  return at < clock.from && hour !== null ? momentOn(stepped(today, 1), hour, clock) : at;
}

function folded(words: string): string {
  return normalised(words, 'NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function dayOf(iso: string, time_zone: string): string {
  return localOf(iso, time_zone).slice(0, 10);
}

function stepped(day: string, days: number): string {
  return later(`${day}T00:00Z`, days * DAY).slice(0, 10);
}

/** `shift`: milliseconds by which the zone that was named is ahead of UTC. */
function momentOn(
  day: string,
  { time, zone, shift }: { time: string; zone: string | null; shift: number },
  clock: DeskClock,
): string | null {
  const [whole, next] = time === '24:00' ? ['00:00', 1] : [time, 0];
  const local = `${next === 1 ? stepped(day, 1) : day}T${whole}`;
  const at = utcOf(local, zone ?? clock.time_zone);
  return at === undefined ? null : later(at, -shift);
}

/** "in 40 minutes", "within two hours", "an hour": milliseconds, or null. */
function spanIn(text: string): number | null {
  const match =
    /^(?:(?:with)?in )?(?:the next )?(\d{1,3}|an?|one|two|three|four|five|six|half an?)(?: and a half)? ?(min|minute|h|hr|hour|day|week)s?\b\.?$/.exec(
      text,
    );
  if (match === null) return null;
  const [whole, count = '', unit = ''] = match;
  const size = UNITS[unit.startsWith('min') ? 'min' : unit.startsWith('h') ? 'h' : unit] ?? 0;
  const number = /^\d/.test(count) ? Number(count) : (COUNTS[count.split(' ')[0] ?? ''] ?? 0);
  return (number + (whole.includes('and a half') ? 0.5 : 0)) * size;
}

/**
 * The day that is named (2026-03-14): null where none is, undefined where it cannot be told which. A day without a year, and
 * the name of a weekday, is the nearest in that direction; a weekday that is today's name is today.
 */
function dayIn(text: string, today: string, direction: 'before' | 'after'): string | null | undefined {
  if (/\byesterday\b/.test(text)) return stepped(today, -1);
  if (/\btomorrow\b/.test(text)) return stepped(today, 1);
  if (/\blast night\b/.test(text)) return stepped(today, -1);
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text)?.[0];
  if (iso !== undefined) return isDay(iso) ? iso : undefined;
  const date = dateIn(text, today, direction);
  if (date !== null) return date;
  const numbers = /\b(\d{1,2})[./](\d{1,2})[./](\d{2,4})\b/.exec(text);
  if (numbers !== null) return dayOfNumbers(numbers);
  const weekday = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(text));
  if (weekday >= 0) return dayOfWeek(weekday, { today, direction, is_last: /\blast\b/.test(text) });
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening|night)|end of (?:the )?day)\b/.test(text)) return today;
  return null;
}

function dateIn(text: string, today: string, direction: 'before' | 'after'): string | null | undefined {
  const match =
    /\b(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]*\.?(?:,? (\d{4}))?\b/.exec(text) ??
    /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b/.exec(text);
  if (match === null) return null;
  const [, one = '', other = '', year] = match;
  const [day, name] = /^\d/.test(one) ? [one, other] : [other, one];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return null;
  const of = (some: number) => `${some}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return isDay(of(Number(year))) ? of(Number(year)) : undefined;
  const this_year = Number(today.slice(0, 4));
  const passed = direction === 'before' ? of(this_year) > today : of(this_year) < today;
  const date = of(passed ? this_year + (direction === 'before' ? -1 : 1) : this_year);
  return isDay(date) ? date : undefined;
}

/** 14/3/2026 can only be one day; 3/4/2026 is two, and is left as it was typed. */
function dayOfNumbers([, one = '', other = '', year = '']: RegExpExecArray): string | undefined {
  const [first, second] = [Number(one), Number(other)];
  if (first <= 12 && second <= 12 && first !== second) return undefined;
  const [day, month] = second > 12 ? [second, first] : [first, second];
  const whole = year.length === 2 ? `20${year}` : year;
  const date = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

function dayOfWeek(
  weekday: number,
  { today, direction, is_last }: { today: string; direction: 'before' | 'after'; is_last: boolean },
): string {
  const ahead = (weekday - new Date(`${today}T00:00Z`).getUTCDay() + 7) % 7;
  if (direction === 'after') return stepped(today, ahead);
  const back = (7 - ahead) % 7;
  return stepped(today, -(back === 0 && is_last ? 7 : back));
}

function isDay(date: string): boolean {
  const moment = Date.parse(`${date}T00:00Z`);
  return (
    /^[1-9]\d{3}-\d\d-\d\d$/.test(date) && !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date)
  );
}
