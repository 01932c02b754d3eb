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

export const GUESTS_TAKE_NOTHING_IN =
  'You are a guest here, and guests read what a desk checks. Ask an editor of the desk to take the article in.';
export const GUESTS_CHANGE_NOTHING =
  'You are a guest here, and guests read what a desk checks. Ask a reviewer of the desk to change the details.';

/** The document that an article came from, and the sources it proposes: footnotes and comments may name what guests must not know. */
export function maySeeOriginal(role: DeskRole): boolean {
  return role !== 'guest';
}
