// How a claim stands on the latest version, and in which words pages and reports say it. Pure.
import { type ClaimState, STATE_LABELS } from './claim.ts';

/** Its state; or that a new version took its words, or changed what had been looked at. */
export type Standing = ClaimState | 'check_again' | 'words_gone';

/** In the order in which a claim comes to be done; dropped ones last. */
export const STANDINGS = [
  'open',
  'in_work',
  'ready',
  'returned',
  'check_again',
  'words_gone',
  'closed',
  'withdrawn',
] as const satisfies Standing[];

export const STANDING_LABELS: Record<Standing, string> = {
  ...STATE_LABELS,
  check_again: 'check again',
  words_gone: 'words gone',
};

export interface Stands {
  state: ClaimState;
  check_again: string;
  anchor_status: 'exact' | 'moved' | 'changed' | 'lost';
}

/** How the claim stands. Only one that is closed has been checked on this version. */
export function standingOf({ state, check_again, anchor_status }: Stands): Standing {
  if (state === 'withdrawn') return state;
  if (anchor_status === 'lost') return 'words_gone';
  return check_again === '' ? state : 'check_again';
}
