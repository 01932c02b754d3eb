// What evidence is: its stances, its grades in words; and when it may change. Pure.
import type { ClaimState } from '#src/claims/claim.ts';
import { RuleBroken } from '#src/errors.ts';
import type { About, Reliability, Stance } from './tables.ts';

export const STANCES = ['for', 'against', 'background'] as const satisfies Stance[];
export const ABOUTS = ['content', 'attribution'] as const satisfies About[];
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const satisfies Reliability[];
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;

export const STANCE_LABELS: Record<Stance, { sign: string; label: string; words: string }> = {
  for: { sign: '+', label: 'for', words: 'speaks for it' },
  against: { sign: '−', label: 'against', words: 'speaks against it' },
  background: { sign: '~', label: 'background', words: 'background' },
};

/** What is said of a claim or a tick with nothing under it, wherever it is told what they rest on. */
export const ON_CHECKERS_WORD = 'on the checker’s word';

export const ABOUT_LABELS: Record<About, string> = { content: 'is it so?', attribution: 'was it said?' };

/** The Admiralty code: how far the source can be relied on. */
export const RELIABILITY_LABELS: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

/** The Admiralty code: how far what it says here can be believed. */
export const CREDIBILITY_LABELS: Record<(typeof CREDIBILITIES)[number], string> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
};

/** The grade as it is said, `C3`; one half where only that was given, '' where neither. */
export function gradeOf(graded: { reliability: Reliability | null; credibility: number | null }): string {
  return `${graded.reliability ?? ''}${graded.credibility ?? ''}`;
}

/** The grade in the words of the Admiralty code; '' where none was given. */
export function gradeWords(graded: { reliability: Reliability | null; credibility: number | null }): string {
  const credibility = String(graded.credibility ?? '') as (typeof CREDIBILITIES)[number];
  const words = [graded.reliability && RELIABILITY_LABELS[graded.reliability], CREDIBILITY_LABELS[credibility]];
  return words.filter(Boolean).join(', ');
}

/** Evidence changes only while its claim is in somebody's hands. RuleBroken where the claim is done or dropped. */
export function assertEvidenceOpen(claim: { number: number; state: ClaimState }): void {
  if (claim.state === 'closed')
    throw new RuleBroken(`Claim ${claim.number} is done, and its evidence with it. Reopen it first.`);
  if (claim.state === 'withdrawn')
    throw new RuleBroken(`Claim ${claim.number} was dropped. Restore it first, then edit its evidence.`);
}
