// R14: the public report says nothing of a confidential source but what an editor let stand. Pure.
import { counted, wordFor } from '#src/counted.ts';
import { url } from '#src/paths.ts';
import type { Check } from '../check.ts';
import { hashOf } from '../covers.ts';

export const nothingConfidential: Check = {
  rule: 'R14',
  reason_hint: '',
  look({ view, leaks }) {
    const { number: id } = view.article;
    if (leaks === null) {
      const label = 'The public report';
      const one = { key: 'report:public', label, public_label: label, href: url('report', { id }), claim: null };
      return {
        missing: [{ ...one, covers: hashOf({ label }) }],
        holds: '',
        lacks: () => 'The public report has not been checked for confidential sources yet.',
      };
    }
    return {
      missing: leaks.map(({ key, label, href }) => {
        return { key, label, public_label: 'A place of the report', href, claim: null, covers: hashOf({ key, label }) };
      }),
      holds: 'Nothing recorded about a confidential source was found in the public report.',
      lacks: ({ length }) =>
        `${counted(length, 'place')} of the public report ${wordFor(length, 'says', 'say')} something about a confidential source.`,
    };
  },
};
