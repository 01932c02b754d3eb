// Why the desk gave up reading a document, a copy or a list, in words. Pure.
import type { GaveUp } from '#src/errors.ts';

const WHY: Record<GaveUp['why'], string> = {
  time: 'is so large or so tangled that reading it took too long, and the desk gave it up.',
  memory: 'unpacks to so much, or is so tangled, that the desk ran out of the memory it gives one, and gave it up.',
  died: 'is so tangled that reading it broke off, and the desk gave it up.',
};

/** The end of a sentence that begins with what was read: "This document …". */
export function sayGivenUp({ why }: GaveUp): string {
  return WHY[why];
}
