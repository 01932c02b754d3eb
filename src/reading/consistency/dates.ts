// Days, spans and ages that contradict each other within a sentence. Pure.
import { dateSaid, weekdayAgrees } from '../entities/dates-said.ts';
import { dayText } from '../entities/days.ts';
import { figuresOf } from '../entities/figures.ts';
import { timesOf } from '../entities/times.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

/** The findings of one sentence. Days without a year are read only where the article has a day. */
export function dateFindings(text: string, sentence: Range, dated_on: string | null): Finding[] {
  return [...days(text, sentence, dated_on), ...spans(text, sentence), ...ages(text, sentence)];
}

/** "Sunday, 7 May 2011" was a Saturday; there is no 31 April. */
function days(text: string, sentence: Range, dated_on: string | null): Finding[] {
  const today = dated_on === null ? Number.NaN : Date.parse(`${dated_on.slice(0, 10)}T00:00:00Z`);
  return timesOf(text, sentence).flatMap(({ kind, start, end }) => {
    const printed = text.slice(start, end);
    const words = printed
      .toLowerCase()
      .replace(/[,.](?!\d)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const hasYear = /\b(?:1[5-9]|20)\d\d\b/.test(words);
    if (kind !== 'date' || (!hasYear && Number.isNaN(today))) return [];
    const said = dateSaid(words, { today: Number.isNaN(today) ? 0 : today, tense: hasYear ? 'past' : null });
    if (said === null) return [];
    if ('no_such_day' in said) return [within('date', [{ start, end }], `${capital(said.no_such_day)}.`)];
    if (weekdayAgrees(words, said.days)) return [];
    return [within('date', [{ start, end }], `${dayText(said.days[0])} was a ${weekdayOf(said.days[0])}.`)];
  });
}

const LONG =
  /\b(?:from|between) (?:\p{L}+ )?((?:1[5-9]|20)\d\d) (?:to|until|and|through) (?:\p{L}+ )?((?:1[5-9]|20)\d\d)\b/u;

/** "from 2004 to 2010, eight years in all". */
function spans(text: string, sentence: Range): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  const found = LONG.exec(words);
  if (!found) return [];
  const place = { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length };
  const [from, to] = [Number(found[1]), Number(found[2])];
  const behind = { start: place.end, end: Math.min(sentence.end, place.end + 40) };
  const span = figuresOf(text, behind).find(
    ({ unit, low, high, comparator }) =>
      /^years?$/.test(unit ?? '') && low !== null && low === high && comparator === '=',
  );
  if (!span || span.low === null || /[.;]/.test(text.slice(behind.start, span.start)) || to < from) return [];
  const years = to - from;
  const isAll =
    /^,? (?:a (?:period|span|total) of |or |for |in all )?$/.test(text.slice(place.end, span.start)) ||
    /\b(?:in all|altogether|in total)\b/.test(text.slice(span.end, span.end + 24));
  if (!isAll || Math.abs(span.low - years) <= 1 - (span.low < years ? 1 : 0)) return [];
  return [
    within(
      'date',
      [place, { start: span.start, end: span.end }],
      `From ${from} to ${to} are ${years} years, not ${span.low}.`,
    ),
  ];
}

const BORN = /\bborn (?:on |in )?/i;

/** "born on 3 June 1956, was 57 when he was elected on 7 May 2011". */
function ages(text: string, sentence: Range): Finding[] {
  const words = text.slice(sentence.start, sentence.end);
  const born = BORN.exec(words);
  if (!born) return [];
  const behind = sentence.start + born.index;
  const dates = timesOf(text, { start: behind, end: sentence.end }).filter(
    ({ kind, start, end }) => kind === 'date' && /\b(?:1[5-9]|20)\d\d\b/.test(text.slice(start, end)),
  );
  const [birth, then, ...more] = dates.map((time) => ({ time, days: daysOf(text.slice(time.start, time.end)) }));
  const age = /\b(?:was|aged|at|is|turned|age of|age) (\d{1,3})\b(?! (?:percent|per cent|%))/.exec(words);
  if (!birth?.days || !then?.days || more.length > 0 || !age) return [];
  const [least, most] = [yearsBetween(birth.days[1], then.days[0]), yearsBetween(birth.days[0], then.days[1])];
  const said = Number(age[1]);
  if (said >= least && said <= most) return [];
  const at = sentence.start + age.index + age[0].length;
  const place = { start: at - (age[1] ?? '').length, end: at };
  return [
    within(
      'other',
      [place, { start: birth.time.start, end: birth.time.end }],
      `Born ${text.slice(birth.time.start, birth.time.end)}, the age then was ${least === most ? least : `${least} or ${most}`}, not ${said}.`,
    ),
  ];
}

function daysOf(printed: string): readonly [number, number] | null {
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

function yearsBetween(from: number, to: number): number {
  const [one, other] = [new Date(from), new Date(to)];
  const years = other.getUTCFullYear() - one.getUTCFullYear();
  const isBefore =
    other.getUTCMonth() < one.getUTCMonth() ||
    (other.getUTCMonth() === one.getUTCMonth() && other.getUTCDate() < one.getUTCDate());
  return years - (isBefore ? 1 : 0);
}

function weekdayOf(time: number): string {
  return 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')[new Date(time).getUTCDay()] ?? '';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
