// The stored work of reading articles that came in, or that nobody has read, before anybody asks.
import { READING_JOB, type ReadingInput } from '#src/articles/reading-commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { Erased, GaveUp } from '#src/errors.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import { keepReading } from './kept-readings.ts';
import { UNREAD_JOB, unreadArticles } from './unread-commands.ts';

/** The kinds of job that new texts bring. */
export function readingJobs(): Record<string, JobKind> {
  return { [READING_JOB]: read, [UNREAD_JOB]: readAll };
}

async function read(ctx: Context, { input, back: path }: JobTable): Promise<Finish> {
  const { article_id } = JSON.parse(input) as ReadingInput;
  await readOne(ctx, article_id);
  return async () => ({ path });
}

/** One after the other, so that whoever opens an article meanwhile has it read at once; begins where it was when it is broken off. */
async function readAll(ctx: Context, { back: path }: JobTable, { signal }: { signal: AbortSignal }): Promise<Finish> {
  for await (const article_id of unreadArticles(ctx)) {
    signal.throwIfAborted();
    await readOne(ctx, article_id);
  }
  return async () => ({ path });
}

async function readOne(ctx: Context, article_id: string): Promise<void> {
  try {
    const article = await getArticle(ctx, article_id);
    await keepReading(ctx.db, await getVersionText(ctx.db, article), article.language);
  } catch (error) {
    // There is nothing to read any more; and what takes too long is told to whoever opens it.
    if (!(error instanceof Erased || error instanceof GaveUp)) throw error;
  }
}
