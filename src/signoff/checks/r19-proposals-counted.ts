// R19: what the program proposed and people took is said in numbers. Pure.
import { counted, wordFor } from '#src/counted.ts';
import type { Check } from '../check.ts';

export const proposalsCounted: Check = {
  rule: 'R19',
  reason_hint: '',
  look({ proposals: { proposed, taken, dismissed } }) {
    const claims = `${counted(taken, 'claim')} ${wordFor(taken, 'comes', 'come')} from proposals of the program`;
    const said = `${claims}, ${dismissed} ${wordFor(dismissed, 'was', 'were')} dismissed; it proposes ${proposed} in the latest version. The report says so.`;
    return { missing: [], holds: said, lacks: () => said };
  },
};
