// R5: key claims rest on a primary source, or somebody said why on none. Pure.
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';
import { claimMissing, keyClaims } from '../missing.ts';
import { groundsOf } from '../uses.ts';

export const primarySource: Check = {
  rule: 'R5',
  reason_hint: 'no primary source, because ',
  look({ view }) {
    const claims = keyClaims(view);
    const { length: total } = claims;
    return {
      missing: claims
        .filter((claim) => groundsOf(view, claim).every((use) => use.source_proximity !== 'primary'))
        .map((claim) => claimMissing(view, claim)),
      holds:
        total === 0
          ? 'No claim is key.'
          : `${counted(total, 'key claim')} ${wordFor(total, 'has', 'have')} a primary source, or a reason.`,
      lacks: ({ length }) => `${counted(length, 'key claim')} ${wordFor(length, 'has', 'have')} no primary source.`,
    };
  },
};
