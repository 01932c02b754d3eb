// All addresses of evidence: the uses of sources for claims, and the sources that documents propose.
import { Router } from 'express';
import { proposedSourceRoutes } from './proposed-sources/routes.ts';
import { useRoutes } from './use-routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function evidenceRoutes(): Router {
  return Router().use(useRoutes(), proposedSourceRoutes());
}
