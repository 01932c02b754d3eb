// Contacts as every page lists them, and those in which an accused was asked. Pure.
import type { AccusedFound } from './accused/store.ts';
import {
  CONTACT_HOW_LABELS,
  isWaiting,
  momentSaid,
  OUTCOME_LABELS,
  type UntilSaid,
  untilSaid,
} from './contacts/contact.ts';
import type { ContactRow } from './contacts/store.ts';
import type { DeskClock } from './times/moment.ts';

export interface ContactLine {
  id: string;
  name: string;
  body: string;
  how: string;
  /** When they were asked: "15:40", "yesterday 15:40", or the words that were typed. */
  at: string;
  put: string;
  until: UntilSaid | null;
  is_waiting: boolean;
  /** "declined"; '' while they may answer. */
  outcome: string;
  answer: string;
  answer_at: string;
  claim_number: number | null;
  source_number: number | null;
  noted_by: string | null;
  withdrawal_reason: string;
}

/** One contact as a line of a list. */
export function contactLine(contact: ContactRow, clock: DeskClock): ContactLine {
  const { id, name, body, put, outcome, answer, claim_number, source_number, withdrawal_reason } = contact;
  return {
    id,
    name,
    body,
    how: CONTACT_HOW_LABELS[contact.how],
    at: momentSaid(contact.at, contact.at_words, clock),
    put,
    until: untilSaid(contact, clock),
    is_waiting: isWaiting(contact),
    outcome: outcome === null ? '' : OUTCOME_LABELS[outcome].label,
    answer,
    answer_at: momentSaid(contact.answer_at, contact.answer_at_words, clock),
    claim_number,
    source_number,
    noted_by: contact.created_by_name?.split(' ')[0] ?? null,
    withdrawal_reason,
  };
}

/** The contacts in which the party of an accused was asked, and that stand. */
export function contactsOf(
  { party_id }: Pick<AccusedFound, 'party_id'>,
  contacts: readonly ContactRow[],
): ContactRow[] {
  return contacts.filter((contact) => contact.party_id === party_id && contact.withdrawn_at === null);
}
