// HTTP routes for the pages of the workbench.
import { type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage, sendArticlePage } from '#src/articles/render-article-page.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import type { Context } from '#src/context.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths, url } from '#src/paths.ts';
import { firstWaiting } from '#src/reviews/second-read/next-waiting.ts';
import { type View, viewIn } from './article/asked-view.ts';
import { pageOf } from './article/queue-or-text.ts';
import { sentencePage } from './article/sentence-page.ts';
import { coveragePage } from './coverage/page.ts';
import { articleList } from './lists/article-list-page.ts';
import { claimListFilterIn } from './lists/claim-list-filter.ts';
import { claimListPage } from './lists/claim-list-page.ts';
import { homePage } from './lists/home-page.ts';
import { logLines, logPage } from './log/page.ts';

/** All pages of the workbench, for people who are signed in. */
export function workbenchRoutes(): Router {
  const routes = Router();
  mountLists(routes);

  routes.get(paths.styleguide, (_req, res) => {
    renderPage(res, 'workbench/styleguide', { title: 'Styleguide' });
  });

  routes.get([paths.article, paths.claims], async (req, res) => {
    await sendWorkbench(req, res, viewIn(req.query, undefined));
  });

  routes.get(paths.claim, async (req, res) => {
    await sendWorkbench(req, res, viewIn(req.query, addressPart(req, 'number')));
  });

  routes.get(paths.coverage, async (req, res) => {
    await sendArticlePage(req, res, { view: 'workbench/coverage', page: coveragePage });
  });

  routes.get(paths.sentence, async (req, res) => {
    const number = addressPart(req, 'number');
    const page = (ctx: Context, article: ArticleFound) => sentencePage(ctx, article, number);
    await sendArticlePage(req, res, { view: 'workbench/sentence', shows: [number], page });
  });

  // Its first claim is opened at its own address, so that whatever is done to it leads back to the queue.
  routes.get(paths.second_read, async (req, res) => {
    const article = await addressedArticle(req, res);
    const first = await firstWaiting(res.locals.ctx, article);
    if (first === null) return sendWorkbench(req, res, { claim_number: null, filter: 'second_read' });
    const list = { list: 'second_read' };
    res.redirect(303, url('claim', { id: article.number, number: first }, list));
  });

  routes.get(paths.article_log, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    // The page says the head of the desk's log, which moves with every event of the desk.
    const head = await findHead(ctx.db, article.desk_id);
    if (sendFresh(req, res, freshnessOf(article, ctx.at, ['log', String(req.query.before ?? ''), head.hash]))) return;
    await renderArticlePage(res, article, { view: 'workbench/log', page: await logPage(ctx, article, req.query) });
  });

  routes.get(paths.article_log_lines, async (req, res) => {
    await sendFile(res, logLines(res.locals.ctx, await addressedArticle(req, res)), 'no-store');
  });

  return routes;
}

function mountLists(routes: Router): void {
  routes.get(paths.keys, (_req, res) => {
    renderPage(res, 'workbench/keys', { title: 'Keys' });
  });

  routes.get(paths.home, async (_req, res) => {
    renderPage(res, 'workbench/home', await homePage(res.locals.ctx));
  });

  routes.get(paths.articles, async (req, res) => {
    renderPage(res, 'workbench/articles', await articleList(res.locals.ctx, req.query));
  });

  routes.get(paths.claim_list, async (req, res) => {
    const filter = claimListFilterIn(req.query);
    const page = (ctx: Context, article: ArticleFound) => claimListPage(ctx, article, filter);
    await sendArticlePage(req, res, { view: 'workbench/claim-list', shows: Object.values(filter), page });
  });
}

async function sendWorkbench(req: Request, res: Response, view: View): Promise<void> {
  const { claim_number, filter, suggested, unread, disagree } = view;
  await sendArticlePage(req, res, {
    ...pageOf(view),
    shows: [
      claim_number ?? (unread ? 'unread' : disagree ? 'disagree' : 'list'),
      filter,
      ...(suggested === undefined ? [] : [suggested.line, suggested.order]),
    ],
  });
}
