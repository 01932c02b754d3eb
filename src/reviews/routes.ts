// HTTP routes for reviews: the second read, queries, fixes, Legal, writer links.
import { Router } from 'express';
import type { FormPages } from '#src/claims/form-hooks.ts';
import type { OnCopiesChanged } from '#src/sources/hooks.ts';
import { fixListRoutes } from './change-list/routes.ts';
import { fixRoutes } from './fixes/routes.ts';
import { legalRoutes } from './legal/routes.ts';
import { ownFactsRoutes } from './own-facts/desk-routes.ts';
import { pieceRoutes } from './package/desk-routes.ts';
import { queryRoutes } from './queries/routes.ts';
import { secondReadRoutes } from './second-read/routes.ts';
import { writerLinkRoutes } from './writer/link-routes.ts';

/** All pages and forms of reviews for people who are signed in; `public_url` is the origin that browsers see, for links shown once. */
export function reviewRoutes(
  pages: FormPages,
  { public_url, onCopiesChanged }: { public_url: string | null; onCopiesChanged: OnCopiesChanged },
): Router {
  const routes = Router();
  routes.use(
    secondReadRoutes(pages),
    queryRoutes(pages),
    fixRoutes(pages),
    fixListRoutes(),
    legalRoutes(pages),
    writerLinkRoutes(public_url),
  );
  routes.use(ownFactsRoutes(public_url), pieceRoutes(onCopiesChanged));
  return routes;
}
