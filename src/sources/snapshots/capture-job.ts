// The stored work of a capture that somebody asked for: fetched, read, recorded, and taken up as one copy.
import { actingFor, type Context } from '#src/context.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import { getSource } from '../card/store.ts';
import { CAPTURE_JOB, type CaptureInput, placeOfCopies } from './capture-commands.ts';
import { ROUND_JOB } from './round-commands.ts';
import { round } from './round-job.ts';
import { type CaptureRules, type CaptureSide, takeCapture } from './take-capture.ts';

export type { CaptureRules };

/** The kinds of job that saved copies bring. */
export function captureJobs(rules: CaptureRules): Record<string, JobKind> {
  return {
    [CAPTURE_JOB]: (ctx, job, side) => capture(ctx, job, { ...side, rules }),
    [ROUND_JOB]: (ctx, job, side) => round(ctx, job, { ...side, rules }),
  };
}

async function capture(ctx: Context, job: JobTable, side: CaptureSide): Promise<Finish> {
  const { source_number, address } = JSON.parse(job.input) as CaptureInput;
  const person = actingFor(ctx, job.person_id);
  const source = await getSource(person, source_number);
  const store = await takeCapture(person, { source, address, is_round: false }, side);
  return async (ctx: Context) => {
    await store(actingFor(ctx, job.person_id));
    return { path: placeOfCopies(source_number) };
  };
}
