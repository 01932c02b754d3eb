// The stored work of holding two captures of a source against each other, passage by passage.
import type { Actor, Context } from '#src/context.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import { lockArticlesOfSource } from '#src/sources/card/articles-of-source-store.ts';
import { raiseArticles } from '../lookup/commands.ts';
import { readPassages } from '../lookup/job.ts';
import { listPassages } from '../lookup/store.ts';
import { COMPARISON_JOB, type ComparisonInput, notePassageChange } from './commands.ts';
import { changeBetween } from './passage-change.ts';
import { findCopyText } from './store.ts';

/** The kinds of job that captures bring which were there before. */
export function comparisonJobs(): Record<string, JobKind> {
  return { [COMPARISON_JOB]: compare };
}

async function compare(ctx: Context, job: JobTable): Promise<Finish> {
  const { before_id, snapshot_id } = JSON.parse(job.input) as ComparisonInput;
  const path = job.back;
  const [before, copy] = [await findCopyText(ctx.db, before_id), await findCopyText(ctx.db, snapshot_id)];
  if (before === undefined || copy === undefined) return async () => ({ path });
  const passages = await listPassages(ctx.db, copy.source_id);
  const [was, is] = [await readPassages(before.text, passages), await readPassages(copy.text, passages)];
  const changes = passages.flatMap((held, index) => {
    const looked = { text: before.text, lookup: was[index] ?? null };
    const what = changeBetween(looked, { text: copy.text, lookup: is[index] ?? null });
    return what === null ? [] : [{ held, what }];
  });
  if (changes.length === 0) return async () => ({ path });
  return async (ctx) => {
    const articles = await lockArticlesOfSource(ctx.db, copy.source_id);
    const acting = { ...ctx, actor: actorOf(ctx, copy.taken_by) };
    if ((await findCopyText(ctx.db, copy.id)) === undefined) return { path };
    for (const { held, what } of changes) await notePassageChange(acting, held, { what, copy });
    await raiseArticles(ctx, articles);
    return { path };
  };
}

/** It is in the log as what became of the capture, by whoever took it. */
function actorOf({ actor }: Context, taken_by: string | null): Actor {
  if (taken_by === null) return actor;
  return { kind: 'person', id: taken_by, display_name: '', is_administrator: false };
}
