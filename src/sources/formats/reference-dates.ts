// Dates as reference lists have them: parts, from words and into words. Pure.
import { cleanLine } from '#src/text-fields.ts';
import type { Remark } from './card-read.ts';

export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The date in a card's own words, where they say one that others read, too; else null. */
export function dateIn(words: string): DateParts | null {
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(words);
  if (iso !== null) return partsOf(iso[1], iso[2], iso[3]);
  const said = /^(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),)? (\d{4})$/.exec(words);
  const month = MONTHS.findIndex((name) => name.startsWith(said?.[2]?.toLowerCase() ?? '-')) + 1;
  return said === null || month === 0 ? null : partsOf(said[4], String(month), said[1] ?? said[3]);
}

/** A date of numbers; null where no calendar has it. */
export function partsOf(year?: string, month?: string, day?: string): DateParts | null {
  if (year === undefined || !/^\d{4}$/.test(year)) return null;
  if (!month) return day ? null : { year: Number(year) };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { year: Number(year), month: Number(month) };
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  moment.setUTCFullYear(Number(year));
  const isDay = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day);
  return isDay ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

/** The date as a card has it: `2026-03-14`, `2026-03` or `2026`. */
export function sayParts({ year, month, day }: DateParts): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(year).padStart(4, '0'), month && two(month), month && day && two(day)].filter(Boolean).join('-');
}

/** A date that is no date is kept in its own words, and said. */
export function undated(words: string, place: Pick<Remark, 'line' | 'field'>): Remark {
  const letters = [...cleanLine(words)].slice(0, 60).join('');
  return { ...place, message: `“${letters}” is not a calendar date. It is kept as it is written.` };
}
