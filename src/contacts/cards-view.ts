// An accused as every page shows them: the reply, its deadline, and where the copy carries it.
import { type CopyState, copyStateIn } from '#src/articles/article-passage.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { url } from '#src/paths.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { missingIn, type ReplyState, replyLabelFor, replyStateOf } from './accused/accused.ts';
import { type Accusation, claimsAccusing } from './accused/proposed-accused.ts';
import type { AccusedFound } from './accused/store.ts';
import { type ContactLine, contactLine, contactsOf } from './contact-lines-view.ts';
import { byDeadline } from './contacts/contact.ts';
import type { ContactRow } from './contacts/store.ts';

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
