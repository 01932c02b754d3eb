// When a claim may be the same as another of its article, and what ends that. Pure.
import type { EventVerb } from '#src/audit/events.ts';
import { STATE_LABELS } from './claim.ts';
import type { ClaimTable } from './tables.ts';

/** What a claim has from the one that it is the same as. */
export const SHARED = [
  ...(['state', 'state_line', 'check_again', 'checker_id', 'second_reader_id', 'waiver_id', 'closed_at'] as const),
  ...(['attribution_verdict', 'content_verdict_id', 'verdict_sentence', 'as_of'] as const),
] as const satisfies (keyof ClaimTable)[];

export type Shared = Pick<ClaimTable, (typeof SHARED)[number]>;

/** Of a claim all that it shares with those that are the same as it. */
export function sharedOf(claim: Shared): Shared {
  return Object.fromEntries(SHARED.map((name) => [name, claim[name]])) as unknown as Shared;
}

/** Is anything of it another in the two? */
export function differs(one: Shared, other: Shared): boolean {
  return SHARED.some((name) => one[name] !== other[name]);
}

/** The claims whose evidence bears on this one: itself, and the one that decides it. */
export function groundedOn(claim: { id: string; same_as_id?: string | null }): string[] {
  return claim.same_as_id ? [claim.id, claim.same_as_id] : [claim.id];
}

/** What happened to the words of a claim, by the event that says so: other words are no longer the same. */
const WORDS_CHANGED: Partial<Record<EventVerb, string>> = {
  'claim.range_changed': 'was put on other words',
  'claim.attribution_changed': 'has other speakers',
  'claim.figures_changed': 'has other figures',
  'claim.details_changed': 'has another statement',
  'claim.check_again': 'was changed by a new version',
  'claim.placed': 'was placed by hand in a new version',
  'claim.withdrawn': 'was dropped',
};

/** How the event ends being the same, as what happened to the claim; undefined where it does not. */
export function whatEnds({ verb, after = {} }: { verb: EventVerb; after?: object }): string | undefined {
  return verb === 'claim.details_changed' && !('statement' in after) ? undefined : WORDS_CHANGED[verb];
}

const DECISIONS: readonly EventVerb[] = [
  ...(['claim.verdict_set', 'claim.sentence_mended', 'claim.verdict_undone', 'claim.stood', 'claim.taken'] as const),
  ...(['claim.made_ready', 'claim.returned', 'claim.closed', 'claim.reopened'] as const),
  ...(['evidence.added', 'evidence.changed', 'evidence.removed', 'source.proposal_taken'] as const),
];

/** Does the event decide the claim? One that is the same as another is decided there. */
export function isDecision(verb: EventVerb): boolean {
  return DECISIONS.includes(verb);
}

type Side = Pick<ClaimTable, 'id' | 'number' | 'state' | 'is_key' | 'checker_id' | 'check_again' | 'same_as_id'>;

export interface Pair {
  claim: Side & { chain: string; has_followers: boolean };
  /** The claim that decides both. */
  followed: Side & { chain: string };
  person_id: string | null;
}

/** Why the claim cannot be the same as the other one, in a sentence; null where it can. */
export function whyNotSame({ claim, followed, person_id }: Pair): string | null {
  const [one, other] = [`Claim ${claim.number}`, `claim ${followed.number}`];
  const Other = `Claim ${followed.number}`;
  if (claim.id === followed.id) return 'A claim is the same as another one. Choose another claim.';
  if (followed.same_as_id !== null) return `${Other} is itself the same as another claim. Choose that one.`;
  if (claim.has_followers) return `${one} decides other claims, so it is checked on its own.`;
  if (claim.state === 'closed' || claim.state === 'withdrawn')
    return `${one} is ${STATE_LABELS[claim.state]}; reopen or restore it first.`;
  if (followed.state === 'withdrawn') return `${Other} is dropped. Choose one that is checked.`;
  if (followed.check_again !== '') return `${Other} is to be checked again. Check it first.`;
  if (claim.is_key === 1 && followed.is_key !== 1) return sayKeyFirst(claim, followed);
  if (claim.chain !== followed.chain)
    return `${one} and ${other} have different speakers, so one finding does not say both.`;
  if (followed.state === 'closed' && followed.checker_id === person_id)
    return `${Other} is done on your verdict, so somebody else must say that ${one.toLowerCase()} is the same.`;
  return null;
}

/** A key claim is not decided by one that is read like any other. */
export function sayKeyFirst(claim: { number: number }, followed: { number: number }): string {
  return `Claim ${claim.number} is key and claim ${followed.number} is not: star claim ${followed.number}, or check claim ${claim.number} on its own.`;
}
