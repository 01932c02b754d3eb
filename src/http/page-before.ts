// The page whose form was sent, so that somebody can be led back to it.
import type { Request } from 'express';

/** Its path, where this is a post and the browser says that it comes from a page of this desk. */
export function pageBefore(req: Request): string | undefined {
  const referer = req.get('Referer') ?? '';
  if (req.method !== 'POST' || !URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === req.get('Host') ? pathname + search : undefined;
}
