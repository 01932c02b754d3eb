// Whom the article accuses and whom the desk asked, as the paper says it. Pure.
import { CONTACT_HOW_LABELS, OUTCOME_LABELS } from '#src/contacts/contacts/contact.ts';
import { quoted } from './print-view-source.ts';
import type { ReportAccused, ReportContact } from './replies.ts';
import type { Report } from './report.ts';

export interface PaperAsked {
  /** The claim it is about, or ''. */
  number: string;
  name: string;
  /** How, when, and what was put. */
  put: string;
  /** Until when they might answer, or ''. */
  until: string;
  answer: string;
  /** What came of it where there are no words of an answer. */
  silence: string;
}

export interface PaperAccused {
  number: number;
  name: string;
  role: string;
  accusation: string;
  reply: string;
  not_offered: string;
  asked: PaperAsked[];
  /** Where the copy carries the reply, or ''. */
  copy: string;
  copy_words: string;
  missing: string;
}

/** Everybody whom the article accuses, each with what they were asked. */
export function accusedOnPaper(report: Report): PaperAccused[] {
  return report.accused.map((one) => {
    const { number, name, role, accusation, reply_label, not_offered_reason } = one;
    return {
      ...{ number, name, role, accusation },
      reply: reply_label.charAt(0).toUpperCase() + reply_label.slice(1),
      not_offered: not_offered_reason,
      asked: report.contacts.filter((contact) => contact.accused === number).map((one) => askedOf(one, report)),
      // Of a reply that was never offered there is nothing to carry.
      ...(one.reply === 'none' && one.copy.state === 'not_said' ? { copy: '', copy_words: '' } : copyOf(one)),
      missing: 'missing' in one ? one.missing.join(' · ') : '',
    };
  });
}

/** Whom the desk asked beside the accused. */
export function othersOnPaper(report: Report): PaperAsked[] {
  return report.contacts.filter((contact) => contact.accused === null).map((one) => askedOf(one, report));
}

function askedOf(contact: ReportContact, { as_of }: Report): PaperAsked {
  const { claim, name, body, how, at, at_words, put, until, until_words, outcome, answer } = contact;
  const way = [CONTACT_HOW_LABELS[how], at?.words ?? at_words].filter(Boolean).join(', ');
  const until_said = until?.words ?? until_words;
  const waits = outcome === null && (until === null || until.at >= as_of.at);
  const silence = outcome === null ? (waits ? 'No answer yet.' : 'No answer in time.') : said(outcome);
  return {
    number: claim === null ? '' : String(claim),
    name: body === '' ? name : `${name} (${body})`,
    put: put ? `${way}: ${put}` : way,
    until: until_said === '' ? '' : `Until ${until_said}.`,
    answer: quoted(answer),
    silence: answer === '' ? silence : '',
  };
}

function said(outcome: NonNullable<ReportContact['outcome']>): string {
  const { label } = OUTCOME_LABELS[outcome];
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}.`;
}

function copyOf({ copy }: ReportAccused): Pick<PaperAccused, 'copy' | 'copy_words'> {
  switch (copy.state) {
    case 'shown':
      return { copy: `The copy carries it in sentence ${copy.sentence}:`, copy_words: copy.words };
    case 'left_out':
      return { copy: `Not in the copy: ${copy.reason}`, copy_words: '' };
    case 'gone':
      return { copy: 'The copy carried it in words that this version no longer has:', copy_words: copy.words };
    case 'not_said':
      return { copy: 'Not recorded yet where the copy carries it.', copy_words: '' };
  }
}
