// HTTP routes for contacts and the accused, all of them.
import { Router } from 'express';
import { accusedRoutes } from './accused/routes.ts';
import { contactsRoutes } from './contacts/routes.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function contactRoutes(): Router {
  return Router().use(contactsRoutes(), accusedRoutes());
}
