// HTTP routes for searching everything that a person's desks have.
import { Router } from 'express';
import { renderPage } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { searchPage } from './page.ts';
import { searchIn } from './search.ts';

/** For people who are signed in. */
export function searchRoutes(): Router {
  return Router().get(paths.search, async (req, res) => {
    renderPage(res, 'search/search', await searchPage(res.locals.ctx, searchIn(req.query)));
  });
}
