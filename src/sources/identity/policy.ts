// Who may do what with an identity record, beside the permissions of roles: those it names. Pure.
import { Forbidden } from '#src/errors.ts';
import { may, refusalOf } from '#src/people/permissions.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** Destroying is for those named who could write one, and for editors, who need not read what they destroy. */
export function mayDestroyIdentity(role: DeskRole, is_named: boolean): boolean {
  return (is_named && may(role, 'write_identity')) || may(role, 'destroy_identity');
}

/** Reading, and naming further readers, is for those whom the record names, whatever their role. */
export function assertNamed(is_named: boolean): void {
  if (!is_named)
    throw new Forbidden('This record is read only by the people it names. One of them can name you; nobody else can.');
}

/** Throws the sentence for whoever may not destroy. */
export function assertMayDestroyIdentity(role: DeskRole, is_named: boolean): void {
  if (!mayDestroyIdentity(role, is_named)) throw new Forbidden(refusalOf('destroy_identity'));
}
