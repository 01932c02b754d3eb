// R18: each confidential source has a public reason for its anonymity, and a record of who granted it. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { itemAt } from '#src/item-at.ts';
import type { Check } from '../check.ts';
import { hashOf } from '../covers.ts';
import { sourceMissing, sourcesUsed } from '../missing.ts';

export const anonymityExplained: Check = {
  rule: 'R18',
  reason_hint: '',
  look({ view }) {
    const confidential = sourcesUsed(view).filter((uses) => itemAt(uses, 0).source_is_confidential === 1);
    const { length: total } = confidential;
    return {
      missing: confidential.flatMap((uses) => {
        const { source_anonymity_reason: reason, source_granted_by: granted_by } = itemAt(uses, 0);
        const lacking = [reason === '' && 'no public reason', granted_by === '' && 'not recorded who granted it'];
        const said = lacking.filter((words) => words !== false).join(', ');
        const covers = hashOf({ reason, granted_by });
        return said === '' ? [] : [{ ...sourceMissing(view, uses, said), covers }];
      }),
      holds:
        total === 0
          ? 'No confidential source is used.'
          : `${counted(total, 'confidential source')} ${wordFor(total, 'has', 'have')} a public reason, and a record of who granted it.`,
      lacks: ({ length }) =>
        `${counted(length, 'confidential source')} ${wordFor(length, 'lacks', 'lack')} a public reason for the anonymity, or who granted it.`,
    };
  },
};
