// Doors: pages that want somebody signed in, and pages that want an administrator.
import type { Request, RequestHandler } from 'express';
import { Forbidden } from '#src/errors.ts';
import { url } from '#src/paths.ts';

/** Lets people who are signed in through; all others go to the sign-in page, which brings them back to a page they wanted to read. */
export const requirePerson: RequestHandler = (req, res, next) => {
  if (req.user) return next();
  res.redirect(303, url('sign_in', {}, { to: pageWanted(req) }));
};

/** Goes behind requirePerson. Throws Forbidden for whoever is no administrator. */
export const requireAdministrator: RequestHandler = (req, _res, next) => {
  if (!req.user?.is_administrator) throw new Forbidden('Only administrators manage the people of this installation.');
  next();
};

/** The path to return to after signing in: one of this desk, or `/`. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || /[\u0000-\u0020\u007f\\]/.test(to)) return '/';
  const resolved = new URL(to, 'http://desk.invalid');
  if (resolved.origin !== 'http://desk.invalid' || resolved.pathname.startsWith('//')) return '/';
  return resolved.pathname + resolved.search;
}

/** A post cannot be done again by a link, so whoever was signed out meanwhile comes back to the page it was sent from. */
function pageWanted(req: Request): string | undefined {
  const wanted = req.method === 'GET' ? req.originalUrl : refererPath(req);
  return wanted === '/' ? undefined : wanted;
}

function refererPath(req: Request): string | undefined {
  const referer = req.get('Referer');
  if (!referer || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('Host') ? pathname + search : undefined;
}
