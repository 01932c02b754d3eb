// Who may manage people and desks: administrators everywhere, editors their own desk. Pure.
import type { Actor } from '#src/context.ts';
import { Forbidden } from '#src/errors.ts';
import { may, type Permission, refusalOf } from './permissions.ts';
import type { DeskRole } from './tables.ts';

/** What only administrators do, whatever desk they belong to, and the operator: the sentence for everybody else. */
export const FOR_ADMINISTRATORS = {
  manage_people: 'Only administrators manage the people of this installation.',
  make_administrators: 'Only administrators make others administrators.',
  open_desks: 'Only administrators create desks. Ask one of them for a new desk.',
  make_resets: 'Only administrators create links for a new password.',
} as const;

/** Administrators, and the operator at the command line, manage people and open desks. What they read is another matter. */
export function mayManagePeople(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.is_administrator);
}

/** Throws Forbidden for whoever does not manage people. */
export function assertManagesPeople(actor: Actor, doing: keyof typeof FOR_ADMINISTRATORS): void {
  if (!mayManagePeople(actor)) throw new Forbidden(FOR_ADMINISTRATORS[doing]);
}

type OfDesk = Extract<
  Permission,
  'change_desk' | 'change_keys' | 'change_members' | 'change_profiles' | 'make_profiles' | 'invite_to_desk'
>;

/** What belongs to a desk is for those of its members who have the permission, and for whoever manages people. */
export function mayManageDesk(actor: Actor, role: DeskRole | null, permission: OfDesk = 'change_desk'): boolean {
  return may(role, permission) || mayManagePeople(actor);
}

/** Throws Forbidden, in the words of the permission, where it is not theirs. */
export function assertManagesDesk(actor: Actor, role: DeskRole | null, permission: OfDesk): void {
  if (!mayManageDesk(actor, role, permission)) throw new Forbidden(refusalOf(permission));
}
