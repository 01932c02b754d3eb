// R13: a person initialled the latest version as the text that ran. Pure.
import { url } from '#src/paths.ts';
import type { Check } from '../check.ts';
import { hashOf } from '../covers.ts';

export const asItRan: Check = {
  rule: 'R13',
  reason_hint: '',
  look({ view }) {
    const { number, id, sha256 } = view.ground.version;
    const label = `Version ${number}, the latest`;
    const href = url('as_ran', { id: view.article.number });
    const one = { key: `version:${id}`, label, public_label: label, href, claim: null, covers: hashOf({ sha256 }) };
    return {
      missing: view.as_ran?.version === number ? [] : [one],
      holds: `Version ${number} is the latest, and was initialled as the text that ran.`,
      lacks: () => `Nobody initialled version ${number}, the latest, as the text that ran.`,
    };
  },
};
