// The details of an article (outlet, dates, who asked) and the rules for them. Pure.
import { isLocalDate, isLocalTime, localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { readLanguage, readTimeZone } from '#src/people/desks/desk.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { ArticleTable } from '../tables.ts';

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

export type Details = Pick<ArticleTable, keyof DetailsTyped>;

type Rule = (typed: Required<DetailsTyped>, desk: DeskOfDetails) => void;
export interface DeskOfDetails {
  time_zone: string;
  language: string;
}

/** The details as they are stored. Throws RuleBroken for the first that is wrong. */
export function readDetails(typed: DetailsTyped, desk: DeskOfDetails): Details {
  const clean = cleanDetails(typed, desk);
  for (const rule of RULES) rule(clean, desk);
  return {
    ...clean,
    language: readLanguage(clean.language || desk.language),
    dated_on: clean.dated_on || null,
    dated_zone: clean.dated_zone ? readTimeZone(clean.dated_zone) : null,
    deadline_at: clean.deadline_at ? (utcOf(clean.deadline_at, desk.time_zone) ?? null) : null,
  };
}

/** All that is wrong with what was typed, each with its field: for a form, which says everything at once. */
export function findWrongDetails(typed: DetailsTyped, desk: DeskOfDetails): { field: string; message: string }[] {
  const clean = cleanDetails(typed, desk);
  return RULES.flatMap((rule) => {
    try {
      rule(clean, desk);
      return [];
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return [{ field: error.field ?? '', message: error.message }];
    }
  });
}

/** The details as their form shows them: times local, null as empty. */
export function detailsTyped(details: Details, time_zone: string): Required<DetailsTyped> {
  const { dated_on, dated_zone, deadline_at, ...rest } = details;
  const deadline = deadline_at === null ? '' : localOf(deadline_at, time_zone);
  return { ...rest, dated_on: dated_on ?? '', dated_zone: dated_zone ?? '', deadline_at: deadline };
}

/** What the fields of their form hold, by name: the date and its time come in two. */
export function detailsInForm(details: Details, time_zone: string): Record<string, string> {
  const { dated_on, ...typed } = detailsTyped(details, time_zone);
  const [date = '', dated_time = ''] = dated_on.split('T');
  return { ...typed, dated_on: date, dated_time };
}

const RULES: Rule[] = [
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

function cleanDetails(typed: DetailsTyped, desk: DeskOfDetails): Required<DetailsTyped> {
  const line = (text: string | undefined) => cleanLine(text ?? '');
  const dated_on = localTime(typed.dated_on);
  return {
    byline: line(typed.byline),
    outlet: line(typed.outlet),
    url: line(typed.url),
    language: line(typed.language),
    place: line(typed.place),
    dated_on,
    dated_zone: line(typed.dated_zone) || (dated_on ? desk.time_zone : ''),
    deadline_at: localTime(typed.deadline_at),
    asked_by: line(typed.asked_by),
    asked_why: cleanText(typed.asked_why ?? ''),
    writer_notes: cleanText(typed.writer_notes ?? ''),
  };
}

/** Some browsers send seconds, and people type a space where ISO has a T. */
function localTime(text: string | undefined): string {
  return cleanLine(text ?? '')
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace(/^(.{16}):\d\d(\.\d+)?$/, '$1');
}

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
