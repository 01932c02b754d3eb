// All SQL of the workers: taking the next job, holding it, ending it. No two processes take the same one.
import { type Context, transact } from '#src/context.ts';
import { engineOf } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import type { HeldJob } from './leases.ts';
import type { JobTable } from './tables.ts';

export interface Claim {
  lease: string;
  locked_until: string;
}

/** The jobs that somebody runs, or ran when the process ended. */
export async function listRunning(db: Db): Promise<HeldJob[]> {
  const jobs = await db
    .selectFrom('job')
    .select(['id', 'lease', 'locked_until'])
    .where('state', '=', 'running')
    .execute();
  return jobs.map(({ id, lease, locked_until }) => ({ id, lease: lease ?? '', locked_until: locked_until ?? '' }));
}

/** Which jobs may be taken. */
export interface Claimable {
  /** What a newer program has stored for another process to do stays where it is. */
  kinds: string[];
  /** Those whose runner is gone. */
  run_out: HeldJob[];
}

/** Takes the oldest job of these kinds that waits, or is one of those whose runner is gone; undefined where there is none. */
export async function claimJob(ctx: Context, claim: Claim, claimable: Claimable): Promise<JobTable | undefined> {
  // Looked for first without a lock: an idle desk writes nothing.
  if ((await waiting(ctx.db, claimable).executeTakeFirst()) === undefined) return undefined;
  return transact(ctx, (ctx) => {
    const next = waiting(ctx.db, claimable);
    const locked = engineOf(ctx.db) === 'postgres' ? next.forUpdate().skipLocked() : next;
    return ctx.db
      .updateTable('job')
      .set((eb) => ({ state: 'running' as const, tries: eb('tries', '+', 1), ...claim }))
      .where('id', '=', locked)
      .returningAll()
      .executeTakeFirst();
  });
}

/** A runner that gave a sign of life meanwhile has another end of its lease by now. */
function waiting(db: Db, { kinds, run_out }: Claimable) {
  return db
    .selectFrom('job')
    .select('id')
    .where('kind', 'in', kinds)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'queued'),
        ...run_out.map(({ id, lease, locked_until }) => eb.and({ id, lease, locked_until })),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(1);
}

/** Says something about a job that this lease still holds; false where another has taken it over. */
export async function updateHeld(
  db: Db,
  held: { id: string; lease: string },
  change: Partial<JobTable>,
): Promise<boolean> {
  const updated = await db
    .updateTable('job')
    .set(change)
    .where('id', '=', held.id)
    .where('lease', '=', held.lease)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

/** Keeps what came of a job. The caller has just ended it under its lease, in this transaction. */
export async function updateResult(db: Db, id: string, result: object): Promise<void> {
  await db
    .updateTable('job')
    .set({ result: JSON.stringify(result) })
    .where('id', '=', id)
    .execute();
}

/** Forgets jobs that ended before this time. */
export async function deleteEnded(db: Db, before: string): Promise<void> {
  await db.deleteFrom('job').where('ended_at', '<', before).execute();
}
