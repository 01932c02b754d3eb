// What statements may read to its end, and why: small tables, indexes of what waits, what is no table.
import type { WholeRead } from './whole-reads.ts';

interface Allowed {
  what: RegExp;
  /** Words of the only statement that may. */
  only_in?: string;
  why: string;
}

const ALLOWED: Allowed[] = [
  { what: /^desk\b/, why: 'a newsroom has a handful of desks' },
  { what: /^person\b/, why: 'the page of people shows them all, and nobody employs ten thousand checkers' },
  { what: /^membership\b/, why: 'as many as people and the desks they work at' },
  { what: /^fix by fix_asked$/, why: 'an index of those fixes alone that an editor has still to decide' },
  { what: /^query by query_of_editor$/, why: 'an index of those queries alone that an editor has still to answer' },
  { what: /^waiting$/, why: 'what waits in the twelve articles that my desk shows' },
  { what: /^\(subquery-\d+\)$/, only_in: ' over (', why: 'the rows that a window function has numbered' },
  { what: /^aftermath$/, why: 'the corrections and complaints of the articles on a page of the list' },
  { what: /^line$/, why: 'the sources found so far while going up from a copy to what it derives from' },
  { what: /^tree$/, why: 'the sources found so far while going down to what derives from one' },
  {
    what: /^(?:period|\d+)$/,
    only_in: 'with period',
    why: 'the weeks, months or years of which a desk’s numbers tell: SQLite names values by how many they are',
  },
  { what: /^CONSTANT$/, why: 'a value that is asked of no table' },
  {
    what: /^search_(index_\w+|trigram)$/,
    why: 'an index of words, asked by words: SQLite calls any question to one a scan',
  },
  { what: /^search_waiting\b/, only_in: 'limit', why: 'what has changed since the last search, some of it at a time' },
  { what: /^retraction_list\b/, only_in: 'removed_at', why: 'as many as files that the editors of a desk imported' },
  { what: /^guess\b/, only_in: 'count(*)', why: 'the hourly sweep keeps it bounded, and counts it for that' },
  { what: /^security_event\b/, only_in: 'offset', why: 'the hourly sweep passes over the refusals that it keeps' },
  {
    what: /^snapshot\b/,
    only_in: 'lookup_snapshot_id',
    why: 'the hourly sweep looks for passages that were never looked up',
  },
];

/** Whether there is a reason for this. */
export function mayBeReadWhole({ what, sql }: WholeRead): boolean {
  return ALLOWED.some((one) => one.what.test(what) && (one.only_in === undefined || sql.includes(one.only_in)));
}
