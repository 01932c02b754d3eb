// R19: what the program suggested and people took is said in numbers. Pure.
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';

export const suggestionsCounted: Check = {
  rule: 'R19',
  reason_hint: '',
  look({ suggestions: { suggested, taken, dismissed } }) {
    const claims = `${counted(taken, 'claim')} ${wordFor(taken, 'comes', 'come')} from suggestions of the program`;
    const said = `${claims}, ${dismissed} ${wordFor(dismissed, 'was', 'were')} dismissed; it suggests ${suggested} in the latest version. The report says so.`;
    return { missing: [], holds: said, lacks: () => said };
  },
};
