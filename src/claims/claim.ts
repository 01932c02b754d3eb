// What a claim is and what its state allows: the whole table of states as data. Pure; asks nobody.
import { RuleBroken } from '#src/errors.ts';
import { PROFILE_KINDS, type ProfileKind } from '#src/people/profiles/profile.ts';
import type { VerdictMeaning } from '#src/people/tables.ts';

/** A profile has a checklist for each; so the kinds are said there. */
export const CLAIM_KINDS = PROFILE_KINDS;
export type ClaimKind = ProfileKind;

export const CLAIM_STATES = ['open', 'in_work', 'ready', 'returned', 'closed', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const ATTRIBUTION_VERDICTS = [
  'word_for_word',
  'fair_paraphrase',
  'changed',
  'not_found',
  'someone_else',
] as const;
export type AttributionVerdict = (typeof ATTRIBUTION_VERDICTS)[number];

export type { VerdictMeaning };

export const STATE_LABELS: Record<ClaimState, string> = {
  open: 'open',
  in_work: 'in work',
  ready: 'for second read',
  returned: 'back',
  closed: 'done',
  withdrawn: 'dropped',
};

export const ATTRIBUTION_VERDICT_LABELS: Record<AttributionVerdict, string> = {
  word_for_word: 'word for word',
  fair_paraphrase: 'fair paraphrase',
  changed: 'changed',
  not_found: 'not found',
  someone_else: 'someone else',
};

/**
 * What can happen to a claim. Each verb of the desk is one of these moves: `judge` is a verdict or evidence, `edit` a change of
 * its words, statement or verdict sentence; `recheck` is what a new version of the text, or a source that reads otherwise, does to a claim that it touches. Being opened again is an event, not a state.
 */
export const MOVES = {
  take: { open: 'in_work', in_work: 'in_work', returned: 'in_work', ready: 'in_work' },
  judge: { open: 'in_work', in_work: 'in_work', ready: 'in_work', returned: 'in_work' },
  edit: { open: 'open', in_work: 'in_work', ready: 'in_work', returned: 'in_work' },
  offer: { in_work: 'ready', returned: 'ready' },
  return: { ready: 'returned' },
  close: { ready: 'closed' },
  reopen: { closed: 'in_work' },
  withdraw: { open: 'withdrawn', in_work: 'withdrawn', ready: 'withdrawn', returned: 'withdrawn' },
  restore: { withdrawn: 'in_work' },
  recheck: { closed: 'in_work', ready: 'in_work' },
} as const satisfies Record<string, Partial<Record<ClaimState, ClaimState>>>;
export type Move = keyof typeof MOVES;

const REFUSALS: Record<Move, string> = {
  take: 'This claim cannot be assigned to you now',
  judge: 'The verdicts of this claim cannot be changed now',
  edit: 'This claim cannot be changed now',
  offer: 'Only a claim in work can go to second read',
  return: 'Only a claim that waits for its second read can go back',
  close: 'Only a claim that waits for its second read can be closed',
  reopen: 'Only a claim that is done can be reopened',
  withdraw: 'This claim cannot be dropped now',
  restore: 'Only a dropped claim can be restored',
  recheck: 'Only a claim that is done, or waits for its second read, goes back to be checked again',
};

/** What has to be done first, for moves that are open again then. */
const FIRST: Partial<Record<ClaimState, string>> = { closed: ' Reopen it first.', withdrawn: ' Restore it first.' };

/** The state that this move leads to, or undefined where the state does not allow it. */
export function stateAfter(state: ClaimState, move: Move): ClaimState | undefined {
  return (MOVES[move] as Partial<Record<ClaimState, ClaimState>>)[state];
}

/** As stateAfter, but a RuleBroken with a sentence where the state does not allow the move. */
export function moved(state: ClaimState, move: Move): ClaimState {
  const next = stateAfter(state, move);
  if (next === undefined) {
    const first = ['judge', 'edit', 'withdraw'].includes(move) ? (FIRST[state] ?? '') : '';
    throw new RuleBroken(`${REFUSALS[move]}: it is ${STATE_LABELS[state]}.${first}`);
  }
  return next;
}

/** Does this state allow the move? */
export function canMove(state: ClaimState, move: Move): boolean {
  return stateAfter(state, move) !== undefined;
}

/** What is wanted before a claim may go to second read. */
export interface Readiness {
  content_meaning: VerdictMeaning | null;
  verdict_sentence: string;
  has_attribution: boolean;
  attribution_verdict: AttributionVerdict | null;
}

/** What is still missing before second read, each with the form field it concerns; empty when nothing is. */
export function missingForSecondRead(claim: Readiness): { field: string; message: string }[] {
  const missing: { field: string; message: string }[] = [];
  if (claim.content_meaning === null) missing.push({ field: 'content_verdict', message: 'Say whether it is so.' });
  if (claim.content_meaning !== null && claim.content_meaning !== 'ok' && claim.verdict_sentence === '')
    missing.push({ field: 'verdict_sentence', message: 'Write the verdict sentence: only OK goes without one.' });
  if (claim.has_attribution && claim.attribution_verdict === null)
    missing.push({ field: 'attribution_verdict', message: 'Say whether it was said: the words are attributed.' });
  return missing;
}

const WANTED: Record<string, string> = {
  content_verdict: '“Is it so?”',
  verdict_sentence: 'a sentence',
  attribution_verdict: '“Was it said?”',
};

/** "It still wants its sentence.": what a claim that was judged cannot go to second read without; empty when nothing is missing. */
export function sayStillWanted(claim: Readiness): string {
  const wanted = missingForSecondRead(claim).map(({ field }) => WANTED[field]);
  return wanted.length === 0 ? '' : `Still missing: ${wanted.join(' and ')}.`;
}

/** Read in the one list and initialled together: OK and not key. Everything else is read singly. */
export function isReadInList(claim: { content_meaning: VerdictMeaning | null; is_key: boolean }): boolean {
  return claim.content_meaning === 'ok' && !claim.is_key;
}

/** A second reader is another person than the checker, on every door. */
export function assertSecondReader(checker_id: string | null, reader_id: string | null): void {
  if (reader_id === null) throw new RuleBroken('A second read needs a person who is signed in.');
  if (checker_id === reader_id)
    throw new RuleBroken('You set the verdict of this claim, so somebody else must read it second.');
}
