// Who may do what with claims. Pure: a role in, yes or no out.
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
