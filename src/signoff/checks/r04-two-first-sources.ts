// R4: the verdict of each key claim rests on two first sources, or somebody said why on one. Pure.
import type { VerdictMeaning } from '#src/claims/claim.ts';
import { counted, wordFor } from '#src/counted.ts';
import { countSources, sayCount } from '#src/sources/origins/first-source.ts';
import type { Check } from '../check.ts';
import { claimMissing, keyClaims } from '../missing.ts';
import { groundsOf } from '../uses.ts';

/** Of a claim that was found to be wrong the sources against it count. */
const NONE: Partial<Record<VerdictMeaning, string>> = {
  wrong: 'no source against it',
  context: 'no source',
  fixed: 'no source',
  disputed: 'no source',
  unsupported: 'no source',
};

export const twoFirstSources: Check = {
  rule: 'R4',
  reason_hint: 'sole source: ',
  look({ view }) {
    const claims = keyClaims(view);
    const missing = claims.flatMap((claim) => {
      const count = countSources(groundsOf(view, claim));
      return count.first_sources >= 2
        ? []
        : [claimMissing(view, claim, sayCount(count, NONE[claim.content_meaning ?? 'ok'] ?? 'no source for it'))];
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
