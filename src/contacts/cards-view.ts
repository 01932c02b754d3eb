// A contact and an accused as every page shows them.
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { url } from '#src/paths.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { missingIn, type ReplyState, replyLabelFor, replyStateOf } from './accused/accused.ts';
import { type Accusation, claimsAccusing } from './accused/proposed-accused.ts';
import type { AccusedFound } from './accused/store.ts';
import {
  byDeadline,
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

export interface AccusedCard {
  number: number;
  href: string;
  /** The form of a contact with them, filled in as far as it is known. */
  offer_href: string;
  name: string;
  role: string;
  accusation: string;
  claims: number[];
  reply: { state: ReplyState; label: string; sign: string; colour: string };
  not_offered_reason: string;
  contacts: ContactLine[];
  copy: { state: CopyState['state']; words: string; quote: string; sentence: number | null };
  /** What is still to be said, as missingIn has it. */
  missing: string[];
  withdrawal_reason: string;
}

export interface AccusedSurroundings {
  article: Pick<ArticleFound, 'number' | 'time_zone' | 'role'>;
  ground: Pick<VersionText, 'text' | 'sentences' | 'version'>;
  contacts: readonly ContactRow[];
  accusations: readonly Accusation[];
  now: string;
}

/** One accused with the contacts of their party that the reader may see. */
export function accusedCard(accused: AccusedFound, around: AccusedSurroundings): AccusedCard {
  const { article, ground, now } = around;
  const { number, party_id, claim_number, accusation, not_offered_reason, withdrawal_reason } = accused;
  const { text, sentences, version } = ground;
  const contacts = contactsOf(accused, around.contacts);
  const copy = copyStateIn(accused, { text, sentences, version_number: version.number });
  const state = replyStateOf(accused, contacts, now);
  const at = { id: article.number, accused: number };
  const visibility = visibilityOf(article.role);
  const named = claimsAccusing(around.accusations, party_id);
  return {
    number,
    href: url('accused', at),
    offer_href: `${url('contacts', { id: article.number }, { accused: number })}#new`,
    name: accused.party_name,
    role: accused.party_role,
    accusation,
    claims: [...new Set(claim_number === null ? named : [claim_number, ...named])].sort((a, b) => a - b),
    reply: { state, ...replyLabelFor(visibility, state) },
    not_offered_reason,
    contacts: byDeadline(contacts).map((contact) => contactLine(contact, { now, time_zone: article.time_zone })),
    copy: copySaid(copy, version.number),
    missing: visibility === 'inside' ? missingIn(accused, contacts, copy) : [],
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

function copySaid(copy: CopyState, version_number: number): AccusedCard['copy'] {
  const empty = { state: copy.state, quote: '', sentence: null };
  switch (copy.state) {
    case 'not_said':
      return { ...empty, words: 'Not answered yet: where does the copy carry the reply?' };
    case 'left_out':
      return { ...empty, words: `Not in the copy: ${copy.reason}` };
    case 'shown':
      return { ...empty, words: `In sentence ${copy.sentence}.`, quote: copy.words, sentence: copy.sentence };
    case 'gone':
      return {
        ...empty,
        words: `Version ${version_number} no longer has the words that carried it in version ${copy.version_number}.`,
        quote: copy.words,
      };
  }
}
