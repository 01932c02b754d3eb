// Spans of days that are not those between weekdays, or days of a month, that have no year. Pure.
import { DAY, WEEKDAY_FORMS, WEEKDAYS_PRINTED } from '../entities/days.ts';
import type { Figure } from '../entities/figures.ts';

import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';
import { daysOf } from './moments.ts';
import { shown } from './sums.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = `(?:\\d{1,2} (?:${MONTHS})|(?:${MONTHS}) \\d{1,2})(?!\\d|,? \\d{4})`;
const POINT = `(?:${WEEKDAY_FORMS}|${DATE})`;
const BETWEEN = new RegExp(
  `\\bfrom (?:early |late )?(${POINT}) (?:to|until|till|through) (?:early |late )?(${POINT})`,
  'u',
);
const BEGUN = new RegExp(
  `\\b(?:began|started|begins|starts) on (${POINT}) and (?:ended|ends|was called off) on (${POINT})`,
  'u',
);
/** What stands between the days and how many they are. */
const BEHIND = /^(?:,|,? or| \(|,? lasting|,? for|,? a total of)? ?(?:or |a total of |some |exactly )?$/;
const IN_ALL = /^(?: days?)(?: (?:in all|altogether|in total|long)|[.,;)]|$)/;
const BEFORE = /^(?:[ -]days?)(?:[ -](?!later|ago|after|before)[\p{L}’'-]+){0,4},? $/u;

/** "From Sunday to Tuesday, five days in all"; "the five-day strike began on Monday and ended on Wednesday". */
export function daySpanFindings(
  text: string,
  { sentence, figures }: { sentence: Range; figures: readonly Figure[] },
): Finding[] {
  const counts = figures.filter(({ unit, comparator }) => /^days?$/.test(unit ?? '') && comparator === '=');
  if (counts.length !== 1) return [];
  const words = text.slice(sentence.start, sentence.end);
  const found = BETWEEN.exec(words) ?? BEGUN.exec(words);
  const [count] = counts;
  if (!found || !count) return [];
  const place = {
    start: sentence.start + found.index,
    end: sentence.start + found.index + found[0].length,
  };
  const said = count.low ?? 0;
  const is = daysBetween(found[1] ?? '', found[2] ?? '', said);
  if (is === null || said === is || said === is + 1 || !belongs(text, count, place)) return [];
  return [
    within(
      'date',
      [count, place].map(({ start, end }) => ({ start, end })),
      `${capital(found[0])} are ${shown(is)} or ${shown(is + 1)} days, not ${shown(said)}.`,
    ),
  ];
}

/** Right behind the days, or before them in the same words. */
function belongs(text: string, { start, end, value }: Pick<Figure, 'start' | 'end' | 'value'>, place: Range): boolean {
  const to = text.indexOf(value, start) + value.length;
  if (start >= place.end) return BEHIND.test(text.slice(place.end, start)) && IN_ALL.test(text.slice(to, to + 20));
  return end <= place.start && BEFORE.test(text.slice(to, place.start));
}

/** How many lie between; of weekdays as many weeks more as were said. */
function daysBetween(one: string, other: string, said: number): number | null {
  const [from, to] = [one, other].map((name) => WEEKDAYS_PRINTED.indexOf(name));
  if (from !== undefined && to !== undefined && from >= 0 && to >= 0) {
    const least = (to - from + 7) % 7;
    return least + 7 * Math.max(0, Math.round((said - least - 0.5) / 7));
  }
  const [first, last] = [one, other].map((date) => daysOf(`${date} 2023`)?.[0]);
  return first === undefined || last === undefined || last <= first ? null : (last - first) / DAY;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
