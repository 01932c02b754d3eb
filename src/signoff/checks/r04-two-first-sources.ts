// R4: key claims rest on two first sources, or somebody said why on one. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { countSources, sayCount } from '#src/sources/origins/first-source.ts';
import type { Check } from '../check.ts';
import { claimMissing, keyClaims } from '../missing.ts';
import { groundsOf } from '../uses.ts';

export const twoFirstSources: Check = {
  rule: 'R4',
  reason_hint: 'sole source: ',
  look({ view }) {
    const claims = keyClaims(view);
    const missing = claims.flatMap((claim) => {
      const count = countSources(groundsOf(view, claim));
      return count.first_sources >= 2 ? [] : [claimMissing(view, claim, sayCount(count, 'no source'))];
    });
    return {
      missing,
      holds:
        claims.length === 0
          ? 'No claim is key.'
          : `${counted(claims.length, 'key claim')} ${wordFor(claims.length, 'has', 'have')} two first sources, or a reason.`,
      lacks: ({ length }) =>
        `${counted(length, 'key claim')} ${wordFor(length, 'rests', 'rest')} on fewer than two first sources.`,
    };
  },
};
