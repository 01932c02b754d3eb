// Counts what failed, so that keys pressed ahead of it are not done either.
import { say } from './live-region.ts';

let count = 0;

/** How often something could not be done so far. Whoever waits compares it with the count of when they began to. */
export function setbacks(): number {
  return count;
}

export function setback(): void {
  count += 1;
}

/** Says why something cannot be done. */
export function couldNot(why: string): false {
  setback();
  say(why);
  return false;
}
