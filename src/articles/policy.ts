// Who may do what with articles. Pure: a role in, yes or no out.
import type { DeskRole } from '#src/people/tables.ts';

/** Editors and reviewers take articles in, and so does the operator. Guests read. */
export function mayTakeArticleIn(role: DeskRole): boolean {
  return role !== 'guest';
}

/** The details (byline, outlet, deadline …) are for everybody who works on the article. */
export function mayChangeDetails(role: DeskRole): boolean {
  return role !== 'guest';
}
