// How often others had their turn while something was done, on a machine of any speed.
import type { TestContext } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How many turns of the loop others had while this was done. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  await nextTurn();
  let turns = 0;
  let is_over = false;
  const count = () => {
    turns += 1;
    if (!is_over) setImmediate(count);
  };
  setImmediate(count);
  await work();
  is_over = true;
  return turns;
}

/** As on a machine so slow that a millisecond passes each time anybody asks what time it is, until the test has ended. */
export function onSlowMachine(t: TestContext): void {
  let now = performance.now();
  t.mock.method(performance, 'now', () => {
    now += 1;
    return now;
  });
}
