// All addresses of contacts: whom the desk asked for an article, and whom the article accuses.
import { Router } from 'express';
import { accusedRoutes } from './accused/routes.ts';
import { contactsRoutes } from './contacts/routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function contactRoutes(): Router {
  return Router().use(contactsRoutes(), accusedRoutes());
}
