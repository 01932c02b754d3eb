// The verb of jobs: asking for work that is done after the commit.
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { insertJob } from './store.ts';
import type { JobTable } from './tables.ts';
import { wakeWorkers } from './wake.ts';

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

/** Stores a job for the actor; inside a transaction it is begun only when that has been committed. Gives back its id. */
export async function askForJob(ctx: Context, wanted: JobWanted): Promise<string> {
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
