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

/** "6 claims are assigned, 1 was so already." */
export function sayDone(deed: Deed, { done, unchanged }: { done: number[]; unchanged: number[] }): string {
  const said = `${counted(done.length, 'claim')} ${wordFor(done.length, 'is', 'are')} ${DONE[deed]}`;
  const already = unchanged.length;
  return already === 0 ? `${said}.` : `${said}, ${already} ${wordFor(already, 'was', 'were')} so already.`;
}
