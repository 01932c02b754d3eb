// Who may have a password hashed now: few at once, strangers last.
import { availableParallelism } from 'node:os';
import { DeskBusy } from '#src/errors.ts';
import { Pace } from './pace.ts';

/** `known` are people whom the desk knows already: signed in, in a browser of theirs, with a link, at the command line. */
export type Hasher = 'known' | 'stranger';

/** The thread pool has four threads, and files are read in it, too. */
const AT_ONCE = 2;
const STRANGERS_AT_ONCE = Math.max(1, Math.min(AT_ONCE, Math.floor(availableParallelism() / 4)));
/** So many strangers are looked at without a pause, then eight in a second: a flood leaves the processors to the others. */
const pace_of_strangers = new Pace(30, 125);
const MOST_KNOWN_WAITING = 200;
const MOST_STRANGERS = 24;
const MOST_STRANGERS_OF_A_PLACE = 12;

const waiting: Record<Hasher, (() => void)[]> = { known: [], stranger: [] };
const running: Record<Hasher, number> = { known: 0, stranger: 0 };

/** Does the work when it is its turn. Throws DeskBusy where too many wait. */
export async function inTurn<T>(who: Hasher, work: () => Promise<T>): Promise<T> {
  if (waiting[who].length >= MOST_KNOWN_WAITING) throw new DeskBusy();
  if (who === 'stranger') await pace_of_strangers.take();
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting[who].push(resolve);
  callNext();
  await promise;
  try {
    return await work();
  } finally {
    running[who] -= 1;
    callNext();
  }
}

function callNext(): void {
  while (running.known + running.stranger < AT_ONCE) {
    const who = waiting.known.length > 0 ? 'known' : 'stranger';
    if (who === 'stranger' && running.stranger >= STRANGERS_AT_ONCE) return;
    const next = waiting[who].shift();
    if (next === undefined) return;
    running[who] += 1;
    next();
  }
}

const at_the_door = new Map<string, number>();
let all_at_the_door = 0;

/**
 * Lets a stranger from this place of the network try to sign in, while not too many do, of this place or all told; the
 * others learn at once that the desk is busy. Throws DeskBusy.
 */
export async function throughTheDoor<T>(place: string, work: () => Promise<T>): Promise<T> {
  const of_place = at_the_door.get(place) ?? 0;
  if (all_at_the_door >= MOST_STRANGERS || of_place >= MOST_STRANGERS_OF_A_PLACE) throw new DeskBusy();
  all_at_the_door += 1;
  at_the_door.set(place, of_place + 1);
  try {
    return await work();
  } finally {
    all_at_the_door -= 1;
    const left = (at_the_door.get(place) ?? 1) - 1;
    if (left === 0) at_the_door.delete(place);
    else at_the_door.set(place, left);
  }
}
