// Days of a calendar that words name ("5 May 2011", "03.05.2011"), and those no calendar has. Pure.
import { DAY, type Days, day, daysInMonth, isDay, monthOf, WEEKDAYS } from './days.ts';
import type { Tense } from './tense.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NAMES = MONTHS.map((name) => name[0]?.toUpperCase() + name.slice(1));

/** Days; or, where a day is named that there is not, the sentence that says so. */
export type DateSaid = { days: Days } | { no_such_day: string };

type Ahead = { today: number; tense: Tense };

/** The days that words in lower case name, or null. Without a year, the tense says which one is meant; without a tense, none. */
export function dateSaid(words: string, { today, tense }: Ahead): DateSaid | null {
  const numeric = numericSaid(words);
  if (numeric !== undefined) return numeric;
  const months = [...words.matchAll(MONTH)].map(([name]) =>
    MONTHS.findIndex((each) => each.startsWith(name.slice(0, 3))),
  );
  const [first] = months;
  if (first === undefined) return null;
  const last = months.at(-1) ?? first;
  const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(words)?.[1];
  const dates = [...words.replace(/\b(?:1[5-9]|20)\d\d\b/, ' ').matchAll(/\b(\d{1,2})(?:st|nd|rd|th)?\b/g)].map(
    ([, date]) => Number(date),
  );
  const [from] = dates;
  const inYear = year ? Number(year) : yearMeant({ month: first, date: from ?? null }, words, { today, tense });
  if (inYear === null)
    return from === undefined || from <= daysInMonth(A_LEAP_YEAR, first)
      ? null
      : between(dayIn(first, from), dayIn(last, from), false);
  if (from === undefined) return { days: monthOf(inYear, first) };
  return between(
    { year: inYear, month: first, date: from },
    { year: inYear, month: last, date: dates.at(-1) ?? from },
    year !== undefined,
  );
}

const MONTH =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/g;

/** In it every month is as long as it can be. */
const A_LEAP_YEAR = 2024;

function dayIn(month: number, date: number): CalendarDay {
  return { year: A_LEAP_YEAR, month, date };
}

type CalendarDay = { year: number; month: number; date: number };

function between(from: CalendarDay, to: CalendarDay, is_year_said: boolean): DateSaid | null {
  for (const each of [from, to]) {
    if (!isDay(each.year, each.month, each.date)) return { no_such_day: noSuchDay(each, is_year_said) };
  }
  const days = [day(from.year, from.month, from.date), day(to.year, to.month, to.date)] as const;
  return days[0] <= days[1] ? { days } : null;
}

function noSuchDay({ year, month, date }: CalendarDay, is_year_said: boolean): string {
  if (month === 1 && date === 29) return `there was no 29 February in ${year}`;
  const inYear = is_year_said && month === 1 ? ` ${year}` : '';
  const name = NAMES[month] ?? '';
  return `there is no ${date} ${name}: ${name}${inYear} has ${daysInMonth(year, month)} days`;
}

/** The year of a day or month that is named without one: the nearest behind, or ahead, as the tense says. */
function yearMeant(
  said: { month: number; date: number | null },
  words: string,
  { today, tense }: Ahead,
): number | null {
  const now = new Date(today);
  const year = now.getUTCFullYear();
  const place = said.month * 100 + (said.date ?? 0);
  const here = now.getUTCMonth() * 100 + (said.date === null ? 0 : now.getUTCDate());
  const isNext = /\bnext\b/.test(words);
  if (isNext || tense === 'future') return place < here ? year + 1 : year;
  if (/\blast\b/.test(words)) return place >= here ? year - 1 : year;
  if (tense === null) return null;
  return place > here ? year - 1 : year;
}

/** "2011-05-07"; "25.03.2018". Of "3/5/2011" nobody can say which is the month: undefined where none stands there, null where unsure. */
function numericSaid(words: string): DateSaid | null | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(words);
  if (iso) {
    const only = { year: Number(iso[1]), month: Number(iso[2]) - 1, date: Number(iso[3]) };
    return isDay(only.year, only.month, only.date)
      ? between(only, only, true)
      : { no_such_day: `there is no day ${iso[0]}` };
  }
  const parts = /\b(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})\b/.exec(words);
  if (!parts) return /\b\d{1,2}\/\d{1,2}\/\d{2}\b/.test(words) ? null : undefined;
  const [first, second, year] = parts.slice(1).map(Number) as [number, number, number];
  const readings = [
    [first, second],
    [second, first],
  ].filter(([date, month]) => isDay(year, (month ?? 0) - 1, date ?? 0));
  const days = new Set(readings.map(([date, month]) => day(year, (month ?? 0) - 1, date ?? 0)));
  if (days.size === 0) return { no_such_day: `there is no day ${parts[0]}` };
  const [only] = days;
  return days.size === 1 && only !== undefined ? { days: [only, only] } : null;
}

/** Whether a day is named twice, once as a weekday, and the two agree; true where only one is. */
export function weekdayAgrees(words: string, days: Days): boolean {
  const said = WEEKDAYS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(words));
  return said < 0 || days[1] - days[0] >= DAY || new Date(days[0]).getUTCDay() === said;
}
