// How bench/desk.ts prints what it found.
import { each, type Measured } from './table.ts';

/** A heading, and a table below it. */
export function printed(heading: string, rows: readonly object[]): void {
  console.log(`${heading}:`);
  console.table(rows);
}

/** A row of the table of works. */
export function bySize({ name, limit, ours, ratio, own_ratio, reach }: Measured): object {
  return {
    work: name,
    'R, ms': each(limit).toFixed(2),
    'ours, ms': each(ours).toFixed(2),
    ratio: ratio.toFixed(2),
    asked: reach,
    'same bytes': own_ratio.toFixed(2),
    kB: (ours.bytes / Math.max(1, ours.asked) / 1000).toFixed(0),
    'R, kB': (limit.bytes / Math.max(1, limit.asked) / 1000).toFixed(0),
    answers: ours.asked,
    wrong: ours.wrong + limit.wrong,
    'loop late, ms': ours.late.toFixed(0),
    'at most': ours.latest.toFixed(0),
  };
}
