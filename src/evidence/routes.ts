// The addresses of sources, of their use as evidence, and of contacts.
import { Router } from 'express';
import { contactRoutes } from './contacts/routes.ts';
import { useRoutes } from './evidence-routes.ts';
import { formatRoutes } from './formats/import-routes.ts';
import { identityRoutes } from './identity/routes.ts';
import { mergeRoutes } from './library/merge-routes.ts';
import { sourceRoutes } from './library/source-routes.ts';
import { derivationRoutes } from './origins/derivation-routes.ts';
import { proposedSourceRoutes } from './proposed-source-routes.ts';
import { snapshotRoutes } from './snapshots/routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function evidenceRoutes(): Router {
  const routes = Router();
  // Before the cards: "import" is no number of one.
  routes.use(formatRoutes(), sourceRoutes(), mergeRoutes(), useRoutes(), contactRoutes(), proposedSourceRoutes());
  routes.use(derivationRoutes(), snapshotRoutes(), identityRoutes());
  return routes;
}
