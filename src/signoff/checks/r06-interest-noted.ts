// R6: the interest of each source that speaks is noted. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { itemAt } from '#src/item-at.ts';
import type { SourceType } from '#src/sources/tables.ts';
import type { Check } from '../check.ts';
import { sourceMissing, sourcesUsed } from '../missing.ts';

/** Sources that somebody speaks through. What others report of people has its own interest, and is not asked for. */
const SPEAKING: readonly SourceType[] = ['call', 'statement', 'person'];

export const interestNoted: Check = {
  rule: 'R6',
  reason_hint: '',
  look({ view }) {
    const speaking = sourcesUsed(view).filter((uses) => SPEAKING.includes(itemAt(uses, 0).source_type));
    const { length: total } = speaking;
    return {
      missing: speaking
        .filter((uses) => itemAt(uses, 0).source_interest === '')
        .map((uses) => sourceMissing(view, uses)),
      holds:
        total === 0
          ? 'No call, statement or person is used as a source.'
          : `The interest of ${counted(total, 'source')} that ${wordFor(total, 'speaks', 'speak')} is noted.`,
      lacks: ({ length }) =>
        `The interest of ${counted(length, 'source')} that ${wordFor(length, 'speaks', 'speak')} is not noted.`,
    };
  },
};
