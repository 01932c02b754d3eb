// The frame of every verb on an article: one transaction, the article found and locked.
import { type Context, transact } from '#src/context.ts';
import { type ArticleFound, getArticle, raiseChangedSeq } from './store.ts';

/**
 * Runs the verb's work with the article's row locked, and raises its changed_seq, so that no page of it is taken for fresh.
 * NotFound for strangers; what the work throws undoes everything.
 */
export function withArticle<Result>(
  ctx: Context,
  article_id: string | number,
  work: (ctx: Context, article: ArticleFound) => Promise<Result>,
): Promise<Result> {
  return transact(ctx, async (ctx) => {
    const article = await getArticle(ctx, article_id, 'lock');
    const result = await work(ctx, article);
    await raiseChangedSeq(ctx.db, article.id);
    return result;
  });
}
