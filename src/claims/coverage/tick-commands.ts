// The verbs of ticks: these words are right, and taking that back.
import type { ArticleFound } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import { listEntriesOfSubjects } from '#src/audit/store.ts';
import type { Context } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { type LatestRange, latestRange } from '../analysis/resolve-selection.ts';
import { readThenTransact } from '../read-then-transact.ts';
import type { Selection } from '../selection.ts';
import { assertReads } from './commands.ts';
import { deleteTick, findTick, insertTick, isTickOfArticle } from './store.ts';

/** Ticks words as right, with what the person knows it from. The same words ticked again stay ticked once. */
export function tickWords(
  ctx: Context,
  article_id: string,
  input: { selection: Selection; note: string },
): Promise<void> {
  const read = async (ctx: Context, article: ArticleFound) => {
    assertReads(ctx, article);
    return latestRange(ctx, article, input.selection);
  };
  const work = async (ctx: Context, article: ArticleFound, { ground, range }: LatestRange) => {
    const person_id = assertReads(ctx, article);
    const tick = { id: newId(), version_id: ground.version.id, ...range, person_id, at: ctx.at, note: input.note };
    if (!(await insertTick(ctx.db, tick))) return;
    await recordOnArticle(ctx, article, {
      verb: 'words.ticked',
      subject: `tick:${tick.id}`,
      after: { ...range, words: ground.text.slice(range.start, range.end), note: tick.note },
    });
  };
  return readThenTransact(ctx, article_id, { read, work });
}

/** Takes a tick back; one that is gone already is no error. */
export function removeTick(ctx: Context, article_id: string, tick_id: string): Promise<void> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertReads(ctx, article);
    const version = await getLatestVersion(ctx.db, article);
    const tick = await findTick(ctx.db, { id: tick_id, version_id: version.id });
    if (tick === undefined) {
      if (await isTickOfArticle(ctx.db, { id: tick_id, article_id: article.id }))
        throw new RuleBroken(
          'A new version came in since you opened this page. Open it again and remove the tick there.',
        );
      if ((await listEntriesOfSubjects(ctx.db, { article_id: article.id, subjects: [`tick:${tick_id}`] })).length === 0)
        throw new NotFound();
      return;
    }
    await deleteTick(ctx.db, tick.id);
    const words = version.text.slice(tick.start, tick.end);
    const before = { start: tick.start, end: tick.end, words, note: tick.note };
    await recordOnArticle(ctx, article, { verb: 'words.tick_removed', subject: `tick:${tick.id}`, before });
  });
}
