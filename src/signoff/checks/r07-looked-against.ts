// R7: for key claims somebody looked for evidence against, and said where. Pure.
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';
import { claimMissing, keyClaims } from '../missing.ts';
import { usesOf } from '../uses.ts';

export const lookedAgainst: Check = {
  rule: 'R7',
  reason_hint: 'looked for evidence against in ',
  look({ view }) {
    const claims = keyClaims(view);
    const { length: total } = claims;
    return {
      missing: claims
        .filter((claim) => usesOf(view, claim).every(({ stance }) => stance !== 'against'))
        .map((claim) => claimMissing(view, claim)),
      holds:
        total === 0
          ? 'No claim is key.'
          : `${counted(total, 'key claim')} ${wordFor(total, 'has', 'have')} evidence against, or a note on where it was looked for.`,
      lacks: ({ length }) =>
        `For ${counted(length, 'key claim')} nobody noted evidence against, or where it was looked for.`,
    };
  },
};
