// Whether an accused was offered a reply, what came of it, and what is missing before the copy may go. Pure.
import type { CopyState } from '#src/articles/article-passage.ts';
import { RuleBroken } from '#src/errors.ts';
import type { Visibility } from '#src/sources/confidentiality.ts';
import { isWaiting } from '../contacts/contact.ts';
import type { AccusedTable, ContactTable } from '../tables.ts';

export const REPLY_STATES = [
  'answered',
  'declined',
  'waiting',
  'overdue',
  'no_answer',
  'unreachable',
  'not_offered',
  'none',
] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

const REPLY_LABELS: Record<ReplyState, { label: string; sign: string; colour: string }> = {
  answered: { label: 'replied', sign: '✓', colour: 'confirmed' },
  declined: { label: 'declined to reply', sign: '✓', colour: 'confirmed' },
  waiting: { label: 'reply awaited', sign: '…', colour: 'open' },
  overdue: { label: 'no reply in time', sign: '!', colour: 'disputed' },
  no_answer: { label: 'did not reply', sign: '✓', colour: 'confirmed' },
  unreachable: { label: 'could not be reached', sign: '!', colour: 'disputed' },
  not_offered: { label: 'no reply offered', sign: '–', colour: 'context' },
  none: { label: 'no reply offered yet', sign: '!', colour: 'disputed' },
};

/**
 * The state in words for whoever looks from there. From outside not every contact is shown, so that nothing is known of a
 * reply that is not among those shown.
 */
export function replyLabelFor(visibility: Visibility, state: ReplyState): (typeof REPLY_LABELS)[ReplyState] {
  if (visibility === 'inside' || state !== 'none') return REPLY_LABELS[state];
  return { label: 'nothing to show of a reply', sign: '–', colour: 'open' };
}

type Asked = Pick<ContactTable, 'outcome' | 'until' | 'withdrawn_at' | 'put' | 'until_words'>;

/** How it stands with the reply of somebody who is accused; `contacts` are those of their party. */
export function replyStateOf(
  { not_offered_reason }: Pick<AccusedTable, 'not_offered_reason'>,
  contacts: readonly Asked[],
  now: string,
): ReplyState {
  const standing = contacts.filter((contact) => contact.withdrawn_at === null);
  if (standing.length === 0) return not_offered_reason === '' ? 'none' : 'not_offered';
  const states = new Set(standing.map((contact) => stateOf(contact, now)));
  return REPLY_STATES.find((state) => states.has(state)) ?? 'none';
}

function stateOf(contact: Asked, now: string): ReplyState {
  if (!isWaiting(contact)) return contact.outcome ?? 'none';
  return contact.until !== null && contact.until < now ? 'overdue' : 'waiting';
}

/**
 * What is still to be said before this person or body counts as offered a reply: nothing, or some of "a reply offered, or
 * why not", "what was put", "until when", "where the copy carries it", in the order in which they are done.
 */
export function missingIn(
  accused: Pick<AccusedTable, 'not_offered_reason'>,
  contacts: readonly Asked[],
  copy: Pick<CopyState, 'state'>,
): string[] {
  const standing = contacts.filter((contact) => contact.withdrawn_at === null);
  if (standing.length === 0) return accused.not_offered_reason === '' ? ['a reply offered, or why not'] : [];
  const answered = standing.some((contact) => contact.outcome === 'answered' || contact.outcome === 'declined');
  const missing: [boolean, string][] = [
    [standing.every((contact) => contact.put === ''), 'what was put to them'],
    [!answered && standing.every((contact) => contact.until_words === ''), 'answer by'],
    [copy.state === 'not_said', 'where the copy carries it'],
    [copy.state === 'gone', 'the words in the copy, which are gone'],
  ];
  return missing.flatMap(([is_missing, words]) => (is_missing ? [words] : []));
}

/** Only those who stand among the accused are changed. RuleBroken where somebody took them off. */
export function assertStandingAccused({ withdrawn_at }: Pick<AccusedTable, 'withdrawn_at'>): void {
  if (withdrawn_at !== null) throw new RuleBroken('This name was removed from the accused. Restore it first.');
}
