// Who may do what with sources, evidence and contacts. Pure: a role in, yes or no out. Guests read.
import { Forbidden } from '#src/errors.ts';
import type { DeskRole } from '#src/people/tables.ts';

/** The library is everybody's who works at the desk, the operator's too. */
export function mayKeepSources(role: DeskRole): boolean {
  return role !== 'guest';
}

/** Evidence says what a claim rests on; whoever works on claims may add, change and take it off. */
export function mayAddEvidence(role: DeskRole): boolean {
  return role !== 'guest';
}

/** Noting who was asked and what came back is part of checking. */
export function mayNoteContacts(role: DeskRole): boolean {
  return role !== 'guest';
}

/** As mayKeepSources, with the sentence for whoever may not. */
export function assertMayKeepSources(role: DeskRole): void {
  if (!mayKeepSources(role)) throw new Forbidden('Guests read; the library is kept by reviewers and editors.');
}

/** That a confidential source is to be open again is for an editor to say. */
export function mayLiftConfidence(role: DeskRole): boolean {
  return role === 'editor';
}

/** As mayLiftConfidence, with the sentence for whoever may not. */
export function assertMayLiftConfidence(role: DeskRole): void {
  if (!mayLiftConfidence(role))
    throw new Forbidden('Only an editor opens a confidential source to guests and to the public again.');
}

/** As mayAddEvidence, with the sentence for whoever may not. */
export function assertMayAddEvidence(role: DeskRole): void {
  if (!mayAddEvidence(role)) throw new Forbidden('Guests read; evidence is for reviewers and editors.');
}

/** As mayNoteContacts, with the sentence for whoever may not. */
export function assertMayNoteContacts(role: DeskRole): void {
  if (!mayNoteContacts(role)) throw new Forbidden('Guests read; noting contacts is for reviewers and editors.');
}
