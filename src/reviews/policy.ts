// Who may read second, close, reopen and decide about fixes. Pure: a role in, yes or no out.
import type { DeskRole } from '#src/people/tables.ts';

/** The second reader is a person who works at the desk; the operator never closes. */
export function mayReadSecond(role: DeskRole): boolean {
  return role === 'editor' || role === 'reviewer';
}

/** Whether the copy is changed is the editor's to say. */
export function mayDecideFix(role: DeskRole): boolean {
  return role === 'editor';
}
