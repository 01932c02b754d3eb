// Which days a statement of time means, once a person has said on which day the article is dated. Pure.
import { tokensOf } from '../text/tokens.ts';
import { dateSaid, weekdayAgrees } from './dates-said.ts';
import { around, back, DAY, type Days, day, dayText, WEEKDAYS } from './days.ts';
import { figuresAmong } from './figures.ts';
import { UNITS } from './number-words.ts';
import type { Tense } from './tense.ts';

/**
 * `from` and `to` are days (YYYY-MM-DD), both included; `length` an ISO 8601 duration for a span of time ("P1Y").
 * Null is what the words do not say. `no_such_day` is there where the words name a day that no calendar has.
 */
export type ResolvedTime = { from: string | null; to: string | null; length: string | null; no_such_day?: string };

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

const CLOCK =
  /\b\d{1,2}(?::\d{2}|[. ]\d{2}(?= ?[ap] ?m\b))?(?: ?[ap] ?m\b(?: (?:gmt|utc|bst|est|edt|pst|pdt|cet|cest|ist|aest|eastern|central|pacific)\b)?|(?<=:\d{2})(?: (?:gmt|utc|cet)\b)?)|\b(?:[01]\d|2[0-3])[0-5]\d (?:gmt|utc|bst|[ecmp][sd]t|ces?t|ist|aest|local time)\b|\b(?:midday|noon|midnight|dawn|dusk)\b/g;

/**
 * Reads the printed words against the article's day (YYYY-MM-DD). `tense` says whether a day without a year, or a weekday,
 * lies behind or ahead; null where the sentence does not say: then it means nothing. Never throws.
 */
export function resolveTime(printed: string, article_date: string, tense: Tense = 'past'): ResolvedTime {
  const words = printed
    .toLowerCase()
    .replace(/,/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const length = lengthOf(words);
  const today = Date.parse(`${article_date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(today)) return { from: null, to: null, length };
  const withoutClock = words.replace(CLOCK, ' ').replace(/\s+/g, ' ').trim();
  const hasClock = withoutClock !== words;
  const date = dateSaid(withoutClock, { today, tense });
  if (date && 'no_such_day' in date) return { from: null, to: null, length: null, no_such_day: date.no_such_day };
  const said =
    date?.days ?? nearSaid(withoutClock, { today, tense, hasClock }) ?? stepSaid(words, today) ?? yearSaid(words);
  const days = said && weekdayAgrees(words, said) ? said : null;
  return { from: days ? dayText(days[0]) : null, to: days ? dayText(days[1]) : null, length };
}

type Near = { today: number; tense: Tense; hasClock: boolean };

/** "today", "the day before yesterday", a weekday, a clock time alone. */
function nearSaid(words: string, { today, tense, hasClock }: Near): Days | null {
  const only = (steps: number): Days => [today + steps * DAY, today + steps * DAY];
  if (/\bday before yesterday\b/.test(words)) return only(-2);
  if (/\bday after tomorrow\b/.test(words)) return only(2);
  if (/\byesterday\b/.test(words)) return only(-1);
  if (/\btomorrow\b/.test(words)) return only(1);
  const name = WEEKDAYS.findIndex((each) => new RegExp(`\\b${each}\\b`).test(words));
  if (name >= 0) {
    const steps = /\d/.test(words) ? null : weekdaySteps(words, (new Date(today).getUTCDay() - name + 7) % 7, tense);
    return steps === null ? null : only(steps);
  }
  const isToday =
    /\b(?:today|tonight|this (?:morning|afternoon|evening))\b|\bhours? (?:ago|later|earlier|before|after)\b|\bminutes? (?:ago|later|earlier|before|after)\b/;
  return isToday.test(words) || (hasClock && /^(?:(?:at|by|about|around|before|after|from|early|late) ?)*$/.test(words))
    ? only(0)
    : null;
}

/** Days from today to a weekday that lay `back` days ago: the latest, unless "next" or the tense say another. */
function weekdaySteps(words: string, back: number, tense: Tense): number | null {
  if (/\bnext\b/.test(words)) return 7 - back;
  if (/\blast\b/.test(words)) return -(back || 7);
  if (tense === null) return null;
  return tense === 'future' ? (7 - back) % 7 : -back;
}

/** "last week", "this month", "the past year", "two months ago". */
function stepSaid(words: string, today: number): Days | null {
  const unit = /\b(day|night|week|month|year|decade)s?\b/.exec(words)?.[1];
  // Nobody can say how long several are.
  if (!unit || /\b(?:several|few|many|some)\b/.test(words)) return null;
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
  if (/\bcouple\b/.test(words)) return 2;
  const figure = figuresAmong(words, tokensOf(words, { start: 0, end: words.length }), [])[0];
  const said = figure?.low ?? figure?.high;
  if (said) return said;
  for (const word of words.split(/[ -]/)) {
    const value = UNITS.get(word);
    if (value) return value;
  }
  return 1;
}

/** "2010", "late 2001", "the 1990s", "2001-02", "19th century". */
function yearSaid(words: string): Days | null {
  const century = /\b(\d{1,2})th century/.exec(words)?.[1];
  if (century) return [day((Number(century) - 1) * 100 + 1, 0, 1), day(Number(century) * 100, 11, 31)];
  const found = /\b(1[5-9]\d\d|20\d\d)(s)?(?:[–/-](\d{2,4}))?/.exec(words);
  if (!found || /\d{1,2}[/.]\d{1,2}[/.]\d{4}/.test(words) || /[a-z]{3,} \d{1,2}\b/.test(words)) return null;
  const year = Number(found[1]);
  if (found[2]) return [day(year, 0, 1), day(year + 9, 11, 31)];
  const last = found[3] ? Number(found[3].length === 2 ? `${found[1]?.slice(0, 2)}${found[3]}` : found[3]) : year;
  if (last < year) return null;
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
  if (/\b(?:ago|last|past|next|this|later|earlier|before|after|several|few|many)\b/.test(words)) return null;
  let unit = /\b(second|minute|hour|day|night|week|month|year|decade|century|centuries)s?\b/.exec(words)?.[1];
  if (!unit) return null;
  unit = unit === 'centuries' ? 'century' : unit;
  let count = countIn(words);
  const smaller = SMALLER[unit];
  if (smaller && (!LETTERS[unit] || !Number.isInteger(count))) [count, unit] = [count * smaller[0], smaller[1]];
  if (!Number.isInteger(count)) return null;
  return `${/^(?:second|minute|hour)$/.test(unit) ? 'PT' : 'P'}${count}${LETTERS[unit]}`;
}
