// Who may read second, close, reopen, ask, answer, and decide about fixes. Pure: a role in, yes or no out.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** The second reader is a person who works at the desk; the operator never closes. */
export function mayReadSecond(role: DeskRole): boolean {
  return role === 'editor' || role === 'reviewer';
}

/** Whether the copy is changed is the editor's to say. */
export function mayDecideFix(role: DeskRole): boolean {
  return role === 'editor';
}

/** Queries and fixes are asked, answered and noted by whoever works on the article. */
export function mayAsk(role: DeskRole): boolean {
  return role !== 'guest';
}

/** Queries are between the desk and whom it asks: what is typed into them may name what guests must not know. */
export function mayReadQueries(role: DeskRole): boolean {
  return role !== 'guest';
}

/** A link lets somebody in who does not sign in: a person of the desk answers for it. */
export function mayMakeLinks(role: DeskRole): boolean {
  return role === 'editor' || role === 'reviewer';
}

/** As mayAsk, with the sentence for whoever may not. */
export function assertMayAsk(role: DeskRole): void {
  if (!mayAsk(role)) throw new Forbidden('Guests read; queries and fixes are for reviewers and editors.');
}

/** As mayMakeLinks, with the sentence for whoever may not. */
export function assertMayMakeLinks(role: DeskRole): void {
  if (!mayMakeLinks(role))
    throw new Forbidden('A link for the writer is a person’s: sign in as a reviewer or an editor of this desk.');
}
