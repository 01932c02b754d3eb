// Deletes old tries at passwords, ended sessions, and old or surplus security events.
import { type Context, transact } from '#src/context.ts';
import { later } from '#src/dates.ts';
import { deleteForgottenGuesses, deleteSurplusGuesses } from './guess-store.ts';
import { deleteEndedSessions } from './open-session-store.ts';
import { deleteEventsBefore, deleteEventsBeyond } from './security-event-store.ts';
import { REFUSALS } from './security-events.ts';

const DAY = 86_400_000;
const EVENTS_KEPT = 90 * DAY;
const REFUSALS_KEPT = 100_000;
const ENDED_SESSIONS_KEPT = 30 * DAY;
const AT_ONCE = 1_000;

/** For the worker's own hour. `ctx.at` is the time by which things are old. */
export async function sweepTheDoor(ctx: Context): Promise<void> {
  const before = (milliseconds: number) => later(ctx.at, -milliseconds);
  await transact(ctx, async ({ db }) => {
    await deleteForgottenGuesses(db, ctx.at);
    await deleteSurplusGuesses(db);
    await deleteEndedSessions(db, before(ENDED_SESSIONS_KEPT));
  });
  const [old, kinds] = [before(EVENTS_KEPT), Object.keys(REFUSALS)];
  await byTheThousand(() => transact(ctx, ({ db }) => deleteEventsBefore(db, old, AT_ONCE)));
  // A flood of refusals pushes out older refusals, and never who signed in.
  const surplus = { kinds, kept: REFUSALS_KEPT, limit: AT_ONCE };
  await byTheThousand(() => transact(ctx, ({ db }) => deleteEventsBeyond(db, surplus)));
}

/** Each in a transaction of its own, so that others have their turn in between. */
async function byTheThousand(sweep: () => Promise<number>): Promise<void> {
  while ((await sweep()) === AT_ONCE);
}
