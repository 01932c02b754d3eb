// Days as milliseconds of UTC, and the weeks, months and years that hold them. Pure.

/** The first and the last day, both included. */
export type Days = readonly [number, number];

export const DAY = 86_400_000;

/** From Sunday, as a day of UTC counts them: in small letters, as a text prints them, and as a pattern finds them. */
export const WEEKDAYS: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const WEEKDAYS_PRINTED: readonly string[] = WEEKDAYS.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
export const WEEKDAY_FORMS = WEEKDAYS_PRINTED.join('|');

export function dayText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Months count from 0; a day that a month does not have runs over into the next. */
export function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date);
}

/** Whether that month of that year has such a day. */
export function isDay(year: number, month: number, date: number): boolean {
  return month >= 0 && month < 12 && date >= 1 && date <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(day(year, month + 1, 0)).getUTCDate();
}

export function monthOf(year: number, month: number): Days {
  return [day(year, month, 1), day(year, month + 1, 0)];
}

/** So many units before a day; behind it where the count is negative. */
export function back(today: number, unit: string, count: number): number {
  const date = new Date(today);
  const [year, month, inMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'day' || unit === 'night') return today - count * DAY;
  if (unit === 'week') return today - count * 7 * DAY;
  const months = Math.round(unit === 'month' ? count : unit === 'year' ? 12 * count : 120 * count);
  const lastOfMonth = daysInMonth(year, month - months);
  return day(year, month - months, Math.min(inMonth, lastOfMonth));
}

/** The week, month or year that holds a day; of "three weeks ago" only the day itself. */
export function around(time: number, unit: string, is_whole = false): Days {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (unit === 'year') return [day(year, 0, 1), day(year, 11, 31)];
  if (unit === 'decade') return [day(year - (year % 10), 0, 1), day(year - (year % 10) + 9, 11, 31)];
  if (unit === 'month') return monthOf(year, date.getUTCMonth());
  if (unit === 'week' && is_whole) {
    const monday = time - ((date.getUTCDay() + 6) % 7) * DAY;
    return [monday, monday + 6 * DAY];
  }
  return [time, time];
}
