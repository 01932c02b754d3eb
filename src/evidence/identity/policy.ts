// Who may do what with the identity of a confidential source. Pure. Reading is for those whom the record names, whatever their role.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** Whoever works at the desk may write down whom they promised to keep secret; the operator is nobody who could be named. */
export function mayWriteIdentity(role: DeskRole): boolean {
  return role === 'editor' || role === 'reviewer';
}

/** Destroying is for those named, and for editors, who need not read what they destroy. */
export function mayDestroyIdentity(role: DeskRole, is_named: boolean): boolean {
  return is_named || role === 'editor';
}

/** Throws the sentence for whoever may not write. */
export function assertMayWriteIdentity(role: DeskRole): void {
  if (!mayWriteIdentity(role))
    throw new Forbidden('Identity records are written by the reviewers and editors of the desk.');
}

/** Reading, and naming further readers, is for those whom the record names. */
export function assertNamed(is_named: boolean): void {
  if (!is_named)
    throw new Forbidden('This record is read only by the people it names. One of them can name you; nobody else can.');
}

/** Throws the sentence for whoever may not destroy. */
export function assertMayDestroyIdentity(role: DeskRole, is_named: boolean): void {
  if (!mayDestroyIdentity(role, is_named))
    throw new Forbidden('The record is destroyed by the people it names, or by an editor of the desk.');
}
