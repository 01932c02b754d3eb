// Who may do what with people and desks. Pure: who asks and the role in, yes or no out.
import type { Actor } from '#src/context.ts';
import type { DeskRole } from './tables.ts';

/** Administrators, and the operator at the command line, manage people and open desks. What they read is another matter. */
export function mayManagePeople(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.is_administrator);
}

/** The settings and members of a desk are for its editors and for whoever manages people. */
export function mayManageDesk(actor: Actor, role: DeskRole | null): boolean {
  return role === 'editor' || mayManagePeople(actor);
}
