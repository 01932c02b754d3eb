// The frame of every verb on an article: one transaction, the article found and locked, events recorded.
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { type ArticleFound, type ArticleLock, getArticle, raiseChangedSeq } from './store.ts';

type Work<Result> = (ctx: Context, article: ArticleFound) => Promise<Result>;

/**
 * Runs the verb's work with the article's row locked, and raises its changed_seq, so that no page of it is taken for fresh.
 * NotFound for strangers, RuleBroken where the article is put away; what the work throws undoes everything.
 */
export function withArticle<Result>(ctx: Context, article_id: string | number, work: Work<Result>): Promise<Result> {
  return framed(ctx, { article_id, lock: 'lock' }, work);
}

/** The same where the article is put away, too: for complaints, corrections, clearances of Legal, erasure and bringing it back. */
export function withArticleThoughPutAway<Result>(
  ctx: Context,
  article_id: string | number,
  work: Work<Result>,
): Promise<Result> {
  return framed(ctx, { article_id, lock: 'lock_though_put_away' }, work);
}

function framed<Result>(
  ctx: Context,
  { article_id, lock }: { article_id: string | number; lock: ArticleLock },
  work: Work<Result>,
): Promise<Result> {
  return transact(ctx, async (ctx) => {
    const article = await getArticle(ctx, article_id, lock);
    const result = await work(ctx, article);
    await raiseChangedSeq(ctx.db, article.id);
    return result;
  });
}

/** Records an event in the chain of the article's desk: on the article, or on what belongs to it where a subject is named. */
export function recordOnArticle(
  ctx: Context,
  { id, desk_id }: Pick<ArticleFound, 'id' | 'desk_id'>,
  event: { verb: EventVerb; subject?: string; before?: object | null; after?: object | null },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `article:${id}`, article_id: id, ...event });
}
