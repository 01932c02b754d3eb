// When an address is held to be gone, when it is tried again, and how both are said. Pure.
import { counted } from '#src/counted.ts';
import { later, localOf, sayDate, sayWhole } from '#src/dates.ts';
import type { Missing } from '#src/fetching/failures.ts';
import type { SourceWatchTable } from './tables.ts';

export interface Miss {
  at: string;
  what: Missing;
}

const HOUR = 3_600_000;
/** Tries closer to each other are one: whoever presses the button three times learned nothing new. */
const APART = 6 * HOUR;
const TRIES = 3;
const SPAN = 48 * HOUR;
const AGAIN = 24 * HOUR;
/** Of more, the first and the latest are kept. */
const MOST_KEPT = 10;

/** The tries that count, this one among them where it was long enough after the one before. */
export function missesWith(misses: readonly Miss[], miss: Miss): Miss[] {
  const last = misses.at(-1);
  if (last !== undefined && Date.parse(miss.at) - Date.parse(last.at) < APART) return [...misses];
  const all = [...misses, miss];
  return all.length <= MOST_KEPT ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_KEPT)];
}

/** Whether so many tries say that the address is gone: three of them, over two days. */
export function areEnough(misses: readonly Miss[]): boolean {
  const [first, last] = [misses[0], misses.at(-1)];
  if (first === undefined || last === undefined || misses.length < TRIES) return false;
  return Date.parse(last.at) - Date.parse(first.at) >= SPAN;
}

/** When an address that was missed is tried again, though its turn has not come; null where nothing more is to be learned by it. */
export function retryAfter(misses: readonly Miss[], at: string, is_gone: boolean): string | null {
  return misses.length === 0 || is_gone ? null : later(at, AGAIN);
}

export function missesIn(watch: Pick<SourceWatchTable, 'misses'>): Miss[] {
  return JSON.parse(watch.misses) as Miss[];
}

const MISSING_WORDS: Record<Missing, string> = {
  no_page: 'there is no page at the address',
  no_host: 'there is no such host',
  no_answer: 'the host takes no connection',
};

/** "not reached on 3 tries since 27 November 2026", as a cause and as a sentence have it; '' without a try. */
export function sayMissed(misses: readonly Miss[], zone: string): string {
  const [first] = misses;
  if (first === undefined) return '';
  const since = sayDate(localOf(first.at, zone).slice(0, 10));
  return `not reached on ${counted(misses.length, 'try', 'tries')} since ${since}`;
}

/** "27 November 2026, 14:02: there is no page at the address". */
export function sayMiss({ at, what }: Miss, zone: string): string {
  return `${sayWhole(at, zone)}: ${MISSING_WORDS[what]}`;
}
