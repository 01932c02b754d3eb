// The frame of verbs that read a text first: before the transaction, and again where a version came between.
import { assertNotPutAway } from '#src/articles/put-away.ts';
import { type ArticleFound, getArticle } from '#src/articles/store.ts';
import { withArticleAnd } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { RuleBroken } from '#src/errors.ts';

/** So often is a text read for one verb; whoever is overtaken as often as this is told so. */
const MOST_TRIES = 4;

/** What was read is no longer what is there. Thrown inside `work`, it undoes everything and has it read again. */
export class ConcurrentRevision extends Error {
  override name = 'ConcurrentRevision';
}

export interface ReadingVerb<Read, Beside, Result> {
  /** Reads what takes long; stores nothing. Here it is first asked who may. */
  read: (ctx: Context, article: ArticleFound) => Promise<Read>;
  /** What is to be asked together with the article, behind its lock, before it is known whether all that was read still is. */
  ask?: (db: Db, read: Read) => Promise<Beside>;
  /** Stores, with the article's row locked: its latest version is the one that was read. Awaits nothing but the database. */
  work: (ctx: Context, article: ArticleFound, read: Read, beside: Beside) => Promise<Result>;
}

/**
 * Runs a verb on an article in two steps: reading, which holds nobody up, then one transaction, as withArticle. NotFound for
 * strangers; RuleBroken where others changed the article again and again meanwhile: nothing is stored then.
 */
export async function readThenTransact<Read, Result, Beside = undefined>(
  ctx: Context,
  article_id: string | number,
  verb: ReadingVerb<Read, Beside, Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const seen = await getArticle(ctx, article_id);
    assertNotPutAway(seen);
    const read = await verb.read(ctx, seen);
    try {
      return await withArticleAnd(ctx, seen.id, {
        ask: async (db) => verb.ask?.(db, read),
        work: (ctx, article, beside) => {
          if (article.latest_version_number !== seen.latest_version_number) throw new ConcurrentRevision();
          return verb.work(ctx, article, read, beside as Beside);
        },
      });
    } catch (error) {
      if (!(error instanceof ConcurrentRevision)) throw error;
      if (tries === MOST_TRIES) throw new RuleBroken(OVERTAKEN);
    }
  }
}

const OVERTAKEN =
  'Others kept changing this article while the desk was reading it. Open it again and retry in a minute.';
