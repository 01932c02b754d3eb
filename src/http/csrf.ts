// Refuses forged posts: a change is accepted only from a page of this desk.
import type { Request, RequestHandler } from 'express';
import { Forbidden } from '#src/errors.ts';

export interface SameOriginRules {
  /** The origin that browsers see, where the desk stands behind a proxy; null: scheme and Host of the request. */
  public_url: string | null;
  /** Told of each refusal, for the record of security events. Awaited before the 403. */
  onRefused: (req: Request, reason: string) => void | Promise<void>;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a post through where the browser says `Sec-Fetch-Site: same-origin`, or, where it says nothing, where Origin is
 * the desk's own. Else Forbidden, before anything of the body is read.
 */
export function refuseForeignPosts(rules: SameOriginRules): RequestHandler {
  return async (req, _res, next) => {
    if (SAFE_METHODS.has(req.method)) return next();
    const reason = whyForeign(req, rules.public_url);
    if (reason === null) return next();
    await rules.onRefused(req, reason);
    throw new Forbidden(
      'This form was not sent from a page of the desk, so nothing was changed. Open the page again and send it from there.',
    );
  };
}

function whyForeign(req: Request, public_url: string | null): string | null {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' ? null : `Sec-Fetch-Site was ${short(site)}`;
  const origin = req.get('Origin');
  if (origin === undefined) return 'neither Sec-Fetch-Site nor Origin was sent';
  const own = public_url ?? `${req.protocol}://${req.get('Host') ?? ''}`;
  return origin === own ? null : `Origin was ${short(origin)}`;
}

function short(header: string): string {
  return header.slice(0, 200);
}
