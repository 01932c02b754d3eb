// Who may do what with saved copies. Pure: a role and a source in, yes or no out.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';
import { sightOf } from '../library/confidential.ts';

/** Whoever keeps the library saves copies of what is in it. */
export function mayKeepCopies(role: DeskRole): boolean {
  return role !== 'guest';
}

/** As mayKeepCopies, with the sentence for whoever may not. */
export function assertMayKeepCopies(role: DeskRole): void {
  if (!mayKeepCopies(role)) throw new Forbidden('Guests read; copies are saved by reviewers and editors.');
}

/** What is erased is gone for everybody: an editor answers for it. */
export function mayEraseCopies(role: DeskRole): boolean {
  return role === 'editor' || role === 'operator';
}

/** As mayEraseCopies, with the sentence for whoever may not. */
export function assertMayEraseCopies(role: DeskRole): void {
  if (!mayEraseCopies(role)) throw new Forbidden('A saved copy is erased by an editor of the desk. Ask one.');
}

/** Guests learn of a confidential source by its alias alone: no copy, no name, and no hash, which confirms a leaked document. */
export function maySeeCopies(role: DeskRole, source: { is_confidential: 0 | 1 }): boolean {
  return source.is_confidential === 0 || sightOf(role) === 'inside';
}
