// Which saved copies somebody may see. Pure: a role and a source in, yes or no out.
import { may } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** Guests learn of a confidential source by its alias alone: no copy, no name, and no hash, which confirms a leaked document. */
export function maySeeCopies(role: DeskRole, source: { is_confidential: 0 | 1 }): boolean {
  return source.is_confidential === 0 || may(role, 'see_confidential');
}
