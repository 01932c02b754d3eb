// Which words of contacts and of the accused somebody typed: each passes the reader's discretion. Pure.
import { type Discretion, seenIn } from '#src/sources/held-back/discretion.ts';
import { partySeen } from '#src/sources/held-back/typed-words.ts';
import type { Accusation } from './accused/proposed-accused.ts';
import type { AccusedFound } from './accused/store.ts';
import type { ContactRow } from './contacts/store.ts';
import type { AccusedDismissalTable } from './tables.ts';

export function contactSeen(discretion: Discretion, contact: ContactRow): ContactRow {
  return seenIn(discretion, contact, [
    ...(['name', 'body', 'at_words', 'put', 'until_words', 'answer', 'answer_at_words'] as const),
    ...(['withdrawal_reason', 'party_name'] as const),
  ]);
}

export function accusedSeen(discretion: Discretion, accused: AccusedFound): AccusedFound {
  return seenIn(discretion, accused, [
    ...(['party_name', 'party_role', 'accusation', 'not_offered_reason'] as const),
    ...(['copy_words', 'copy_reason', 'withdrawal_reason'] as const),
  ]);
}

export function accusationSeen(discretion: Discretion, accusation: Accusation): Accusation {
  if (discretion.visibility === 'inside') return accusation;
  const named = accusation.named.map(({ name, party }) => ({
    name: discretion.see(name),
    party: party && partySeen(discretion, party),
  }));
  return { ...accusation, named };
}

/** `name_key` goes with the name: what is not proposed is found by it. */
export function dismissalSeen(discretion: Discretion, dismissal: AccusedDismissalTable): AccusedDismissalTable {
  return seenIn(discretion, dismissal, ['name', 'name_key']);
}
