// What a person types as the details of an article, and what has to hold of it. Pure.
import { isLocalDate, isLocalTime, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { readLanguage, readTimeZone } from '#src/people/desks/desk.ts';

/** What a person types. What is left empty stays empty, but for the zone of a date: that is the desk's. */
export interface DetailsTyped {
  byline?: string;
  outlet?: string;
  url?: string;
  /** A BCP 47 tag; empty for the desk's. */
  language?: string;
  place?: string;
  /** A local date (2011-05-07) or date and time (2011-05-07T14:02), in `dated_zone`. */
  dated_on?: string;
  /** An IANA time zone, like Asia/Kabul; empty for the desk's. */
  dated_zone?: string;
  /** A local time (2026-03-12T18:00) in the desk's time zone. */
  deadline_at?: string;
  asked_by?: string;
  asked_why?: string;
  /** The writer's phone number and what they told the desk. */
  writer_notes?: string;
}

type Rule = (typed: Required<DetailsTyped>, desk: DeskOfDetails) => void;
export interface DeskOfDetails {
  time_zone: string;
  language: string;
}

export const RULES: Rule[] = [
  ({ url }) => {
    if (url !== '' && !isWebAddress(url))
      throw new RuleBroken('Write a whole address that starts with https:// or http://, or leave it empty.', 'url');
  },
  ({ language }) => {
    if (language !== '') readLanguage(language);
  },
  ({ dated_on, dated_zone }) => {
    if (dated_on === '' && dated_zone !== '')
      throw new RuleBroken(
        'There is a time zone here but no date. Give the date too, or remove the time zone.',
        'dated_on',
      );
    if (dated_on !== '' && !isLocalDate(dated_on) && !isLocalTime(dated_on))
      throw new RuleBroken('There is no such date. Write it like 2011-05-07, the time like 14:02.', 'dated_on');
  },
  ({ dated_on, dated_zone }) => {
    if (dated_on === '') return;
    if (!isZone(dated_zone))
      throw new RuleBroken(
        'There is no time zone of this name. Write it like Europe/Berlin or Asia/Kabul.',
        'dated_zone',
      );
    if (isLocalTime(dated_on)) assertShownByClock(dated_on, dated_zone, 'dated_on');
  },
  ({ deadline_at }, { time_zone }) => {
    if (deadline_at === '') return;
    if (!isLocalTime(deadline_at))
      throw new RuleBroken('Give the deadline as a day and a time, like 2026-03-12 18:00.', 'deadline_at');
    assertShownByClock(deadline_at, time_zone, 'deadline_at');
  },
];

function isZone(name: string): boolean {
  try {
    return readTimeZone(name) !== '';
  } catch {
    return false;
  }
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && URL.canParse(text);
}

function assertShownByClock(local: string, zone: string, field: string): void {
  if (utcOf(local, zone) === undefined)
    throw new RuleBroken(
      `No clock in ${zone} shows ${local.slice(11)} on that day: the clocks are put forward over it. Choose a time before or after.`,
      field,
    );
}
