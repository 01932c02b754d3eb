// Which claims to check again may be said to still stand in one press, and why others may not. Pure.
import { canMove, type Readiness, sayStillWanted } from '../claim.ts';
import type { Stands } from '../standing.ts';

/**
 * Why the verdict cannot be said to stand in one press, as the end of "Claim 4 …"; '' where it can. Of other words, or
 * another speaker, it is not known any more whether they were said: the version has taken that answer back.
 */
export function whyNotStanding(claim: Stands & Readiness): string {
  const { state, check_again, anchor_status } = claim;
  if (state === 'withdrawn') return 'is dropped';
  if (check_again === '') return 'was already checked';
  if (anchor_status === 'lost') return 'has lost its words; place it or drop it';
  if (!canMove(state, 'judge')) return 'is done; reopen it first';
  const wanted = sayStillWanted(claim);
  return wanted === '' ? '' : `cannot be confirmed yet. ${wanted}`.replace(/\.$/, '');
}

/** Whether it may be said of many at once: only of claims that stand on the very words they stood on. */
export function standsTogether(claim: Stands & Readiness): boolean {
  return claim.anchor_status !== 'changed' && whyNotStanding(claim) === '';
}
