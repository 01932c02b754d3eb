// How long somebody waits who guesses passwords: after a few tries for one person, many from one place. Pure.
import { isIPv6 } from 'node:net';
import { counted } from '#src/counted.ts';
import { later } from '#src/dates.ts';
import { itemAt } from '#src/item-at.ts';

const PERSON_WAITS_SECONDS = [0, 0, 2, 5, 60, 120, 240, 480, 900];
const PLACE_FREE_TRIES = 20;
const LONGEST_WAIT_SECONDS = 900;

/**
 * Under what tries are counted: the person, for those whom the desk does not know; the browser (`device`) in which that
 * person signed in before; the session (`own`) in which somebody changes the own password; the place of the network.
 */
export type GuessedAt = 'person' | 'device' | 'own' | 'place';

/**
 * After so many seconds without a try, all is forgotten. For a person it takes a day, so that pausing gains nothing; for a
 * place an hour, since the mistakes of a whole newsroom behind one address come together.
 */
function forgottenAfter(guessed_at: GuessedAt): number {
  return guessed_at === 'place' ? 3600 : 86_400;
}

/** The seconds before the next try, after so many wrong ones. */
export function waitAfter(count: number, guessed_at: GuessedAt): number {
  if (guessed_at !== 'place') return count < 1 ? 0 : (PERSON_WAITS_SECONDS[count - 1] ?? LONGEST_WAIT_SECONDS);
  return count < PLACE_FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 15 * 2 ** (count - PLACE_FREE_TRIES));
}

/** What is remembered of tries under one key. The times are ISO text. */
export interface Counted {
  count: number;
  locked_until: string;
  forgotten_at: string;
}

/** Of a key under which nobody has tried yet. */
export function noTries(at: string): Counted {
  return { count: 0, locked_until: at, forgotten_at: at };
}

/**
 * What a count says at this moment. Where the clock was set back since, the wait is the one that so many tries bring,
 * counted from now: never a longer one.
 */
export function countedAt(found: Counted, guessed_at: GuessedAt, at: string): Counted {
  const locked_until = earlier(found.locked_until, later(at, 1_000 * waitAfter(found.count, guessed_at)));
  const longest = LONGEST_WAIT_SECONDS + forgottenAfter(guessed_at);
  const forgotten_at = earlier(found.forgotten_at, later(at, 1_000 * longest));
  return { count: found.count, locked_until, forgotten_at };
}

/** The count after one more try. The caller has asked countedAt, and there is no wait. */
export function oneMore(found: Counted, guessed_at: GuessedAt, at: string): Counted {
  const count = found.forgotten_at <= at ? 1 : found.count + 1;
  const locked_until = later(at, 1_000 * waitAfter(count, guessed_at));
  return { count, locked_until, forgotten_at: later(locked_until, 1_000 * forgottenAfter(guessed_at)) };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The place that an address belongs to: itself, or for IPv6 its /64, since one machine has as many of those as it likes. */
export function placeOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return itemAt(mapped, 1);
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return `${[...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back].slice(0, 4).join(':')}::/64`;
}

/** "20 seconds", "1 minute", "2 minutes": rounded up, so that waiting as long as it says is enough. */
export function saidDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return counted(minutes, 'minute');
}
