// Passes by a router where none of its addresses can be meant, without asking each of its routes.
import type { RequestHandler, Router } from 'express';

/** A layer of a router, as far as it says which addresses are its own. */
interface Layer {
  rawPath: string | RegExp | (string | RegExp)[];
  route?: object;
  handle: { stack?: Layer[] };
}

const ANY = '*';

/**
 * The same router for everything it has an address for, and for nothing else: told by the first and third part of the path,
 * as in /articles/:id/claims. To be called once all its routes are mounted.
 */
export function passedBy(router: Router): RequestHandler {
  const { stack } = router as unknown as { stack: Layer[] };
  const meant = new Set(stack.flatMap(keysOf));
  const is_meant = (first: string, third: string) =>
    meant.has(ANY) || meant.has(`${first} ${third}`) || meant.has(`${first} ${ANY}`);
  const handler: RequestHandler = (req, res, next) => {
    const [, first = '', , third = ''] = req.path.toLowerCase().split('/', 4);
    if (is_meant(first, third)) router(req, res, next);
    else next();
  };
  // Its routes can be listed like those of the router itself.
  return Object.assign(handler, { stack });
}

function keysOf({ rawPath, route, handle }: Layer): string[] {
  const paths = [rawPath].flat();
  if (route === undefined && handle.stack !== undefined && paths.every((path) => path === '/'))
    return handle.stack.flatMap(keysOf);
  return paths.map((path) => (typeof path === 'string' ? keyOf(path, route !== undefined) : ANY));
}

/** A route is the whole path, anything else the beginning of one. */
function keyOf(path: string, is_whole: boolean): string {
  const [, first = '', , third = ''] = path.toLowerCase().split('/', 4);
  if (!isPlain(first) || path.includes('*') || (first === '' && !is_whole)) return ANY;
  return `${first} ${is_whole && isPlain(third) ? third : ANY}`;
}

/** Nothing in it stands for something else. */
function isPlain(part: string): boolean {
  return /^[\w-]*$/.test(part);
}
