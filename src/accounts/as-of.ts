// The time of an account: none, a day of the desk (2026-03-14), or a moment (ISO 8601, UTC). Pure.
import { momentDone } from '#src/contacts/times/moment.ts';
import { isLocalDate, isLocalTime, localOf, sayDate, sayTime, sayWhole, utcOf } from '#src/dates.ts';
import { RuleBroken } from '#src/errors.ts';
import { hasClock, timeAnywhere } from '#src/sources/line/spoken-time.ts';

export interface Clock {
  now: string;
  time_zone: string;
}

/**
 * What was typed ("17:10", "yesterday 21:30", "2026-03-14", "14 March", "2026-03-14 17:10", "now", or nothing) as it is
 * stored. An hour without a day is the last one that the clock showed. RuleBroken (field `as_of`) for anything else.
 */
export function readAsOf(typed: string, clock: Clock): string {
  if (typed === '' || isLocalDate(typed)) return typed;
  if (/^now$/i.test(typed)) return `${clock.now.slice(0, 16)}:00.000Z`;
  const local = typed.replace(' ', 'T');
  const read = isLocalTime(local) ? utcOf(local, clock.time_zone) : isTime(typed) ? readWords(typed, clock) : null;
  if (read == null)
    throw new RuleBroken('Write the time as 17:10, yesterday 21:30, 14 March or 2026-03-14 17:10.', 'as_of');
  return read;
}

/** Nothing but a time: no word before it, none after it. */
function isTime(typed: string): boolean {
  const found = timeAnywhere(typed);
  return found !== null && found.before === '' && found.after === '';
}

function readWords(typed: string, clock: Clock): string | null {
  if (hasClock(typed)) return momentDone(typed, clock);
  const noon = momentDone(`${typed} noon`, clock);
  return noon === null ? null : localOf(noon, clock.time_zone).slice(0, 10);
}

/** As it is typed again in its form: "2026-03-14 17:10". */
export function typedAsOf(as_of: string, time_zone: string): string {
  return as_of.length > 10 ? localOf(as_of, time_zone).replace('T', ' ') : as_of;
}

/** As it is said at the desk: "today 17:10", "14 March 2026"; '' for none. */
export function sayAsOf(as_of: string, { now, time_zone }: Clock): string {
  if (as_of.length <= 10) return as_of === '' ? '' : sayDate(as_of);
  return sayTime(as_of, time_zone, now);
}

/** In full, for records: "14 March 2026, 17:10". */
export function sayAsOfWhole(as_of: string, time_zone: string): string {
  if (as_of.length <= 10) return as_of === '' ? '' : sayDate(as_of);
  return sayWhole(as_of, time_zone);
}

/** Milliseconds on the clocks of the zone, for a scale of time: a day stands at its noon. Null for none. */
export function placeInTime(as_of: string, time_zone: string): number | null {
  if (as_of === '') return null;
  return Date.parse(as_of.length <= 10 ? `${as_of}T12:00Z` : `${localOf(as_of, time_zone)}Z`);
}
