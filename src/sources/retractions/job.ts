// The stored work of reading a list of retracted papers.
import { actingFor, type Context } from '#src/context.ts';
import { readFile } from '#src/files/commands.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { assertMay } from '#src/people/permissions.ts';
import type { OnRetracted } from '../hooks.ts';
import { letStand } from './commands.ts';
import { type ListJobInput, RETRACTIONS_JOB, readBegun } from './import-commands.ts';

/** The kinds of job that lists of retracted papers bring. */
export function retractionJobs(rules: { onRetracted: OnRetracted }): Record<string, JobKind> {
  return { [RETRACTIONS_JOB]: (ctx, job, side) => readListJob(ctx, job, { ...side, ...rules }) };
}

type Side = Parameters<JobKind>[2] & { onRetracted: OnRetracted };

async function readListJob(ctx: Context, job: JobTable, { tell, signal, onRetracted }: Side): Promise<Finish> {
  const input = JSON.parse(job.input) as ListJobInput;
  const person = actingFor(ctx, job.person_id);
  await tell('Reading the list.', 5);
  const say = (entries: number) => {
    const progress = Math.min(90, 5 + Math.floor(entries / 1_000));
    tell(`Reading the list: ${entries.toLocaleString('en')} papers.`, progress).catch(() => undefined);
  };
  const { list, read } = await readBegun(person, input.list, {
    pieces: readFile(ctx.db, input.file_id),
    signal,
    tell: everySoOften(say),
  });
  return async (ctx) => {
    const acting = actingFor(ctx, job.person_id);
    assertMay((await getDeskBySlug(acting, input.slug)).role, 'keep_retraction_lists');
    await letStand(acting, { list, read, onRetracted });
    return { path: url('retraction_list', { list: list.number }) };
  };
}

const TELL_MILLISECONDS = 400;

function everySoOften(say: (entries: number) => void): (entries: number) => void {
  let told = performance.now();
  return (entries) => {
    if (performance.now() - told < TELL_MILLISECONDS) return;
    told = performance.now();
    say(entries);
  };
}
