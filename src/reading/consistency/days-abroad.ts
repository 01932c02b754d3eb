// Days of other languages than English that contradict themselves, and days no month has. Pure.
import { itemAt } from '#src/item-at.ts';
import { dateSaid, weekdayAgrees } from '../entities/dates-said.ts';
import { dayText, WEEKDAYS, WEEKDAYS_PRINTED } from '../entities/days.ts';
import { timesOf } from '../entities/times.ts';
import { inEnglish } from '../entities/times-abroad.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Range } from '../text/range.ts';
import { type Finding, within } from './finding.ts';

type Reading = { dated_on: string | null; language: string; lexicon: Lexicon };

/** A weekday with a day of the month, in English words. */
export type SaidDay = { weekday: string; date: string; place: Range };

/** The findings of one sentence, and the weekdays that it names without a year. */
export function dayFindingsAbroad(
  text: string,
  sentence: Range,
  { language, lexicon }: Reading,
): { findings: Finding[]; said: SaidDay[] } {
  const findings: Finding[] = [];
  const said: SaidDay[] = [];
  for (const { kind, start, end } of timesOf(text, sentence, language)) {
    if (kind !== 'date') continue;
    const words = inEnglish(text.slice(start, end), lexicon)
      .replace(/[,.](?!\d)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const place = { start, end };
    const hasYear = /\b(?:1[5-9]|20)\d\d\b/.test(words);
    const weekday = WEEKDAYS.find((name) => words.includes(name));
    if (!hasYear && weekday && /\d/.test(words)) said.push({ weekday, date: words.replace(weekday, '').trim(), place });
    const days = dateSaid(words, { today: 0, tense: hasYear ? 'past' : null });
    if (days === null) continue;
    if ('no_such_day' in days) findings.push(within('date', [place], `${capital(days.no_such_day)}.`));
    else if (!weekdayAgrees(words, days.days))
      findings.push(otherWeekday(text, place, { from: days.days[0], lexicon }));
  }
  return { findings, said };
}

function otherWeekday(text: string, place: Range, { from, lexicon }: { from: number; lexicon: Lexicon }): Finding {
  const { weekdays } = lexicon.times;
  const at = new Date(from).getUTCDay();
  const printed = text.slice(place.start, place.end);
  const own = itemAt(weekdays, at).split('|')[0] ?? '';
  const instead = printed.replace(new RegExp(weekdays.join('|'), 'iu'), (found) =>
    /^\p{Lu}/u.test(found) ? capital(own) : own,
  );
  return within('date', [place], `${dayText(from)} was a ${itemAt(WEEKDAYS_PRINTED, at)}.`, instead);
}

/** "Martes 3 de mayo" here and "miércoles 3 de mayo" there, without a year. */
export function weekdayFindingsAbroad(said: readonly SaidDay[]): Finding[] {
  const known = new Map<string, SaidDay>();
  return said.flatMap((day) => {
    const before = known.get(day.date);
    if (!before) known.set(day.date, day);
    if (!before || before.weekday === day.weekday) return [];
    const [here, there] = [day, before].map(({ weekday }) => capital(weekday));
    const date = day.date.replace(/\p{L}+/gu, capital);
    return [within('date', [day.place, before.place], `${date} is a ${here} here, a ${there} before.`)];
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
