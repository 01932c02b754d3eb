// Leads on to the next page behind a form; a script that has regions gets those in the same answer.
import type { NextFunction, RequestHandler, Response } from 'express';
import { REGIONS } from './page-regions.ts';

/** Tells a script which page it was answered with, where that is not the one that it asked. */
const ADDRESS = 'Page-Address';

/** Pages that may be drawn in the answer to a post: those below an address, by the routes that have them. */
export interface DrawnAtOnce {
  below: string;
  routes: RequestHandler;
}

/** The app answers posts of scripts with these pages. */
export const DRAWN_AT_ONCE = 'drawn at once';

/**
 * Redirects, as a browser follows it. A script that says which regions it has is spared the second way: the page is drawn at
 * once, by the routes that a GET would come to, and nothing that the form has brought is left for it.
 */
export function leadOn(res: Response, address: string, next: NextFunction): void {
  const { req } = res;
  const pages: DrawnAtOnce | undefined = req.app.get(DRAWN_AT_ONCE);
  const [page = ''] = address.split('#');
  const is_asked = req.get(REGIONS) !== undefined && /^[\x21-\x7e]+$/.test(page);
  if (!is_asked || pages === undefined || !page.startsWith(`${pages.below}/`)) {
    // Express would look for what is accepted, and write a page that nobody sees.
    res.status(303).location(address).end();
    return;
  }
  res.set(ADDRESS, page);
  delete res.locals.typed;
  Object.assign(req, { method: 'GET', url: page, body: Object.create(null), files: [] });
  pages.routes(req, res, next);
}
