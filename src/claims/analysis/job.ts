// The stored work of reading an article that came in, so that its reading is there before anybody asks.
import { READING_JOB, type ReadingInput } from '#src/articles/reading-commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import { Erased, GaveUp } from '#src/errors.ts';
import type { JobTable } from '#src/jobs/tables.ts';
import type { Finish, JobKind } from '#src/jobs/worker.ts';
import { keepReading } from './kept-readings.ts';

/** The kinds of job that new texts bring. */
export function readingJobs(): Record<string, JobKind> {
  return { [READING_JOB]: read };
}

async function read(ctx: Context, { input, back: path }: JobTable): Promise<Finish> {
  const { article_id } = JSON.parse(input) as ReadingInput;
  try {
    const article = await getArticle(ctx, article_id);
    await keepReading(ctx.db, await getVersionText(ctx.db, article), article.language);
  } catch (error) {
    // There is nothing to read any more; and what takes too long is told to whoever opens it.
    if (!(error instanceof Erased || error instanceof GaveUp)) throw error;
  }
  return async () => ({ path });
}
