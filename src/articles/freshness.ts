// What every page of an article depends on, so that browsers may keep it until that changes.
import { dayEnd } from '#src/dates.ts';
import { Freshness } from '#src/http/fresh.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { may } from '#src/people/permissions.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import type { ArticleFound } from './store.ts';

/**
 * Says all that is stored of the article and its desk, as somebody in this role reads it, and how the program reads its text:
 * where it is the same, so is whatever is gathered of the article for that role. A key of what is remembered, never shown.
 */
export function stateOf(article: ArticleFound): string {
  return JSON.stringify(partsOf(article));
}

/** The same of all that stands in other rows than those of its claims: most saves leave it as it was. */
export function stateBesideClaims(article: ArticleFound): string {
  return stateOf({ ...article, changed_seq: article.beside_claims_seq });
}

function partsOf({ id, role, changed_seq, desk_changed_seq, desk_log_number }: ArticleFound): (string | number)[] {
  // What guests do not see changes with what is noted of any confidential source of the desk.
  const own_log = may(role, 'see_confidential') ? '' : desk_log_number;
  return [READING_VERSION, id, role, changed_seq, desk_changed_seq, own_log];
}

/**
 * The freshness of one page of an article: what is stored of the article and its desk, as what the reader reads it, how the
 * program reads its text, and `view`: which page it is and how it is narrowed. Times that a page tells of beside "today" are its own `moments`.
 */
export function freshnessOf(article: ArticleFound, now: string, view: (string | number)[]): Freshness {
  return new Freshness([...partsOf(article), ...view], { now, day_end: dayEnd(now, article.time_zone) });
}

/** The same of a page of a desk, as somebody in this role reads it: `view` says what it depends on beside the desk itself. */
export function freshnessOfDesk(
  { id, role, changed_seq, time_zone }: DeskFound,
  now: string,
  view: (string | number)[],
): Freshness {
  return new Freshness([READING_VERSION, id, role, changed_seq, ...view], { now, day_end: dayEnd(now, time_zone) });
}
