// Asks for an article's latest version to be read by the program, after the commit, by stored work.
import { type Context, systemContext } from '#src/context.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { url } from '#src/paths.ts';
import type { ArticleTable } from './tables.ts';

/** Claims, which come later, do it. */
export const READING_JOB = 'article.reading';

export interface ReadingInput {
  article_id: string;
}

/** To be called inside the verb that brought the version, or another language. The desk's own work: it counts for nobody's pile. */
export async function askForReading(
  ctx: Context,
  { id, number, desk_id }: Pick<ArticleTable, 'id' | 'number' | 'desk_id'>,
): Promise<void> {
  const input: ReadingInput = { article_id: id };
  const back = url('article', { id: number });
  await askForJob(systemContext(ctx.db, ctx.at), {
    kind: READING_JOB,
    desk_id,
    title: `Reading article ${number}`,
    back,
    input,
  });
}
