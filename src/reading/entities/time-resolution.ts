// Which days a statement of time means, once a person has said on which day the article is dated.
import { tokensOf } from '../text/tokens.ts';
import { figuresAmong } from './figures.ts';
import { UNITS } from './number-words.ts';

/**
 * `from` and `to` are days (YYYY-MM-DD), both included; `length` an ISO 8601 duration for a span of time ("P1Y").
 * Null is what the words do not say.
 */
export type ResolvedTime = { from: string | null; to: string | null; length: string | null };

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const DAY = 86_400_000;
const LETTERS: Record<string, string> = {
  day: 'D',
  night: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  hour: 'H',
  minute: 'M',
  second: 'S',
};

/** Reads the printed words against the article's day (YYYY-MM-DD). Words that name no day give nulls; never throws. */
export function resolveTime(printed: string, article_date: string): ResolvedTime {
  const words = printed.toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim();
  const today = Date.parse(`${article_date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(today)) return { from: null, to: null, length: lengthOf(words) };
  const days = daySaid(words, today) ?? dateSaid(words, today) ?? stepSaid(words, today) ?? yearSaid(words);
  return { from: days ? dayText(days[0]) : null, to: days ? dayText(days[1]) : null, length: lengthOf(words) };
}

type Days = readonly [number, number];

function dayText(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function day(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date);
}

function monthOf(year: number, month: number): Days {
  return [day(year, month, 1), day(year, month + 1, 0)];
}

/** "today", "yesterday", a clock time, a weekday: the latest one up to the article's day, unless "next" is said. */
function daySaid(words: string, today: number): Days | null {
  if (/\byesterday\b/.test(words)) return [today - DAY, today - DAY];
  if (/\btomorrow\b/.test(words)) return [today + DAY, today + DAY];
  const name = DAYS.findIndex((each) => new RegExp(`\\b${each}\\b`).test(words));
  if (name >= 0 && !/\d/.test(words)) {
    const back = (new Date(today).getUTCDay() - name + 7) % 7;
    if (/\bnext\b/.test(words)) return [today + (7 - back) * DAY, today + (7 - back) * DAY];
    const days = /\blast\b/.test(words) && back === 0 ? 7 : back;
    return [today - days * DAY, today - days * DAY];
  }
  const isToday =
    /\b(?:today|tonight|midday|noon|midnight|dawn|dusk|this (?:morning|afternoon|evening))\b|\d ?[ap] ?m\b|\d:\d\d|\bhours? (?:ago|later|earlier|before|after)\b|\bminutes? (?:ago|later|earlier|before|after)\b/;
  return isToday.test(words) ? [today, today] : null;
}

/** "5 May 2011", "May 5", "2011-05-07", "May 2011", "in May": without a year the latest one up to the article's day. */
function dateSaid(words: string, today: number): Days | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(words);
  if (iso) {
    const only = day(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
    return [only, only];
  }
  const month = MONTHS.findIndex((each) => new RegExp(`\\b${each.slice(0, 3)}(?:t|${each.slice(3)})?\\b`).test(words));
  if (month < 0) return null;
  const year = /\b(1[5-9]\d\d|20\d\d)\b/.exec(words)?.[1];
  const date = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words)?.[1];
  const now = new Date(today);
  const isAhead = month > now.getUTCMonth() || (month === now.getUTCMonth() && Number(date ?? 0) > now.getUTCDate());
  const isNext = /\bnext\b/.test(words);
  const inYear = year ? Number(year) : now.getUTCFullYear() - (isAhead && !isNext ? 1 : 0);
  if (!date) return monthOf(inYear, month);
  const only = day(inYear, month, Number(date));
  return [only, only];
}

/** "last week", "this month", "the past year", "two months ago". */
function stepSaid(words: string, today: number): Days | null {
  const unit = /\b(day|night|week|month|year|decade)s?\b/.exec(words)?.[1];
  if (!unit) return null;
  const count = countIn(words);
  if (/\bthe (?:past|last)\b|\bpast\b/.test(words)) return [back(today, unit, count), today];
  if (/\bthe (?:next|coming)\b/.test(words)) return [today, back(today, unit, -count)];
  if (/\bago\b/.test(words)) return around(back(today, unit, count), unit);
  if (/^(?:\w+ )?last\b/.test(words)) return around(back(today, unit, 1), unit, true);
  if (/^(?:\w+ )?this\b/.test(words)) return around(today, unit, true);
  if (/^next\b/.test(words)) return around(back(today, unit, -1), unit, true);
  return null;
}

function countIn(words: string): number {
  const digits = /\b(\d+)\b/.exec(words)?.[1];
  if (digits) return Number(digits);
  const figure = figuresAmong(words, tokensOf(words, { start: 0, end: words.length }), [])[0];
  const said = figure?.low ?? figure?.high;
  if (said) return said;
  for (const word of words.split(/[ -]/)) {
    const value = UNITS.get(word);
    if (value) return value;
  }
  return 1;
}

function back(today: number, unit: string, count: number): number {
  const date = new Date(today);
  const [year, month, inMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'day' || unit === 'night') return today - count * DAY;
  if (unit === 'week') return today - count * 7 * DAY;
  const months = Math.round(unit === 'month' ? count : unit === 'year' ? 12 * count : 120 * count);
  const lastOfMonth = new Date(day(year, month - months + 1, 0)).getUTCDate();
  return day(year, month - months, Math.min(inMonth, lastOfMonth));
}

/** The week, month or year that holds a day; of "three weeks ago" only the day itself. */
function around(time: number, unit: string, isWhole = false): Days {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (unit === 'year') return [day(year, 0, 1), day(year, 11, 31)];
  if (unit === 'decade') return [day(year - (year % 10), 0, 1), day(year - (year % 10) + 9, 11, 31)];
  if (unit === 'month') return monthOf(year, date.getUTCMonth());
  if (unit === 'week' && isWhole) {
    const monday = time - ((date.getUTCDay() + 6) % 7) * DAY;
    return [monday, monday + 6 * DAY];
  }
  return [time, time];
}

/** "2010", "late 2001", "the 1990s", "2001-02", "19th century". */
function yearSaid(words: string): Days | null {
  const century = /\b(\d{1,2})th century/.exec(words)?.[1];
  if (century) return [day((Number(century) - 1) * 100 + 1, 0, 1), day(Number(century) * 100, 11, 31)];
  const found = /\b(1[5-9]\d\d|20\d\d)(s)?(?:[–-](\d{2,4}))?/.exec(words);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2]) return [day(year, 0, 1), day(year + 9, 11, 31)];
  const last = found[3] ? Number(found[3].length === 2 ? `${found[1]?.slice(0, 2)}${found[3]}` : found[3]) : year;
  if (/\blate\b/.test(words)) return [day(year, 8, 1), day(year, 11, 31)];
  if (/\bearly\b/.test(words)) return [day(year, 0, 1), day(year, 3, 30)];
  if (/\bmid\b|\bmid-/.test(words)) return [day(year, 4, 1), day(year, 7, 31)];
  return [day(year, 0, 1), day(last, 11, 31)];
}

/** How a part of a span is counted: half a year is six months. */
const SMALLER: Record<string, readonly [number, string]> = {
  century: [100, 'year'],
  decade: [10, 'year'],
  year: [12, 'month'],
  day: [24, 'hour'],
  hour: [60, 'minute'],
  minute: [60, 'second'],
};

/** "year-long" P1Y, "for two weeks" P2W, "half a century" P50Y; null where a point in time is meant or nothing is counted. */
function lengthOf(words: string): string | null {
  if (/\b(?:ago|last|past|next|this|later|earlier|before|after)\b/.test(words)) return null;
  let unit = /\b(second|minute|hour|day|night|week|month|year|decade|century|centuries)s?\b/.exec(words)?.[1];
  if (!unit) return null;
  unit = unit === 'centuries' ? 'century' : unit;
  let count = countIn(words);
  const smaller = SMALLER[unit];
  if (smaller && (!LETTERS[unit] || !Number.isInteger(count))) [count, unit] = [count * smaller[0], smaller[1]];
  if (!Number.isInteger(count)) return null;
  return `${/^(?:second|minute|hour)$/.test(unit) ? 'PT' : 'P'}${count}${LETTERS[unit]}`;
}
