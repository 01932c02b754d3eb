// What a change of an article's details changes: the fields that differ, before and after. Pure.
import type { EventVerb } from '#src/audit/events.ts';
import { StaleEdit } from '#src/errors.ts';
import type { Checking } from '../article-profile.ts';
import type { ArticleTable } from '../tables.ts';
import { type Details, detailsInForm, detailsTyped } from './details.ts';

/** `profile` is its name, `needs_legal` yes or no. */
export type ShownDetails = Details & { title: string; profile: string; needs_legal: string };

/** The details, the title and how it is checked, without the rest of the article's row. */
export function shownDetails(article: ArticleTable & { profile_name: string }): ShownDetails {
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
    ...shownChecking({ profile: article.profile_name, needs_legal: article.needs_legal }),
  };
}

/** How the article is checked, in the words of the log and of the page with both texts. */
export function shownChecking({ profile, needs_legal }: Pick<Checking, 'profile' | 'needs_legal'>) {
  return { profile, needs_legal: needs_legal === 1 ? 'yes' : 'no' };
}

const OWN_EVENTS: Partial<Record<keyof ShownDetails, EventVerb>> = {
  profile: 'article.profile_changed',
  needs_legal: 'article.legal_changed',
};

/** The events of a change, each with the fields that it is about. */
export function eventsOf(changed: (keyof ShownDetails)[]): [EventVerb, (keyof ShownDetails)[]][] {
  return [...Map.groupBy(changed, (field): EventVerb => OWN_EVENTS[field] ?? 'article.details_changed')];
}

/** A deadline that nobody touched keeps its moment, also in the hour that clocks show twice. */
export function keepMoment(after: Details, before: ShownDetails, time_zone: string): Details {
  const untouched = detailsTyped(after, time_zone).deadline_at === detailsTyped(before, time_zone).deadline_at;
  return untouched ? { ...after, deadline_at: before.deadline_at } : after;
}

interface Both {
  /** What the article holds now. */
  stored: ArticleTable & { profile_name: string };
  yours: ShownDetails;
  time_zone: string;
}

/** What was typed beside what is stored, as their form has it. */
export function staleDetails({ stored, yours, time_zone }: Both): StaleEdit {
  const shown = ({ profile, needs_legal, ...details }: ShownDetails) => ({
    title: details.title,
    ...detailsInForm(details, time_zone),
    profile_id: profile,
    needs_legal,
  });
  const theirs = shownDetails(stored);
  const values = { title: theirs.title, ...detailsInForm(theirs, time_zone), ...checkingTyped(stored) };
  return new StaleEdit(shown(yours), shown(theirs), { revision: stored.revision, values, labels: LABELS });
}

const LABELS = {
  url: 'Address',
  dated_on: 'Date of the article',
  dated_time: 'Time of the article',
  dated_zone: 'Time zone of the date',
  deadline_at: 'Deadline',
  writer_notes: 'Writer',
  asked_why: 'Purpose',
  profile_id: 'Profile',
  needs_legal: 'Legal has to see it',
};

/** What the fields of the form hold of how the article is checked. */
export function checkingTyped({ profile_id, needs_legal }: Pick<ArticleTable, 'profile_id' | 'needs_legal'>) {
  return { profile_id, needs_legal: needs_legal === 1 ? '1' : '' };
}

/** Only these fields. */
function only<Value>(values: Record<keyof ShownDetails, Value>, keys: (keyof ShownDetails)[]): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** These fields as the log may keep them: the writer's phone and words are no matter for a log that can be exported. */
export function forLog(values: ShownDetails, keys: (keyof ShownDetails)[]): Record<string, string | null> {
  const kept: Record<string, string | null> = only(values, keys);
  if ('writer_notes' in kept) kept.writer_notes = values.writer_notes === '' ? '' : '(not kept here)';
  return kept;
}
