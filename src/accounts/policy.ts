// Who may do what with questions and accounts. Pure: a role in, yes or no out. Guests read.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** Noting who says what, and which rule the desk applies, is part of checking. */
export function mayKeepAccounts(role: DeskRole): boolean {
  return role !== 'guest';
}

/** As mayKeepAccounts, with the sentence for whoever may not. */
export function assertMayKeepAccounts(role: DeskRole): void {
  if (!mayKeepAccounts(role)) throw new Forbidden('Guests read; who says what is noted by reviewers and editors.');
}
