// The details of an article (outlet, dates, who asked): read, stored, and as their form shows them. Pure.
import { localOf, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { readLanguage, readTimeZone } from '#src/people/desks/desk.ts';
import { cleanLine, cleanText } from '#src/text-fields.ts';
import type { ArticleTable } from '../tables.ts';
import { type DeskOfDetails, type DetailsTyped, RULES } from './details-rules.ts';

export type Details = Pick<ArticleTable, keyof DetailsTyped>;

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
