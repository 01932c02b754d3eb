// The frame of every verb on an article: one transaction, the article found and locked, events recorded.
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import { type Context, transact } from '#src/context.ts';
import { wroteOnly } from '#src/database/row-watch.ts';
import type { Db } from '#src/database/schema.ts';
import { type ArticleFound, type ArticleLock, getArticle, raiseChangedSeq } from './store.ts';

type Work<Result, Beside = void> = (ctx: Context, article: ArticleFound, beside: Beside) => Promise<Result>;

/**
 * Runs the verb's work with the article's row locked, and raises its changed_seq, so that no page of it is taken for fresh.
 * NotFound for strangers, RuleBroken where the article is put away; what the work throws undoes everything.
 */
export function withArticle<Result>(ctx: Context, article_id: string | number, work: Work<Result>): Promise<Result> {
  return framed(ctx, { article_id, lock: 'lock', ask: async () => {} }, work);
}

/** The same with what `ask` finds, which goes to the database together with the question for the article, and behind that. */
export function withArticleAnd<Result, Beside>(
  ctx: Context,
  article_id: string | number,
  { ask, work }: { ask: (db: Db) => Promise<Beside>; work: Work<Result, Beside> },
): Promise<Result> {
  return framed(ctx, { article_id, lock: 'lock', ask }, work);
}

/** The same where the article is put away, too: for complaints, corrections, clearances of Legal, erasure and bringing it back. */
export function withArticleThoughPutAway<Result>(
  ctx: Context,
  article_id: string | number,
  work: Work<Result>,
): Promise<Result> {
  return framed(ctx, { article_id, lock: 'lock_though_put_away', ask: async () => {} }, work);
}

function framed<Result, Beside>(
  ctx: Context,
  { article_id, lock, ask }: { article_id: string | number; lock: ArticleLock; ask: (db: Db) => Promise<Beside> },
  work: Work<Result, Beside>,
): Promise<Result> {
  // In a transaction of somebody else's, nobody knows here what that one will write.
  const is_whole = !ctx.db.isTransaction;
  return transact(ctx, async (ctx) => {
    const [article, beside] = await Promise.all([getArticle(ctx, article_id, lock), ask(ctx.db)]);
    const result = await work(ctx, article, beside);
    const is_of_claims = is_whole && wroteOnly(ctx.db, OF_CLAIMS);
    await raiseChangedSeq(ctx.db, article.id, is_of_claims ? 'of_claims' : 'anything');
    return result;
  });
}

/** Rows of claims, and what is written with them that no page of an article reads for itself. */
const OF_CLAIMS: ReadonlySet<string> = new Set(['claim', 'log', 'log_detail', 'log_chain']);

/** Records an event in the chain of the article's desk: on the article, or on what belongs to it where a subject is named. */
export function recordOnArticle(
  ctx: Context,
  { id, desk_id }: Pick<ArticleFound, 'id' | 'desk_id'>,
  event: { verb: EventVerb; subject?: string; before?: object | null; after?: object | null },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `article:${id}`, article_id: id, ...event });
}
