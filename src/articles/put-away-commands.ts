// The verbs that put an article away and bring it back.
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanText } from '#src/text-fields.ts';
import { type ArticleFound, updatePutAway } from './store.ts';
import { recordOnArticle, withArticleThoughPutAway } from './with-article.ts';

/** What would be forgotten if the article were put away, in words; null where nothing would. A later subject knows. */
export type StillDue = (ctx: Context, article: ArticleFound) => Promise<string | null>;

/**
 * Puts the article away: out of the lists, and nothing in it changes. Put away already: nothing happens. Forbidden for all but
 * editors; RuleBroken while something of it is still due.
 */
export function putArticleAway(
  ctx: Context,
  article_id: string | number,
  { reason, still_due }: { reason: string; still_due: StillDue },
): Promise<ArticleFound> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'put_articles_away');
    if (article.put_away_at !== null) return article;
    const due = await still_due(ctx, article);
    if (due !== null) throw new RuleBroken(due, 'reason');
    const put_away_reason = cleanText(reason);
    await updatePutAway(ctx.db, article.id, { put_away_at: ctx.at, put_away_by: ctx.actor.id, put_away_reason });
    const after = put_away_reason === '' ? null : { reason: put_away_reason };
    await recordOnArticle(ctx, article, { verb: 'article.put_away', after });
    return article;
  });
}

/** Brings the article back among those in work. Nothing happens where it is not put away. Forbidden for all but editors. */
export function bringArticleBack(ctx: Context, article_id: string | number): Promise<ArticleFound> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'put_articles_away');
    await bringBack(ctx, article);
    return article;
  });
}

/** The same inside a verb's transaction, for whatever reason that verb has; whoever may do that may this. */
export async function bringBack(
  ctx: Context,
  article: Pick<ArticleFound, 'id' | 'desk_id' | 'put_away_at' | 'put_away_reason'>,
  reason?: string,
): Promise<void> {
  const { put_away_at, put_away_reason } = article;
  if (put_away_at === null) return;
  await updatePutAway(ctx.db, article.id, { put_away_at: null, put_away_by: null, put_away_reason: '' });
  await recordOnArticle(ctx, article, {
    verb: 'article.brought_back',
    before: { put_away_at, ...(put_away_reason === '' ? {} : { reason: put_away_reason }) },
    after: reason === undefined ? null : { reason },
  });
}
