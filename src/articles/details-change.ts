// What a change of an article's details changes: the fields that differ, before and after. Pure.
import { StaleEdit } from '#src/errors.ts';
import { type Details, detailsTyped } from './details.ts';
import type { ArticleTable } from './tables.ts';

export type ShownDetails = Details & { title: string };

/** The details and the title of an article, without the rest of its row. */
export function shownDetails(article: ArticleTable): ShownDetails {
  const { title, byline, outlet, url, language, place, dated_on, dated_zone, deadline_at } = article;
  const { asked_by, asked_why, writer_notes } = article;
  return {
    title,
    byline,
    outlet,
    url,
    language,
    place,
    dated_on,
    dated_zone,
    deadline_at,
    asked_by,
    asked_why,
    writer_notes,
  };
}

/** A deadline that nobody touched keeps its moment, also in the hour that clocks show twice. */
export function keepMoment(after: Details, before: ShownDetails, time_zone: string): Details {
  const untouched = detailsTyped(after, time_zone).deadline_at === detailsTyped(before, time_zone).deadline_at;
  return untouched ? { ...after, deadline_at: before.deadline_at } : after;
}

/** The names of the fields in which the two differ. */
export function keysThatDiffer(before: ShownDetails, after: ShownDetails): (keyof ShownDetails)[] {
  return (Object.keys(before) as (keyof ShownDetails)[]).filter((key) => before[key] !== after[key]);
}

/** Both texts of each field that somebody changed, as their form shows them. */
export function staleEdit(
  theirs: ShownDetails,
  yours: ShownDetails,
  { changed, time_zone }: { changed: (keyof ShownDetails)[]; time_zone: string },
): StaleEdit {
  const shown = (details: ShownDetails) => only({ ...details, ...detailsTyped(details, time_zone) }, changed);
  return new StaleEdit(shown(yours), shown(theirs));
}

/** Only these fields. */
export function only<Value>(
  values: Record<keyof ShownDetails, Value>,
  keys: (keyof ShownDetails)[],
): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** These fields as the log may keep them: the writer's phone and words are no matter for a log that can be exported. */
export function forLog(values: ShownDetails, keys: (keyof ShownDetails)[]): Record<string, string | null> {
  const kept: Record<string, string | null> = only(values, keys);
  if ('writer_notes' in kept) kept.writer_notes = values.writer_notes === '' ? '' : '(not kept here)';
  return kept;
}
