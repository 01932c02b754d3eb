// HTTP routes for versions: list, changes, comparison, proposed sources.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { sendArticlePage } from '#src/articles/render-article-page.ts';
import { addressPart } from '#src/http/address-part.ts';
import { renderPage } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { proposedSourcesPage } from '../article/proposed-sources-page.ts';
import { changesPage } from './changes-page.ts';
import { comparePage } from './compare-page.ts';
import { versionsPage } from './page.ts';

/** The pages, for people who are signed in. */
export function versionsRoutes(): Router {
  const routes = Router();

  routes.get(paths.versions, async (req, res) => {
    const { draft = '', job = '', changes = '' } = req.query as Record<string, string>;
    const view = 'workbench/versions';
    if (draft === '' && job === '') return sendArticlePage(req, res, { view, page: versionsPage });
    // A draft and a job change without the article: such a page is made each time.
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    renderPage(
      res,
      view,
      await versionsPage(ctx, article, { draft: String(draft), job: String(job), changes: String(changes) }),
    );
  });

  routes.get(paths.version_changes, async (req, res) => {
    const number = addressPart(req, 'number');
    await sendArticlePage(req, res, {
      view: 'workbench/changes',
      shows: [number],
      page: (ctx, article) => changesPage(ctx, article, number),
    });
  });

  routes.get(paths.version_comparison, async (req, res) => {
    const other = req.query.with;
    const view = { number: addressPart(req, 'number'), with: typeof other === 'string' ? other : '' };
    await sendArticlePage(req, res, {
      view: 'workbench/compare',
      shows: [view.number, view.with],
      page: (ctx, article) => comparePage(ctx, article, view),
    });
  });

  routes.get(paths.proposed_sources, async (req, res) => {
    await sendArticlePage(req, res, { view: 'workbench/proposed-sources', page: proposedSourcesPage });
  });

  return routes;
}
