// The changes that the desk proposes to the copy, and what the editor says of each.
import type { Context } from '#src/context.ts';
import { sayTime } from '#src/dates.ts';
import { mayDecideFix } from '#src/reviews/policy.ts';
import { gatherArticle } from './gather.ts';
import { freshnessOf, headOf, windowTitle } from './head.ts';

/** The model of /articles/:id/fixes. NotFound for strangers. */
export async function fixesPage(ctx: Context, id: string) {
  const gathered = await gatherArticle(ctx, id);
  const { article, fixes } = gathered;
  return {
    title: windowTitle(article, 'Fixes'),
    nav: 'articles',
    where: article.desk_name,
    head: headOf(gathered, ctx.at, 'fixes'),
    fixes: fixes.map((fix) => ({ ...fix, asked: sayTime(fix.asked_at, article.time_zone, ctx.at) })),
    may_decide: mayDecideFix(article.role),
    freshness: freshnessOf(gathered, ctx.at, ['fixes']),
  };
}
