// Settings of the machine's clock while the desk runs: noticed, and noted among the security events.
import { JumpWatch } from '#src/clock.ts';
import { systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { listDetailsOf } from './security-event-store.ts';
import { noteSecurityEvent } from './security-events.ts';

const LOOKS_EVERY = 5_000;
const SAME_JUMP_SECONDS = 60;

export interface ClockWatch {
  /** Looks at once: when it has returned, a setting of the clock that has happened is on record. */
  look(): Promise<void>;
  stop(): void;
}

/** Watches the clock until it is stopped. `onJump` is told of each setting by more than a minute, in seconds. */
export function watchClock(
  db: Db,
  { onJump, onError }: { onJump: (seconds: number) => void; onError: (error: unknown) => void },
): ClockWatch {
  const watch = new JumpWatch();
  let noting: Promise<void> = Promise.resolve();
  const look = () => {
    const seconds = Math.round(watch.look() / 1000);
    if (seconds !== 0) {
      onJump(seconds);
      noting = noting.then(() => noteJump(db, seconds)).catch(onError);
    }
    return noting;
  };
  const timer = setInterval(look, LOOKS_EVERY).unref();
  return { look, stop: () => clearInterval(timer) };
}

async function noteJump(db: Db, seconds: number): Promise<void> {
  const detail = `${Math.abs(seconds)} seconds ${seconds > 0 ? 'forward' : 'back'}`;
  await transact(systemContext(db), (ctx) => noteSecurityEvent(ctx.db, { at: ctx.at, kind: 'clock.jumped', detail }));
}

export interface ClockJump {
  /** What the clock showed afterwards. */
  at: string;
  /** Negative where it was set back. */
  seconds: number;
}

/** The settings of the clock that were noticed in a time, the oldest first; one that several servers of a machine noticed is one. */
export async function listClockJumps(db: Db, time: { after: string; until: string }): Promise<ClockJump[]> {
  const jumps: ClockJump[] = [];
  for (const { at, detail } of await listDetailsOf(db, 'clock.jumped', time)) {
    const [, digits, direction] = /^(\d+) seconds (forward|back)$/.exec(detail) ?? [];
    if (digits === undefined) continue;
    const jump = { at, seconds: direction === 'back' ? -Number(digits) : Number(digits) };
    if (!jumps.some((other) => isSame(other, jump))) jumps.push(jump);
  }
  return jumps;
}

function isSame(one: ClockJump, other: ClockJump): boolean {
  const apart = Math.abs(Date.parse(one.at) - Date.parse(other.at)) / 1000;
  return apart < SAME_JUMP_SECONDS && Math.abs(one.seconds - other.seconds) < SAME_JUMP_SECONDS;
}
