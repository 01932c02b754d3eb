// Which words about saved copies somebody typed: each passes the reader's discretion. Pure.
import { type Discretion, seenIn } from '../held-back/discretion.ts';
import type { SnapshotTable } from './tables.ts';

/** A saved copy: what the desk wrote about it. What can be read in it is its source's, and open like it. */
export function copySeen<Row extends Pick<SnapshotTable, 'name' | 'note' | 'url' | 'final_url' | 'erasure_reason'>>(
  discretion: Discretion,
  copy: Row,
): Row {
  return seenIn(discretion, copy, ['name', 'note', 'url', 'final_url', 'erasure_reason']);
}
