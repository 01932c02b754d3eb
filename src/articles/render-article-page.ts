// Sends a page of an article: kept by the browser where nothing changed, else drawn.
import type { Request, Response } from 'express';
import type { Context } from '#src/context.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { type PageFrame, type RenderOptions, renderLongPage } from '#src/http/render.ts';
import { needed } from '#src/item-at.ts';
import { addressedArticle } from './addressed-article.ts';
import { freshnessOf } from './freshness.ts';
import type { HeadOfPage } from './hooks.ts';
import type { ArticleFound } from './store.ts';
import type { ArticleTab } from './tabs.ts';

/** Of the model of a page: it has the head of the article already, or says under which of its tabs it stands. */
type InFrame = { moments?: PageFrame['moments'] } & ({ head: HeadOfPage; tab?: undefined } | { tab: ArticleTab });

export interface ArticlePageSent {
  view: string;
  /** What the address says of the page: which claim, how the list is narrowed. Whatever else it depends on is stored. */
  shows?: (string | number)[];
  /** It tells of what happens beside the article, too: who took a file, what is confidential elsewhere at the desk. */
  is_of_desk?: boolean;
  /** Makes the model; asked only where the browser has no good copy. */
  page: (ctx: Context, article: ArticleFound) => Promise<InFrame>;
}

/** Sends the page of the article that the address names. NotFound for strangers. */
export async function sendArticlePage(req: Request, res: Response, sent: ArticlePageSent): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  const shows = [sent.view, ...(sent.shows ?? []), ...(sent.is_of_desk ? [article.desk_log_number] : [])];
  if (sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  await renderArticlePage(res, article, { view: sent.view, page: await sent.page(ctx, article) });
}

/** The same where nothing may be kept, or where a form was refused. */
export async function renderArticlePage(
  res: Response,
  article: ArticleFound,
  { view, page, ...options }: { view: string; page: InFrame } & Pick<RenderOptions, 'status'>,
): Promise<void> {
  const headOf = needed(res.locals.head_of, 'head of an article');
  const head = page.tab === undefined ? page.head : await headOf(res.locals.ctx, article, page.tab);
  const moments = [article.deadline_at, head.says_more_at, ...(page.moments ?? [])];
  await renderLongPage(res, view, { ...page, head, moments }, options);
}
