// R2: every claim is done or dropped, and none lost its words. Pure.
import { STANDING_LABELS, standingOf } from '#src/claims/standing.ts';
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';
import { hashOf } from '../covers.ts';
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
        const missing = claimMissing(view, claim, said);
        // A claim that is sent back, or taken up, is no longer the one that somebody waived.
        return { ...missing, covers: hashOf({ claim: missing.covers, state: claim.state, line: claim.state_line }) };
      });
    return {
      missing,
      holds: claims.length === 0 ? 'Nothing is marked as a claim.' : `${counted(claims.length, 'claim')} done.`,
      lacks: ({ length }) =>
        `${length} of ${counted(claims.length, 'claim')} ${wordFor(length, 'is', 'are')} not done.`,
    };
  },
};
