// The model of the page of one accused: how it stands with the reply, and the forms that say so.
import { sentenceOptions } from '#src/articles/sentence-options-view.ts';
import type { ArticleTab } from '#src/articles/tabs.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import { type AccusedCard, accusedCard } from '../cards-view.ts';
import { type ContactFrame, contactFrame } from '../contact-view.ts';
import type { ContactsMaterial } from '../gather-contacts.ts';
import type { AccusedFound } from './store.ts';

export interface AccusedPage extends ContactFrame {
  tab: ArticleTab;
  accused: AccusedCard[];
  party: { number: number; name: string; revision: number; is_withdrawn: boolean };
  sentences: Option[];
  copy_answers: Option[];
}

/** One accused with its forms; `refused` is one of them shown again. */
export function accusedPage(material: ContactsMaterial, accused: AccusedFound, refused?: RefusedForm): AccusedPage {
  const { number, party_name, revision, accusation, claim_number, not_offered_reason } = accused;
  const { copy_shows, copy_words, copy_reason } = accused;
  const card = accusedCard(accused, material);
  return {
    ...contactFrame(material),
    title: `Accused: ${cutAtWord(party_name, 44)}`,
    tab: 'contacts' as const,
    accused: [card],
    party: { number, name: party_name, revision, is_withdrawn: accused.withdrawn_at !== null },
    sentences: sentenceOptions(material.ground),
    copy_answers: [
      { value: 'yes', label: 'Yes, here' },
      { value: 'no', label: 'No, because …' },
      { value: '', label: 'Not answered yet' },
    ],
    values: {
      accusation,
      claim_number: String(claim_number ?? ''),
      not_offered_reason,
      copy_shows: copy_shows ?? '',
      copy_words,
      copy_sentence: '',
      copy_reason,
    },
    moments: material.contacts.map((contact) => contact.until),
    ...refused,
  };
}
