// Whom the desk asked and whom the article accuses, in a report. Pure.
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import { missingIn, type ReplyState, replyLabelFor, replyStateOf } from '#src/contacts/accused/accused.ts';
import { claimsAccusing } from '#src/contacts/accused/proposed-accused.ts';
import type { AccusedFound } from '#src/contacts/accused/store.ts';
import { contactsOf } from '#src/contacts/contact-lines-view.ts';
import type { ContactTable } from '#src/contacts/tables.ts';
import type { Visibility } from '#src/sources/confidentiality.ts';
import type { ReportMaterial } from './report-input.ts';
import { type Moment, momentIn } from './report-time.ts';

/** Whom the desk asked, in its own words; `claim` is null where it was no single claim that still stands. */
export type ReportContact = Pick<
  ContactTable,
  'name' | 'body' | 'how' | 'at_words' | 'put' | 'until_words' | 'outcome' | 'answer'
> & {
  claim: number | null;
  /** The number among the accused of the party for which they speak; null for none of them. */
  accused: number | null;
  at: Moment | null;
  until: Moment | null;
  answered_at: Moment | null;
};

export type ReportAccused = InternalAccused | PublicAccused;

/** With what is still to be said of the reply; empty where nothing is. */
export interface InternalAccused extends PublicAccused {
  missing: string[];
}

/** A person or body that the article accuses. Its contacts are those with its number. */
export interface PublicAccused {
  number: number;
  name: string;
  role: string;
  accusation: string;
  /** The claims that accuse it. */
  claims: number[];
  reply: ReplyState;
  reply_label: string;
  not_offered_reason: string;
  copy: { state: CopyState['state']; sentence: number | null; words: string; reason: string };
}

/** The contacts that stand, as whoever gets the report may see them. */
export function contactsIn({ contacts, accused, article, claims }: ReportMaterial): ReportContact[] {
  const moment = (at: string | null) => (at === null ? null : momentIn(at, article.time_zone));
  const open = new Set(claims.filter((claim) => claim.state !== 'withdrawn').map((claim) => claim.number));
  return contacts
    .filter((contact) => contact.withdrawn_at === null)
    .map((contact) => {
      const { name, body, how, at_words, put, until_words, outcome, answer, claim_number, party_id } = contact;
      const among = accused.find((one) => one.withdrawn_at === null && one.party_id === party_id);
      return {
        claim: claim_number !== null && open.has(claim_number) ? claim_number : null,
        accused: among?.number ?? null,
        ...{ name, body, how, at_words, at: moment(contact.at), put, until_words, until: moment(contact.until) },
        ...{ outcome, answer, answered_at: moment(contact.answer_at) },
      };
    });
}

/** Everybody whom the article accuses, in the order they were marked. */
export function publicAccused(material: ReportMaterial): PublicAccused[] {
  return standingAccused(material).map((one) => oneAccused(one, { material, visibility: 'outside' }));
}

/** The same, each with what is missing: for those who see every contact. */
export function internalAccused(material: ReportMaterial): InternalAccused[] {
  return standingAccused(material).map((one) => ({
    ...oneAccused(one, { material, visibility: 'inside' }),
    missing: missingIn(one, contactsOf(one, material.contacts), copyOf(one, material)),
  }));
}

function standingAccused({ accused }: ReportMaterial): AccusedFound[] {
  return accused.filter((one) => one.withdrawn_at === null);
}

function copyOf(accused: AccusedFound, { ground }: ReportMaterial): CopyState {
  const { text, sentences, version } = ground;
  return copyStateIn(accused, { text, sentences, version_number: version.number });
}

function oneAccused(
  accused: AccusedFound,
  { material, visibility }: { material: ReportMaterial; visibility: Visibility },
): PublicAccused {
  const { number, party_name: name, party_role: role, accusation, not_offered_reason, claim_number } = accused;
  const copy = copyOf(accused, material);
  const state = replyStateOf(accused, contactsOf(accused, material.contacts), material.at);
  const named = claimsAccusing(material.accusations, accused.party_id);
  return {
    ...{ number, name, role, accusation, not_offered_reason },
    claims: [...new Set(claim_number === null ? named : [claim_number, ...named])].sort((a, b) => a - b),
    reply: state,
    reply_label: replyLabelFor(visibility, state).label,
    copy: {
      state: copy.state,
      sentence: copy.state === 'shown' ? copy.sentence : null,
      words: 'words' in copy ? copy.words : '',
      reason: copy.state === 'left_out' ? copy.reason : '',
    },
  };
}
