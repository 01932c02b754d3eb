// All addresses of sources: the library, its cards, lists brought in and taken along, copies, origins and identities.
import { Router } from 'express';
import { formatRoutes } from '../formats/import-routes.ts';
import { identityRoutes } from '../identity/routes.ts';
import { derivationRoutes } from '../origins/derivation-routes.ts';
import { snapshotRoutes } from '../snapshots/routes.ts';
import type { SourceHooks } from './hooks.ts';
import { libraryRoutes } from './library-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { cardRoutes } from './source-routes.ts';

/** All pages and forms of the subject, for people who are signed in; the hooks are what later subjects have to do with them. */
export function sourceRoutes(hooks: SourceHooks): Router {
  const routes = Router();
  // Before the cards: "import" is no number of one.
  routes.use(libraryRoutes(), formatRoutes(), cardRoutes(hooks), mergeRoutes(hooks));
  routes.use(derivationRoutes(hooks), snapshotRoutes(hooks), identityRoutes());
  return routes;
}
