// Leases of jobs: what tells that a runner is gone, whatever the clocks of the machines are set to.
import { steadyNow } from '#src/clock.ts';
import { engineOf } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';

export interface HeldJob {
  id: string;
  lease: string;
  locked_until: string;
}

/** The leases under which this very process works. */
const held_here = new Set<string>();

/** Until the work has ended, this process is known to live. */
export async function whileHeld<T>(lease: string, work: () => Promise<T>): Promise<T> {
  held_here.add(lease);
  try {
    return await work();
  } finally {
    held_here.delete(lease);
  }
}

/** When a lease ends that begins now. Setting the clock does not move it for this process. */
export function leaseFromNow(milliseconds: number): string {
  return new Date(steadyNow() + milliseconds).toISOString();
}

interface Seen {
  locked_until: string;
  /** Whether that end can be meant by a clock that shows what ours does. */
  is_of_our_time: boolean;
  first_seen: number;
  looked_at: number;
}

/**
 * Watches the leases of other processes. One whose clock shows what ours does has run out when its time is over. Where the
 * clocks differ, because one of them was set, it counts whether its runner gives a sign of life: it moves the end of its
 * lease on while it works, and is gone when it has not done so for as long as a lease lasts. The one server on a SQLite
 * file need not wait for that: whoever had another time is gone.
 */
class LeaseWatch {
  readonly #seen = new Map<string, Seen>();
  readonly #is_only_server: boolean;

  constructor(db: Db) {
    this.#is_only_server = engineOf(db) === 'sqlite';
  }

  /** Those of the running jobs whose runner is gone. To be asked again and again. */
  runOut(running: HeldJob[], milliseconds: number): HeldJob[] {
    const leases = new Set(running.map(({ lease }) => lease));
    for (const lease of this.#seen.keys()) if (!leases.has(lease)) this.#seen.delete(lease);
    return running.filter((job) =>
      held_here.has(job.lease) ? Date.parse(job.locked_until) <= steadyNow() : this.#isGone(job, milliseconds),
    );
  }

  #isGone({ lease, locked_until }: HeldJob, milliseconds: number): boolean {
    const now = steadyNow();
    const until = Date.parse(locked_until);
    if (this.#is_only_server) return until <= now || until > now + milliseconds;
    const before = this.#seen.get(lease);
    const is_sign_of_life = before?.locked_until !== locked_until;
    const seen =
      before && !is_sign_of_life
        ? { ...before, looked_at: now }
        : {
            locked_until,
            is_of_our_time: until > (before?.looked_at ?? now) && until <= now + milliseconds,
            first_seen: now,
            looked_at: now,
          };
    this.#seen.set(lease, seen);
    return seen.is_of_our_time ? until <= now : now - seen.first_seen >= milliseconds;
  }
}

const watches = new WeakMap<Db, LeaseWatch>();

/** What this process has seen of the leases in this database. */
export function watchOf(db: Db): LeaseWatch {
  const watch = watches.get(db) ?? new LeaseWatch(db);
  watches.set(db, watch);
  return watch;
}
