// All SQL of jobs: one query takes the next, so that no two processes take the same one.
import { type Context, transact } from '#src/context.ts';
import { engineOf } from '#src/database/engine.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { HeldJob } from './leases.ts';
import type { JobTable } from './tables.ts';

/** A role in a desk, as the table of members has it. */
export type MemberRole = Database['membership']['role'];

/**
 * The job with this id, if it is the actor's own (the operator sees all) and the actor has one of these roles at its desk still:
 * whoever is a guest by now, or gone, may not know any more what the work was about. NotFound.
 */
export async function getJob(ctx: Context, id: string, roles: readonly MemberRole[]): Promise<JobTable> {
  if (!isId(id)) throw new NotFound();
  const { actor } = ctx;
  const job = await ctx.db
    .selectFrom('job')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.desk_id', '=', 'job.desk_id')
        .onRef('membership.person_id', '=', 'job.person_id')
        .on('membership.role', 'in', roles),
    )
    .selectAll('job')
    .where('job.id', '=', id)
    .$if(actor.kind !== 'operator', (some) =>
      some
        .where('job.person_id', '=', actor.id ?? '')
        .where((eb) => eb.or([eb('job.desk_id', 'is', null), eb('membership.role', 'is not', null)])),
    )
    .executeTakeFirst();
  if (job === undefined) throw new NotFound();
  return job;
}

/** The actor's own job of this kind, asked for from this page, that has not ended; or undefined. */
export function findUnfinishedJob(ctx: Context, of: { kind: string; back: string }): Promise<JobTable | undefined> {
  return ctx.db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', of.kind)
    .where('back', '=', of.back)
    .where('person_id', '=', ctx.actor.id ?? '')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export type JobListed = JobTable & { person_name: string | null };

/** The newest jobs of this kind that were asked for from this page, by whomever. The caller may see that page. */
export function listJobsOfPage(db: Db, of: { kind: string; back: string; limit: number }): Promise<JobListed[]> {
  return db
    .selectFrom('job')
    .leftJoin('person', 'person.id', 'job.person_id')
    .selectAll('job')
    .select('person.display_name as person_name')
    .where('job.kind', '=', of.kind)
    .where('job.back', '=', of.back)
    .orderBy('job.created_at', 'desc')
    .orderBy('job.id', 'desc')
    .limit(of.limit)
    .execute();
}

export async function insertJob(db: Db, job: JobTable): Promise<void> {
  await db.insertInto('job').values(job).execute();
}

/** How many jobs of this person nobody has begun yet. */
export async function countWaiting(db: Db, person_id: string): Promise<number> {
  const { count } = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('state', '=', 'queued')
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

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

/** Takes the oldest job that waits, or is one of these whose runner is gone; undefined where there is none. */
export async function claimJob(ctx: Context, claim: Claim, run_out: HeldJob[]): Promise<JobTable | undefined> {
  // Looked for first without a lock: an idle desk writes nothing.
  if ((await waiting(ctx.db, run_out).executeTakeFirst()) === undefined) return undefined;
  return transact(ctx, (ctx) => {
    const next = waiting(ctx.db, run_out);
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
function waiting(db: Db, run_out: HeldJob[]) {
  return db
    .selectFrom('job')
    .select('id')
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
