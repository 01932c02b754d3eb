// A figure: a number as printed, with the numbers a machine can compare. Pure.
import type { Range } from '../text/range.ts';
import type { Comparator } from './number-words.ts';

/** `value` is as printed; `low` and `high` are null where the words give none ("hundreds" has no high), else low ≤ high. */
export type Figure = Range & {
  value: string;
  low: number | null;
  high: number | null;
  comparator: Comparator;
  unit: string | null;
};
