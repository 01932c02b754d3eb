// The verb of jobs: asking for work that is done after the commit.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { countWaiting, insertJob } from './store.ts';
import type { JobTable } from './tables.ts';
import { wakeWorkers } from './worker-signal.ts';

export interface JobWanted {
  /** Where the page to go back to names the job. */
  id?: string;
  kind: string;
  desk_id: string | null;
  title: string;
  /** The path of the page from which it is asked for. */
  back: string;
  input: object;
}

/** How many jobs of one person may wait for their turn, so that nobody's pile keeps the others waiting for long. */
export const MOST_WAITING = 20;

/**
 * Stores a job for the actor; inside a transaction it is begun only when that has been committed. Gives back its id.
 * RuleBroken where as many jobs of this person wait already as the desk takes from one.
 */
export async function askForJob(ctx: Context, wanted: JobWanted): Promise<string> {
  await assertRoom(ctx);
  const job: JobTable = {
    id: newId(),
    ...wanted,
    person_id: ctx.actor.id,
    input: JSON.stringify(wanted.input),
    state: 'queued',
    tries: 0,
    progress: 0,
    message: 'Waiting for its turn.',
    result: null,
    lease: null,
    locked_until: null,
    created_at: ctx.at,
    ended_at: null,
  };
  await insertJob(ctx.db, job);
  // Inside a transaction nobody can see it yet: whoever commits wakes them.
  if (!ctx.db.isTransaction) wakeWorkers();
  return job.id;
}

async function assertRoom({ db, actor }: Context): Promise<void> {
  if (actor.id === null || (await countWaiting(db, actor.id)) < MOST_WAITING) return;
  throw new RuleBroken(
    `${MOST_WAITING} of your tasks are waiting already, which is the limit for one person. Try again when some of them are done.`,
  );
}
