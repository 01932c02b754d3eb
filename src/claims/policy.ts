// Who may do what with claims. Pure: a role in, yes or no out.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** Marking, ticking, initialling, verdicts: editors and reviewers, and the operator for what is no decision of a person. */
export function mayMarkClaims(role: DeskRole): boolean {
  return role !== 'guest';
}

/** A verdict is a person's: the operator sets none, guests read. */
export function maySetVerdicts(role: DeskRole): boolean {
  return role === 'editor' || role === 'reviewer';
}

/** Reviewers share out the work among themselves. */
export function mayAssign(role: DeskRole): boolean {
  return role !== 'guest';
}

/** A new version comes from whoever works on the article: editors, reviewers, the operator. */
export function mayReviseArticle(role: DeskRole): boolean {
  return role !== 'guest';
}

/** As mayReviseArticle, with the sentence for whoever may not. */
export function assertRevises(role: DeskRole): void {
  if (!mayReviseArticle(role))
    throw new Forbidden('Guests read; a new version is for reviewers and editors of the desk.');
}
