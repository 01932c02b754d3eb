// The worker: takes stored jobs and does them. Any number of processes may run one.
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, systemContext, transact } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { later } from '#src/dates.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { type Claim, claimJob, deleteEnded, listRunning, updateHeld, updateResult } from './held-store.ts';
import { leaseFromNow, watchOf, whileHeld } from './leases.ts';
import type { JobTable } from './tables.ts';
import { restUntilWoken } from './worker-signal.ts';

/** Says what a job is doing, and how far it is, from 0 to 100. */
export type Tell = (message: string, progress: number) => Promise<void>;

/** What is left to store when the slow work is done: runs in the transaction that ends the job, so once and no more. */
export type Finish = (ctx: Context) => Promise<{ path: string }>;

/**
 * Does a job's slow work, outside any transaction: it may be done again where a process dies over it. `signal` aborts when
 * the worker stops or has lost the job. A RuleBroken fails the job with its sentence.
 */
export type JobKind = (ctx: Context, job: JobTable, side: { tell: Tell; signal: AbortSignal }) => Promise<Finish>;

export interface WorkerParts {
  db: Db;
  kinds: Record<string, JobKind>;
  /** What went wrong inside the desk itself. */
  onError: (error: unknown, job: JobTable | null) => void;
  /** Runs at the start and every hour: sweeping. */
  tidy?: (ctx: Context) => Promise<void>;
  /** The time by which it sweeps, as ISO text; the clock's unless told. */
  tidied_by?: () => string;
  /** How many jobs are done side by side, so that a slow one does not hold up all others. */
  hands?: number;
  poll_milliseconds?: number;
  lease_milliseconds?: number;
}

export interface Worker {
  /** Ends when the job in hand has ended, or after the grace was given up: then another process takes it over. */
  stop(): Promise<void>;
}

const HANDS = 2;
const POLL = 400;
const LEASE = 30_000;
const MOST_TRIES = 3;
const GRACE = 5_000;
const HOUR = 3_600_000;
const ENDED_KEPT = 7 * 24 * HOUR;

/** Starts to work. Errors never end it. */
export function startWorker(parts: WorkerParts): Worker {
  const stopping = new AbortController();
  const { hands = HANDS, tidy, ...rest } = parts;
  const first = work(tidy ? { ...rest, tidy } : rest, stopping.signal);
  const others = Array.from({ length: hands - 1 }, () => work(rest, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all([first, ...others]), wait(GRACE, undefined, { ref: false })]);
    },
  };
}

async function work(parts: WorkerParts, stopping: AbortSignal): Promise<void> {
  let tidied = Number.NEGATIVE_INFINITY;
  while (!stopping.aborted) {
    try {
      if (performance.now() - tidied > HOUR) {
        tidied = performance.now();
        await tidyUp(parts);
      }
      if (await workOnce(parts, stopping)) continue;
    } catch (error) {
      parts.onError(error, null);
    }
    await restUntilWoken(parts.poll_milliseconds ?? POLL, stopping);
  }
}

async function tidyUp({ db, tidy, tidied_by }: WorkerParts): Promise<void> {
  const ctx = systemContext(db, tidied_by?.());
  await deleteEnded(db, later(ctx.at, -ENDED_KEPT));
  await tidy?.(ctx);
}

/** Does the next job, if there is one, to its end; true where there was one. */
export async function workOnce(parts: WorkerParts, stopping?: AbortSignal): Promise<boolean> {
  const claim: Claim = { lease: newId(), locked_until: leaseEnd(parts) };
  return whileHeld(claim.lease, async () => {
    const run_out = watchOf(parts.db).runOut(await listRunning(parts.db), parts.lease_milliseconds ?? LEASE);
    const job = await claimJob(systemContext(parts.db), claim, { kinds: Object.keys(parts.kinds), run_out });
    return job === undefined ? false : workUnder(parts, { job, claim, stopping });
  });
}

/** Does a job under the lease that was just taken, and keeps the lease meanwhile. False where the desk stops. */
async function workUnder(
  parts: WorkerParts,
  { job, claim, stopping }: { job: JobTable; claim: Claim; stopping: AbortSignal | undefined },
): Promise<boolean> {
  const lost = new AbortController();
  const signal = stopping ? AbortSignal.any([stopping, lost.signal]) : lost.signal;
  // The desk may have begun to stop while the job was being taken.
  if (signal.aborted) {
    await putBack(parts, { id: job.id, lease: claim.lease });
    return false;
  }
  const beat = setInterval(
    async () => {
      const held = await renew(parts, { id: job.id, lease: claim.lease }).catch(() => true);
      if (!held) lost.abort();
    },
    (parts.lease_milliseconds ?? LEASE) / 3,
  );
  beat.unref();
  try {
    await doJob(parts, job, { lease: claim.lease, signal });
  } finally {
    clearInterval(beat);
  }
  return true;
}

async function doJob(parts: WorkerParts, job: JobTable, hold: { lease: string; signal: AbortSignal }): Promise<void> {
  const held = { id: job.id, lease: hold.lease };
  try {
    if (job.tries > MOST_TRIES) throw new RuleBroken(GAVE_UP);
    const kind = parts.kinds[job.kind];
    if (kind === undefined) throw new Error(`No worker knows jobs of the kind ${job.kind}.`);
    const tell: Tell = async (message, progress) => {
      await updateHeld(parts.db, held, { message, progress, locked_until: leaseEnd(parts) });
    };
    const finish = await kind(systemContext(parts.db), job, { tell, signal: hold.signal });
    await transact(systemContext(parts.db), async (ctx) => {
      const end = { state: 'done' as const, progress: 100, message: 'Done.', lease: null, locked_until: null };
      // First the lease: whoever lost it stores nothing.
      if (!(await updateHeld(ctx.db, held, { ...end, ended_at: ctx.at }))) return;
      await updateResult(ctx.db, job.id, await finish(ctx));
    });
  } catch (error) {
    if (hold.signal.aborted) return await putBack(parts, held);
    await fail(parts, job, { held, error });
  }
}

async function fail(
  parts: WorkerParts,
  job: JobTable,
  { held, error }: { held: { id: string; lease: string }; error: unknown },
): Promise<void> {
  const isForPeople = error instanceof RuleBroken || error instanceof Forbidden || error instanceof NotFound;
  if (!isForPeople) parts.onError(error, job);
  const message = isForPeople ? error.message : OWN_FAULT;
  const end = { state: 'failed' as const, message, lease: null, locked_until: null };
  await updateHeld(parts.db, held, { ...end, ended_at: new Date().toISOString() });
}

/** A job that was broken off because the desk stops is done after its next start, or by another process. */
async function putBack(parts: WorkerParts, held: { id: string; lease: string }): Promise<void> {
  await updateHeld(parts.db, held, { state: 'queued', lease: null, locked_until: null, progress: 0 });
}

function renew(parts: WorkerParts, held: { id: string; lease: string }): Promise<boolean> {
  return updateHeld(parts.db, held, { locked_until: leaseEnd(parts) });
}

function leaseEnd({ lease_milliseconds = LEASE }: WorkerParts): string {
  return leaseFromNow(lease_milliseconds);
}

const GAVE_UP = 'This failed three times. Nothing was stored. Try another way, or tell whoever runs the desk.';
const OWN_FAULT =
  'Something went wrong at the desk, and nothing was stored. Try again; if it happens again, tell whoever runs the desk.';
