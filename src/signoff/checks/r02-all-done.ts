// R2: every claim is done or dropped, and none lost its words. Pure.
import { STANDING_LABELS, standingOf } from '#src/claims/standing.ts';
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';
import { claimMissing, standingClaims } from '../missing.ts';

export const allDone: Check = {
  rule: 'R2',
  reason_hint: '',
  look({ view }) {
    const claims = standingClaims(view);
    const missing = claims
      .filter((claim) => standingOf(claim) !== 'closed')
      .map((claim) => {
        const said = `${STANDING_LABELS[standingOf(claim)]}${claim.is_key === 1 ? ', key' : ''}`;
        return claimMissing(view, claim, said);
      });
    return {
      missing,
      holds: claims.length === 0 ? 'Nothing is marked as a claim.' : `${counted(claims.length, 'claim')} done.`,
      lacks: ({ length }) =>
        `${length} of ${counted(claims.length, 'claim')} ${wordFor(length, 'is', 'are')} not done.`,
    };
  },
};
