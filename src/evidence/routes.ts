// All addresses of evidence: the uses of sources for claims, and the sources that documents propose.
import { Router } from 'express';
import { useRoutes } from './evidence-routes.ts';
import { proposedSourceRoutes } from './proposed-source-routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function evidenceRoutes(): Router {
  return Router().use(useRoutes(), proposedSourceRoutes());
}
