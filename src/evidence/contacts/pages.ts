// The models of the pages of contacts: whom the desk asked for an article, and one of them with its form.
import type { ArticleFound } from '#src/articles/store.ts';
import { articleTabs, type TabLink } from '#src/articles/tabs.ts';
import { sayWhole } from '#src/dates.ts';
import type { PageFrame } from '#src/http/render.ts';
import { CONTACT_HOW_LABELS, CONTACT_HOWS } from '../evidence.ts';
import type { FailedForm } from '../forms.ts';
import { mayNoteContacts } from '../policy.ts';
import type { ContactRow } from './store.ts';

interface ContactFrame extends PageFrame {
  article: { number: number; title: string; language: string };
  hows: { value: string; label: string }[];
  may_note: boolean;
  values: Record<string, string>;
}

export interface ContactsPage extends ContactFrame {
  head: { tabs: TabLink[] };
  contacts: ContactLine[];
  /** "1 answered, 2 wait". */
  counted: string;
}

interface ContactLine {
  id: string;
  name: string;
  how: string;
  at_words: string;
  put: string;
  until_words: string;
  answer: string;
  claim_number: number | null;
  source_number: number | null;
  noted_by: string | null;
}

/** Everybody who was asked for the article, and the form for one more; `failed` is that form shown again. */
export function contactsPage(
  article: ArticleFound,
  contacts: ContactRow[],
  { now, failed }: { now: string; failed?: FailedForm },
): ContactsPage {
  const answered = contacts.filter((contact) => contact.answer !== '').length;
  const waiting = contacts.length - answered;
  return {
    ...contactFrame(article),
    title: 'Contacts',
    head: { tabs: articleTabs(article.number, 'contacts') },
    contacts: contacts.map(contactLine),
    counted: `${answered} answered, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`,
    values: { how: 'call', at_words: sayWhole(now, article.time_zone) },
    ...failed,
  };
}

export interface ContactPage extends ContactFrame {
  contact: ContactLine & { revision: number };
}

/** One contact with its form. */
export function contactPage(article: ArticleFound, contact: ContactRow, failed?: FailedForm): ContactPage {
  const { name, how, at_words, put, until_words, answer, revision } = contact;
  return {
    ...contactFrame(article),
    title: `Contact with ${name}`,
    width: 'narrow',
    contact: { ...contactLine(contact), revision },
    values: { name, how, at_words, put, until_words, answer, claim_number: String(contact.claim_number ?? '') },
    ...failed,
  };
}

function contactFrame(article: ArticleFound): Omit<ContactFrame, 'title' | 'values'> {
  return {
    nav: 'articles',
    where: article.desk_name,
    article: { number: article.number, title: article.title, language: article.language },
    hows: CONTACT_HOWS.map((value) => ({ value, label: CONTACT_HOW_LABELS[value] })),
    may_note: mayNoteContacts(article.role),
  };
}

function contactLine(contact: ContactRow): ContactLine {
  const { id, name, at_words, put, until_words, answer, claim_number, source_number, created_by_name } = contact;
  const how = CONTACT_HOW_LABELS[contact.how];
  return {
    id,
    name,
    how,
    at_words,
    put,
    until_words,
    answer,
    claim_number,
    source_number,
    noted_by: created_by_name?.split(' ')[0] ?? null,
  };
}
