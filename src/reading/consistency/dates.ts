// Days that contradict themselves or each other: wrong weekdays, days no month has, ages, spans. Pure.
import { dateSaid, weekdayAgrees } from '../entities/dates-said.ts';
import { dayText, WEEKDAY_FORMS, WEEKDAYS_PRINTED } from '../entities/days.ts';
import type { Figure } from '../entities/figures.ts';
import { timesOf } from '../entities/times.ts';
import type { Range } from '../text/range.ts';
import { ageFindings, ageToday } from './ages.ts';
import { daySpanFindings } from './day-spans.ts';
import { type Finding, within } from './finding.ts';
import { daysOf, momentsOf } from './moments.ts';
import { anniversaryFindings, spanFindings } from './spans.ts';

/** The findings of one sentence. Days without a year are read only where the article has a day. */
export function dateFindings(
  text: string,
  { sentence, figures }: { sentence: Range; figures: readonly Figure[] },
  dated_on: string | null,
): Finding[] {
  const moments = momentsOf(text, sentence, figures);
  return [
    ...days(text, sentence, dated_on),
    ...besideDays(text, sentence),
    ...daySpanFindings(text, { sentence, figures }),
    ...(moments
      ? [...spanFindings(moments), ...anniversaryFindings(moments), ...ageFindings(text, sentence, moments)]
      : []),
    ...(dated_on === null ? [] : ageToday(text, sentence, dated_on)),
  ];
}

/** "Sunday, 7 May 2011" was a Saturday; there is no 31 April. */
function days(text: string, sentence: Range, dated_on: string | null): Finding[] {
  const today = dated_on === null ? Number.NaN : Date.parse(`${dated_on.slice(0, 10)}T00:00:00Z`);
  return timesOf(text, sentence).flatMap(({ kind, start, end }) => {
    const words = plain(text.slice(start, end));
    const hasYear = /\b(?:1[5-9]|20)\d\d\b/.test(words);
    if (kind !== 'date' || (!hasYear && Number.isNaN(today))) return [];
    const said = dateSaid(words, { today: Number.isNaN(today) ? 0 : today, tense: hasYear ? 'past' : null });
    if (said === null) return [];
    if ('no_such_day' in said) return [within('date', [{ start, end }], `${capital(said.no_such_day)}.`)];
    if (weekdayAgrees(words, said.days)) return [];
    const is = weekdayOf(said.days[0]);
    const instead = text.slice(start, end).replace(new RegExp(WEEKDAY_FORMS), is);
    return [within('date', [{ start, end }], `${dayText(said.days[0])} was a ${is}.`, instead)];
  });
}

const BESIDE = new RegExp(
  `\\b(${WEEKDAY_FORMS}) \\(((?:\\d{1,2} \\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+ \\d{1,2}),? \\d{4})\\)|\\b((?:\\d{1,2} \\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+ \\d{1,2}),? \\d{4}),? (?:which was )?a (${WEEKDAY_FORMS})\\b`,
  'gu',
);

/** "Monday (22 May 2011)"; "22 May 2011, a Monday". */
function besideDays(text: string, sentence: Range): Finding[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(BESIDE)].flatMap((found) => {
    const [printed, weekday = found[4] ?? '', date = found[3] ?? ''] = found;
    const days = daysOf(date);
    const start = sentence.start + found.index;
    if (!days || weekdayOf(days[0]) === weekday) return [];
    return [
      within('date', [{ start, end: start + printed.length }], `${dayText(days[0])} was a ${weekdayOf(days[0])}.`),
    ];
  });
}

const NAMED =
  /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:(\d{1,2})(?:st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December)|(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)?)(?!,? \d{4})/g;

/** "Tuesday, 3 May" here and "Wednesday, 3 May" there, without a year. */
export function weekdayFindings(text: string): Finding[] {
  const known = new Map<string, { weekday: string; place: Range }>();
  return [...text.matchAll(NAMED)].flatMap((found) => {
    const [printed, weekday = '', date = found[5], month = found[4]] = found;
    const place = { start: found.index, end: found.index + printed.length };
    const before = known.get(`${date} ${month}`);
    if (!before) known.set(`${date} ${month}`, { weekday, place });
    if (!before || before.weekday === weekday) return [];
    return [
      within('date', [place, before.place], `${date} ${month} is a ${weekday} here, a ${before.weekday} before.`),
    ];
  });
}

function plain(printed: string): string {
  return printed
    .toLowerCase()
    .replace(/[,.](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function weekdayOf(time: number): string {
  return WEEKDAYS_PRINTED[new Date(time).getUTCDay()] ?? '';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
