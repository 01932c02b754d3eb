// The model of the page of one contact, and what all pages of contacts have.
import { cutAtWord } from '#src/cut-at-word.ts';
import type { Option, RefusedForm } from '#src/http/form.ts';
import type { PageFrame } from '#src/http/render.ts';
import { may } from '#src/people/permissions.ts';
import { type ContactLine, contactLine } from './contact-lines-view.ts';
import { CONTACT_HOW_LABELS, CONTACT_HOWS, OUTCOME_LABELS, OUTCOMES } from './contacts/contact.ts';
import { valuesOfContact } from './contacts/stale-contact.ts';
import type { ContactRow } from './contacts/store.ts';
import type { ContactsMaterial } from './gather-contacts.ts';

export interface ContactFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  hows: Option[];
  outcomes: Option[];
  parties: Option[];
  may_note: boolean;
  values: Record<string, string>;
}

export interface ContactPage extends ContactFrame {
  contact: ContactLine & { revision: number; is_withdrawn: boolean };
}

/** One contact with its form. */
export function contactPage(material: ContactsMaterial, contact: ContactRow, refused?: RefusedForm): ContactPage {
  const { article, now, parties } = material;
  return {
    ...contactFrame(material),
    title: `Contact with ${cutAtWord(contact.name, 40)}`,
    width: 'narrow',
    contact: {
      ...contactLine(contact, { now, time_zone: article.time_zone }),
      revision: contact.revision,
      is_withdrawn: contact.withdrawn_at !== null,
    },
    values: valuesOfContact(contact, parties),
    moments: [contact.until],
    ...refused,
  };
}

/** What all pages of the subject have. */
export function contactFrame({ article, parties }: ContactsMaterial): Omit<ContactFrame, 'title' | 'values'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    hows: CONTACT_HOWS.map((value) => ({ value, label: CONTACT_HOW_LABELS[value] })),
    outcomes: [
      { value: '', label: 'no answer yet', hint: 'They may still answer.' },
      ...OUTCOMES.map((value) => ({ value, ...OUTCOME_LABELS[value] })),
    ],
    parties: [
      { value: '', label: 'as named' },
      ...parties.map(({ id, name }) => ({ value: id, label: name })),
      { value: 'none', label: 'nobody in the article' },
    ],
    may_note: may(article.role, 'note_contacts'),
  };
}
