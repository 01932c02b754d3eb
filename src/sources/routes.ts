// HTTP routes for sources, all of them.
import { Router } from 'express';
import { cardRoutes } from './card/routes.ts';
import { formatRoutes } from './formats/import-routes.ts';
import type { SourceHooks } from './hooks.ts';
import { identityRoutes } from './identity/routes.ts';
import { libraryRoutes } from './library/routes.ts';
import { mergeRoutes } from './merging/routes.ts';
import { derivationRoutes } from './origins/routes.ts';
import { retractionRoutes } from './retractions/routes.ts';
import { snapshotRoutes } from './snapshots/routes.ts';

/** All pages and forms of the subject, for people who are signed in; the hooks are what later subjects have to do with them. */
export function sourceRoutes(hooks: SourceHooks): Router {
  const routes = Router();
  // Before the cards: neither "import" nor "retractions" is a number of one.
  routes.use(libraryRoutes(), retractionRoutes(hooks), formatRoutes(hooks), cardRoutes(hooks), mergeRoutes(hooks));
  routes.use(derivationRoutes(hooks), snapshotRoutes(hooks), identityRoutes());
  return routes;
}
