// The pages of versions: their list, what each changed, two of them compared; and the sources that their documents name.
import { type Request, Router } from 'express';
import { renderPage, sendFresh } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { changesPage } from './changes-page.ts';
import { comparePage } from './compare-page.ts';
import { proposedSourcesPage } from './proposed-sources.ts';
import { versionsPage } from './versions-page.ts';

/** The pages, for people who are signed in. */
export function versionsRoutes(): Router {
  const routes = Router();

  routes.get(paths.versions, async (req, res) => {
    const { draft = '', job = '' } = req.query as Record<string, string>;
    const page = await versionsPage(res.locals.ctx, idOf(req), { draft: String(draft), job: String(job) });
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

  routes.get(paths.proposed_sources, async (req, res) => {
    const page = await proposedSourcesPage(res.locals.ctx, idOf(req));
    if (!sendFresh(req, res, page.freshness)) renderPage(res, 'workbench/proposed-sources', page);
  });

  return routes;
}

function idOf(req: Request): string {
  return String(req.params.id);
}
