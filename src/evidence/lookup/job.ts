// The stored work of looking passages up in a long copy, in a thread beside the desk.
import { workOnText } from '#src/claims/analysis/worker-pool.ts';
import type { Context } from '#src/context.ts';
import { GaveUp } from '#src/errors.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import type { PassageLookup } from '#src/reading/alignment/passage-lookup.ts';
import { lockArticlesOfSource } from '#src/sources/card/articles-of-source-store.ts';
import { findSnapshotText } from '#src/sources/snapshots/store.ts';
import { LOOKUP_JOB, type LookupInput, raiseArticles } from './commands.ts';
import { lookupFields } from './found-ranges.ts';
import { findReadableCopy, listPassages, type PassageHeld, updateLookup } from './store.ts';

/** The kinds of job that passages bring. */
export function lookupJobs(): Record<string, JobKind> {
  return { [LOOKUP_JOB]: lookUp };
}

async function lookUp(ctx: Context, job: JobTable): Promise<Finish> {
  const { source_id } = JSON.parse(job.input) as LookupInput;
  const path = job.back;
  const copy = await findSnapshotText(ctx.db, source_id);
  const passages = copy === undefined ? [] : await listPassages(ctx.db, source_id);
  const due = passages.filter((one) => one.lookup_snapshot_id !== copy?.snapshot_id);
  if (copy === undefined || due.length === 0) return async () => ({ path });
  const found = await readPassages(copy.text, due);
  return async (ctx) => {
    const articles = await lockArticlesOfSource(ctx.db, source_id);
    if ((await findReadableCopy(ctx.db, source_id))?.id !== copy.snapshot_id) return { path };
    for (const [index, held] of due.entries())
      await updateLookup(ctx.db, held, lookupFields(copy.snapshot_id, copy.text, found[index] ?? null));
    await raiseArticles(ctx, articles);
    return { path };
  };
}

/** What was found of each passage; nulls where reading took too long: the pages say so, and the next copy is read anew. */
export async function readPassages(text: string, due: PassageHeld[]): Promise<(PassageLookup | null)[]> {
  const passages = due.map(({ passage }) => passage);
  const size = text.length + passages.reduce((sum, { length }) => sum + length, 0);
  try {
    return (await workOnText('lookUp', size, { text, passages })).flat();
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    return due.map(() => null);
  }
}
