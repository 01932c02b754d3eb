// The model of the page of contacts: the accused, whom the desk asked, and whom nobody has called yet.
import type { ArticleTab } from '#src/articles/tabs.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { minuteEnd, sayWhole } from '#src/dates.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { type AccusedProposed, proposedAccused } from './accused/proposed-accused.ts';
import type { AccusedFound } from './accused/store.ts';
import { type AccusedCard, accusedCard } from './cards-view.ts';
import { type ContactLine, contactLine } from './contact-lines-view.ts';
import { type ContactFrame, contactFrame } from './contact-view.ts';
import { byDeadline, isDue, isWaiting } from './contacts/contact.ts';
import type { ContactRow } from './contacts/store.ts';
import type { ContactsMaterial } from './gather-contacts.ts';
import type { ToCallFound } from './to-call/store.ts';

export interface ContactsPage extends ContactFrame {
  tab: ArticleTab;
  /** For paper, which is read later: the moment and the zone of all that is said. */
  as_of: string;
  accused: AccusedCard[];
  /** "1 of 3 offered a reply". */
  accused_counted: string;
  proposed: AccusedProposed[];
  dismissed: { name: string }[];
  taken_off: AccusedCard[];
  /** Whom the desk asked beside the accused. */
  contacts: ContactLine[];
  /** "1 answered, 2 wait, 1 past the time given". */
  counted: string;
  /** Whom nobody has called yet. */
  to_call: ToCallFound[];
  withdrawn: ContactLine[];
}

const PROPOSED_AT_MOST = 30;

/** The list with its forms; `accused` fills in the form of a contact; `refused` is one of the forms shown again. */
export function contactsPage(
  material: ContactsMaterial,
  {
    accused,
    calling,
    refused,
  }: { accused?: AccusedFound | undefined; calling?: ToCallFound | undefined; refused?: RefusedForm | undefined },
): ContactsPage {
  const { article, contacts, now } = material;
  const clock = { now, time_zone: article.time_zone };
  const standing = material.accused.filter((one) => one.withdrawn_at === null);
  const parties = new Set(standing.map((one) => one.party_id));
  const cards = standing.map((one) => accusedCard(one, material));
  const others = contacts.filter((one) => one.withdrawn_at === null && !parties.has(one.party_id ?? ''));
  const settled = { accused: parties, dismissed: new Set(material.dismissed.map((one) => one.name_key)) };
  const offered = cards.filter((card) => card.contacts.length > 0).length;
  return {
    ...contactFrame(material),
    title: `Contacts · ${cutAtWord(article.title, 40)}`,
    tab: 'contacts' as const,
    as_of: `${sayWhole(now, article.time_zone)}, ${article.time_zone}`,
    accused: cards,
    accused_counted: `${offered} of ${cards.length} offered a reply`,
    proposed: proposedAccused(material.accusations, settled).slice(0, PROPOSED_AT_MOST),
    dismissed: material.dismissed.map(({ name }) => ({ name })),
    taken_off: material.accused.filter((one) => one.withdrawn_at !== null).map((one) => accusedCard(one, material)),
    contacts: byDeadline(others).map((one) => contactLine(one, clock)),
    counted: sayOutcomes(others, now),
    to_call: material.to_call,
    withdrawn: contacts.filter((one) => one.withdrawn_at !== null).map((one) => contactLine(one, clock)),
    values: {
      how: 'call',
      at_words: sayWhole(now, article.time_zone),
      ...(accused && valuesFor(accused)),
      ...(calling && valuesOf(calling)),
    },
    // The form offers the present minute, which must not be yesterday's from a kept page.
    moments: [minuteEnd(now), ...contacts.map((one) => one.until)],
    ...refused,
  };
}

function valuesOf({ id, name, body }: ToCallFound) {
  return { to_call: id, name, body };
}

function valuesFor({ party_name, party_role, party_id, claim_number, accusation }: AccusedFound) {
  const claim = claim_number === null ? '' : String(claim_number);
  return { name: party_name, body: party_role, party: party_id, claim_number: claim, put: accusation };
}

function sayOutcomes(contacts: readonly ContactRow[], now: string): string {
  const waiting = contacts.filter(isWaiting);
  const late = waiting.filter((one) => isDue(one) && (one.until ?? '') < now).length;
  const answered = contacts.filter((one) => one.outcome === 'answered').length;
  const waits = `${waiting.length} pending`;
  return [`${answered} answered`, late > 0 ? `${waits}, ${late} past the time given` : waits].join(', ');
}
