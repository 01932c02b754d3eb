// Two rows of words beside each other: the longest common row, and what stands between. Pure.
import { itemAt } from '#src/item-at.ts';
import type { ComparedWord } from './compared-words.ts';

/** Words of one side that stand where the other has others; either may be empty. `before` and `behind` say whether like words stand there. */
export type Difference = { ours: ComparedWord[]; theirs: ComparedWord[]; before: boolean; behind: boolean };

/** No sentence and no passage is compared further than this many words. */
const MOST = 400;

/** How many words are alike in order, and the differences between them. */
export function aligned(
  all: readonly ComparedWord[],
  others: readonly ComparedWord[],
): { alike: number; differences: Difference[] } {
  const [ours, theirs] = [all.slice(0, MOST), others.slice(0, MOST)];
  const lengths = commonLengths(ours, theirs);
  const differences: Difference[] = [];
  let open: Difference = { ours: [], theirs: [], before: false, behind: false };
  let [at, other, alike] = [0, 0, 0];
  while (at < ours.length || other < theirs.length) {
    if (at < ours.length && other < theirs.length && itemAt(ours, at).key === itemAt(theirs, other).key) {
      if (open.ours.length + open.theirs.length > 0) differences.push({ ...open, behind: true });
      open = { ours: [], theirs: [], before: true, behind: false };
      [at, other, alike] = [at + 1, other + 1, alike + 1];
    } else if (
      other >= theirs.length ||
      (at < ours.length && lengthAt(lengths, at + 1, other) >= lengthAt(lengths, at, other + 1))
    ) {
      open.ours.push(itemAt(ours, at++));
    } else open.theirs.push(itemAt(theirs, other++));
  }
  if (open.ours.length + open.theirs.length > 0) differences.push(open);
  return { alike, differences };
}

/** By place of ours and theirs: how many words the rest of both has in common. */
function commonLengths(ours: readonly ComparedWord[], theirs: readonly ComparedWord[]): Uint16Array[] {
  const rows = Array.from({ length: ours.length + 1 }, () => new Uint16Array(theirs.length + 1));
  for (let at = ours.length - 1; at >= 0; at -= 1) {
    for (let other = theirs.length - 1; other >= 0; other -= 1) {
      const isAlike = itemAt(ours, at).key === itemAt(theirs, other).key;
      itemAt(rows, at)[other] = isAlike
        ? lengthAt(rows, at + 1, other + 1) + 1
        : Math.max(lengthAt(rows, at + 1, other), lengthAt(rows, at, other + 1));
    }
  }
  return rows;
}

function lengthAt(rows: readonly Uint16Array[], at: number, other: number): number {
  return rows[at]?.[other] ?? 0;
}
