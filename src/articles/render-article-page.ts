// Sends a page of an article: kept by the browser where nothing changed, else drawn.
import type { Request, Response } from 'express';
import type { Context } from '#src/context.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { type PageFrame, renderLongPage } from '#src/http/render.ts';
import { addressedArticle } from './addressed-article.ts';
import { freshnessOf } from './freshness.ts';
import type { ArticleFound } from './store.ts';

export interface ArticlePageSent {
  view: string;
  /** What the address says of the page: which claim, how the list is narrowed. Whatever else it depends on is stored. */
  shows?: (string | number)[];
  /** It tells of what happens beside the article, too: who took a file, what is confidential elsewhere at the desk. */
  is_of_desk?: boolean;
  /** Makes the model; asked only where the browser has no good copy. */
  page: (ctx: Context, article: ArticleFound) => Promise<object & { moments?: PageFrame['moments'] }>;
}

/** Sends the page of the article that the address names. NotFound for strangers. */
export async function sendArticlePage(req: Request, res: Response, sent: ArticlePageSent): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  const shows = [sent.view, ...(sent.shows ?? []), ...(sent.is_of_desk ? [article.desk_log_number] : [])];
  if (sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const page = await sent.page(ctx, article);
  await renderLongPage(res, sent.view, { ...page, moments: [article.deadline_at, ...(page.moments ?? [])] });
}
