// How long somebody waits who guesses passwords: for one person after a few tries, for one place of the network after many. Pure.
import { isIPv6 } from 'node:net';

const PERSON_WAITS_SECONDS = [0, 0, 2, 5, 60, 120, 240, 480, 900];
const PLACE_FREE_TRIES = 20;
const LONGEST_WAIT_SECONDS = 900;

/** After so long without a try, all is forgotten. */
export const FORGOTTEN_AFTER_SECONDS = 3600;

export type GuessedAt = 'person' | 'place';

/** The seconds before the next try, after so many wrong ones. */
export function waitAfter(count: number, guessed_at: GuessedAt): number {
  if (guessed_at === 'person') return PERSON_WAITS_SECONDS[count - 1] ?? LONGEST_WAIT_SECONDS;
  return count < PLACE_FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 15 * 2 ** (count - PLACE_FREE_TRIES));
}

/** The place that an address belongs to: itself, or for IPv6 its /64, since one machine has as many of those as it likes. */
export function placeOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  if (!isIPv6(plain)) return plain;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped) return mapped[1] as string;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return `${[...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back].slice(0, 4).join(':')}::/64`;
}

/** "20 seconds", "1 minute", "2 minutes": rounded up, so that waiting as long as it says is enough. */
export function saidDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
