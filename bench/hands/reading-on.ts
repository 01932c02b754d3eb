// What is left to read: leftovers are ticked, sentences with nothing to check initialled.
import { seenAt } from './at-text.ts';
import type { Hands } from './hands.ts';
import type { Plan } from './plan.ts';

/** Ticks what is left over, and initials what has nothing to check. */
export async function readOn(hands: Hands, plan: Plan): Promise<void> {
  await hands.key('Escape');
  await hands.key('u');
  for (let tries = 0; tries < 100; tries += 1) {
    const seen = await seenAt(hands.page);
    const open = seen.left.filter((one) => !one.is_always);
    const here = seen.left.find((one) => one.start === seen.in_hand?.start);
    if (open.length === 0 || here === undefined) return;
    const is_nothing = plan.nothing.some((words) => here.words.includes(words));
    if (here.is_always) await hands.key('u');
    else if (!is_nothing) await hands.key('.');
    else {
      await hands.key('x');
      const { left } = await seenAt(hands.page);
      if (left.some((one) => one.start === here.start && one.end === here.end)) await hands.key('x');
    }
  }
  throw new Error('What is left to read does not come to an end.');
}
