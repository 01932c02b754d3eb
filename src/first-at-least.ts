// The place in a list of numbers in order from which they are no smaller than one. Pure.
import { itemAt } from './item-at.ts';

/** The index of the first number that is no less than this one; the length where there is none. */
export function firstAtLeast(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (itemAt(numbers, middle) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
