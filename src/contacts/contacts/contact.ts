// How somebody was asked, what came of it, and until when they may answer. Pure.
import { localOf, sayTime } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import type { Visibility } from '#src/sources/confidentiality.ts';
import type { ContactHow, ContactOutcome, ContactTable } from '../tables.ts';
import type { DeskClock } from '../times/moment.ts';

export const CONTACT_HOWS = ['call', 'message', 'letter', 'visit', 'other'] as const satisfies ContactHow[];

export const CONTACT_HOW_LABELS: Record<ContactHow, string> = {
  call: 'by telephone',
  message: 'by message',
  letter: 'by letter',
  visit: 'in person',
  other: 'another way',
};

export const OUTCOMES = ['answered', 'declined', 'no_answer', 'unreachable'] as const satisfies ContactOutcome[];

export const OUTCOME_LABELS: Record<ContactOutcome, { label: string; hint: string }> = {
  answered: { label: 'answered', hint: 'What they said goes below.' },
  declined: { label: 'declined', hint: 'They would not say, or gave no comment.' },
  no_answer: { label: 'no answer', hint: 'It reached them, and they did not answer.' },
  unreachable: { label: 'could not be reached', hint: 'Nobody answered or received it.' },
};

/** Whether an answer is still waited for. */
export function isWaiting({ outcome, withdrawn_at }: Pick<ContactTable, 'outcome' | 'withdrawn_at'>): boolean {
  return outcome === null && withdrawn_at === null;
}

/** Whether an answer is waited for until a moment that is known. */
export function isDue(contact: Pick<ContactTable, 'outcome' | 'withdrawn_at' | 'until'>): boolean {
  return isWaiting(contact) && contact.until !== null;
}

export interface UntilSaid {
  /** "17:00", "tomorrow 09:00"; where no moment is known, the words that were typed. */
  words: string;
  /** The moment (ISO 8601, UTC) that is waited for; null where nobody waits any more, or none is known. */
  at: string | null;
  is_past: boolean;
}

/** Until when they may answer, or null where nothing was said of it. */
export function untilSaid(
  contact: Pick<ContactTable, 'until' | 'until_words' | 'outcome' | 'withdrawn_at'>,
  { now, time_zone }: DeskClock,
): UntilSaid | null {
  const { until, until_words } = contact;
  if (until === null) return until_words === '' ? null : { words: until_words, at: null, is_past: false };
  const words = sayTime(until, time_zone, now).replace(/^today /, '');
  if (!isWaiting(contact)) return { words, at: null, is_past: false };
  return { words, at: until, is_past: until < now };
}

/** When something was: "15:40", "yesterday 15:40", or the words that were typed. */
export function momentSaid(at: string | null, words: string, { now, time_zone }: DeskClock): string {
  return at === null ? words : sayTime(at, time_zone, now).replace(/^today /, '');
}

/** The end of the day that it is at the desk, so that what is due today can be told from the rest. */
export function isDueToday(until: string, { now, time_zone }: DeskClock): boolean {
  return localOf(until, time_zone).slice(0, 10) <= localOf(now, time_zone).slice(0, 10);
}

/** Those who are waited for first, the nearest deadline before all others; then the rest, in the order they were noted. */
export function byDeadline<Contact extends Pick<ContactTable, 'until' | 'outcome' | 'withdrawn_at'>>(
  contacts: readonly Contact[],
): Contact[] {
  const rank = (contact: Contact) => (isDue(contact) ? 0 : isWaiting(contact) ? 1 : 2);
  return [...contacts].sort(
    (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? compared(a.until ?? '', b.until ?? '') : 0),
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Only what stands is changed. RuleBroken where the contact was withdrawn. */
export function assertStandingContact({ withdrawn_at }: Pick<ContactTable, 'withdrawn_at'>): void {
  if (withdrawn_at !== null) throw new RuleBroken('This contact was withdrawn. Restore it first, then edit it.');
}

/** What came of it as it is stored: words alone are an answer. RuleBroken (field `answer`) for an answer without words. */
export function outcomeOf(outcome: ContactOutcome | null, answer: string): ContactOutcome | null {
  if (outcome === 'answered' && answer === '')
    throw new RuleBroken('Write what they answered, in their words or yours.', 'answer');
  return outcome === null && answer !== '' ? 'answered' : outcome;
}

/** Of whom the desk asked, from outside nothing that has to do with a confidential source. */
export function contactsSeenFrom<Row extends { source_is_confidential: number | null }>(
  visibility: Visibility,
  rows: Row[],
): Row[] {
  return visibility === 'inside' ? rows : rows.filter((row) => row.source_is_confidential !== 1);
}
