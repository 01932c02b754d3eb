// What may be done to several claims at once, and how it is said of them. Pure.
import { counted, wordFor } from '#src/counted.ts';

export const DEEDS = ['assign', 'star', 'unstar', 'drop'] as const;
export type Deed = (typeof DEEDS)[number];

const DONE: Record<Deed, string> = {
  assign: 'assigned',
  star: 'starred as key',
  unstar: 'no longer key',
  drop: 'dropped',
};

/** "6 claims are assigned, 1 was so already."; assigned to nobody they are unassigned. */
export function sayDone(
  { deed, assignee_id }: { deed: Deed; assignee_id: string },
  { done, unchanged }: { done: number[]; unchanged: number[] },
): string {
  const what = deed === 'assign' && assignee_id === '' ? 'unassigned' : DONE[deed];
  const said = `${counted(done.length, 'claim')} ${wordFor(done.length, 'is', 'are')} ${what}`;
  const already = unchanged.length;
  return already === 0 ? `${said}.` : `${said}, ${already} ${wordFor(already, 'was', 'were')} so already.`;
}
