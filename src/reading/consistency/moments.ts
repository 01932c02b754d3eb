// A sentence with a sign for each of its dates, hours and spans of time. Pure.
import { dateSaid } from '../entities/dates-said.ts';
import type { Figure } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import { timesOf } from '../entities/times.ts';
import { overlaps, type Range } from '../text/range.ts';

/** The first and the last day that may be meant, in milliseconds; of an hour, its minutes twice. */
export type Moment = Range & { from: number; to: number; printed: string; is_whole_year: boolean };
export type Span = Range & { low: number; unit: string; printed: string };

/** `words` in small letters has `{d0}` for a date, `{o0}` for an hour and `{t0}` for a span; each by its place. */
export type Moments = { words: string; dates: Moment[]; hours: Moment[]; spans: Span[] };

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';
const YEAR = '(?:1[5-9]|20)\\d\\d';
const NTH = '(?:st|nd|rd|th)?';
const DATE = new RegExp(
  `(?<![\\d,.$€£-])(?:\\d{1,2}${NTH} (?:${MONTHS}),? ${YEAR}|(?:${MONTHS}) \\d{1,2}${NTH},? ${YEAR}|(?:${MONTHS}) ${YEAR}|\\d{1,2}${NTH}(?: (?:${MONTHS}))?(?= ?(?:[-–]|to|until|and|through) ?\\d{1,2}${NTH} (?:${MONTHS}),? ${YEAR})|${YEAR}(?! people))(?![\\d,.]\\d|-year)|(?<=${YEAR}[-–])${YEAR}(?!\\d)`,
  'g',
);
const SPAN_UNIT = /^(?:minute|hour|day|week|month|year|decade|century|centurie)s?$/;

/** What a sentence says of time; null where it has no two dates or hours. */
export function momentsOf(text: string, sentence: Range, figures: readonly Figure[]): Moments | null {
  const times = timesOf(text, sentence).filter(({ kind }) => kind === 'date');
  const dates = datesIn(text, sentence).filter((date) => times.some((time) => overlaps(time, date)));
  const hours = figures.flatMap(({ start, end, low, value, unit }) =>
    unit === "o'clock" && low !== null
      ? [{ start, end, from: low * 60, to: low * 60, printed: value, is_whole_year: false }]
      : [],
  );
  if (dates.length < 2 && hours.length < 2) return null;
  const spans = figures.flatMap(({ start, end, low, high, comparator, unit, value }) => {
    const counted = countedWords(unit ?? '');
    const name = counted.toLowerCase();
    if (low === null || low !== high || comparator !== '=' || !SPAN_UNIT.test(name)) return [];
    return [{ start, end, low, unit: name.replace(/ies$/, 'y').replace(/s$/, ''), printed: `${value} ${counted}` }];
  });
  return { words: signed(text, sentence, { dates, hours, spans }), dates, hours, spans };
}

/** The words of a sentence in small letters, with a sign for each date, hour and span. */
export function signed(text: string, sentence: Range, { dates, hours, spans }: Omit<Moments, 'words'>): string {
  const signs = [
    ...dates.map((one, at) => ({ ...one, sign: `{d${at}}` })),
    ...hours.map((one, at) => ({ ...one, sign: `{o${at}}` })),
    ...spans.map((one, at) => ({ ...one, sign: `{t${at}}`, end: endOfSpan(text, one) })),
  ].sort((one, other) => one.start - other.start);
  let [words, at] = ['', sentence.start];
  for (const { start, end, sign } of signs) {
    if (start < at) continue;
    words += text.slice(at, start).replace(/[{}]/g, ' ') + sign;
    at = end;
  }
  return (words + text.slice(at, sentence.end).replace(/[{}]/g, ' ')).replace(/\s+/g, ' ').toLowerCase();
}

/** With its unit. */
function endOfSpan(text: string, { end, unit }: Span): number {
  const behind = new RegExp(`^(?: an?)?[ -]${unit.slice(0, -1)}\\p{L}*`, 'iu').exec(text.slice(end, end + 20));
  return end + (behind?.[0].length ?? 0);
}

function datesIn(text: string, sentence: Range): Moment[] {
  const piece = text.slice(sentence.start, sentence.end);
  return [...piece.matchAll(DATE)].flatMap((found) => {
    const start = sentence.start + found.index;
    const printed = found[0];
    const days = daysOf(completed(printed, piece.slice(found.index + printed.length)));
    const is_whole_year = new RegExp(`^${YEAR}$`).test(printed);
    return days === null
      ? []
      : [{ start, end: start + printed.length, from: days[0], to: days[1], printed, is_whole_year }];
  });
}

/** "3" before " to 9 July 2011" is 3 July 2011. */
function completed(printed: string, behind: string): string {
  if (new RegExp(YEAR).test(printed)) return printed;
  const [, month = '', year = ''] = new RegExp(`\\d (${MONTHS}),? (${YEAR})`).exec(behind) ?? [];
  return /\p{L}{3}/u.test(printed) ? `${printed} ${year}` : `${printed} ${month} ${year}`;
}

/** The days that words name; null for none. */
export function daysOf(printed: string): readonly [number, number] | null {
  const words = printed
    .toLowerCase()
    .replace(/[,.](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const year = /^(?:1[5-9]|20)\d\d$/.exec(words)?.[0];
  if (year) return [Date.UTC(Number(year), 0, 1), Date.UTC(Number(year), 11, 31)];
  const said = dateSaid(words, { today: 0, tense: 'past' });
  return said && 'days' in said ? said.days : null;
}

/** Whole years from one day to another. */
export function yearsBetween(from: number, to: number): number {
  const [one, other] = [new Date(from), new Date(to)];
  const years = other.getUTCFullYear() - one.getUTCFullYear();
  const isBefore =
    other.getUTCMonth() < one.getUTCMonth() ||
    (other.getUTCMonth() === one.getUTCMonth() && other.getUTCDate() < one.getUTCDate());
  return years - (isBefore ? 1 : 0);
}
