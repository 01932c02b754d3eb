// The pages of versions: their list, what each changed, and two of them compared.
import { type Request, Router } from 'express';
import { renderPage, sendFresh } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { changesPage } from './changes-page.ts';
import { comparePage } from './compare-page.ts';
import { versionsPage } from './versions-page.ts';

/** The three pages, for people who are signed in. */
export function versionsRoutes(): Router {
  const routes = Router();

  routes.get(paths.versions, async (req, res) => {
    const page = await versionsPage(res.locals.ctx, idOf(req));
    if (!sendFresh(req, res, page.freshness)) renderPage(res, 'workbench/versions', page);
  });

  routes.get(paths.version_changes, async (req, res) => {
    const page = await changesPage(res.locals.ctx, idOf(req), String(req.params.number));
    if (!sendFresh(req, res, page.freshness)) renderPage(res, 'workbench/changes', page);
  });

  routes.get(paths.version_comparison, async (req, res) => {
    const other = req.query.with;
    const view = { number: String(req.params.number), with: typeof other === 'string' ? other : '' };
    const page = await comparePage(res.locals.ctx, idOf(req), view);
    if (!sendFresh(req, res, page.freshness)) renderPage(res, 'workbench/compare', page);
  });

  return routes;
}

function idOf(req: Request): string {
  return String(req.params.id);
}
