// All SQL of jobs as people ask for them and follow them.
import type { Context } from '#src/context.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
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

/** Whether a job of this kind waits or is being done, whoever asked for it. */
export async function isAskedFor(db: Db, kind: string): Promise<boolean> {
  const asked = db.selectFrom('job').select('id').where('state', 'in', ['queued', 'running']).where('kind', '=', kind);
  return (await asked.limit(1).executeTakeFirst()) !== undefined;
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
