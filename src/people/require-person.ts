// Doors: pages for people who are signed in, and pages for administrators.
import type { Request, RequestHandler } from 'express';
import { Forbidden } from '#src/errors.ts';
import { pageBefore } from '#src/http/page-before.ts';
import { url } from '#src/paths.ts';
import { FOR_ADMINISTRATORS } from './policy.ts';
import { renderSignIn, signedOut } from './sign-in/render-sign-in.ts';
import { sealedFor, typedIn } from './sign-in/typed-before.ts';

/**
 * Lets people who are signed in through; all others go to the sign-in page, which brings them back to a page they wanted to
 * read. Whoever sends a form after the session has ended gets that page at once, with what was typed in it, for them alone.
 */
export const requirePerson: RequestHandler = async (req, res, next) => {
  if (req.user) return next();
  const typed = req.lost_session !== undefined && isSentByHand(req) ? typedIn(req) : undefined;
  if (typed === undefined) return res.redirect(303, url('sign_in', {}, { to: pageWanted(req) }));
  const { sentence: signed_out, person_id = null } = (await signedOut(req, res)) ?? {};
  const page = { to: localPath(pageWanted(req)), status: 403, signed_out };
  if (person_id === null) return renderSignIn(res, { ...page, is_nobodys: true });
  renderSignIn(res, { ...page, before: sealedFor(req, person_id, typed) });
};

/** Goes behind requirePerson. Throws Forbidden for whoever is no administrator. */
export const requireAdministrator: RequestHandler = (req, _res, next) => {
  if (!req.user?.is_administrator) throw new Forbidden(FOR_ADMINISTRATORS.manage_people);
  next();
};

/** The path to return to after signing in: one of this desk, or `/`. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || /[\u0000-\u0020\u007f\\]/.test(to)) return '/';
  const resolved = new URL(to, 'http://desk.invalid');
  if (resolved.origin !== 'http://desk.invalid' || resolved.pathname.startsWith('//')) return '/';
  return resolved.pathname + resolved.search;
}

/** A script keeps what was typed in its page, and asks for the sign-in page only to learn that somebody is signed out. */
function isSentByHand(req: Request): boolean {
  return req.method === 'POST' && (req.get('Sec-Fetch-Mode') ?? 'navigate') === 'navigate';
}

/** A post cannot be done again by a link, so whoever was signed out meanwhile comes back to the page it was sent from. */
function pageWanted(req: Request): string | undefined {
  const wanted = req.method === 'GET' ? req.originalUrl : pageBefore(req);
  return wanted === '/' ? undefined : wanted;
}
