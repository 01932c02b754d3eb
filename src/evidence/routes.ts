// HTTP routes for evidence and for the sources that documents propose, all of them.
import { Router } from 'express';
import { proposedSourceRoutes } from './proposed-sources/routes.ts';
import { useRoutes } from './use-routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function evidenceRoutes(): Router {
  return Router().use(useRoutes(), proposedSourceRoutes());
}
