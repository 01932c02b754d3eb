// A moment as a report gives it: for machines in UTC, for people in the desk's own time. Pure.
import { sayWhole } from '#src/dates.ts';

export interface Moment {
  /** ISO 8601, UTC. */
  at: string;
  /** In the time zone of the desk, which the report names once: "12 March 2026, 16:40". */
  words: string;
}

/** The moment as it is told in this time zone. */
export function momentIn(at: string, time_zone: string): Moment {
  return { at, words: sayWhole(at, time_zone) };
}
