// Leads a request to the routes that its address can mean, without asking each of them and of their routers.
import { type RequestHandler, Router } from 'express';

/** A layer of a router, as far as it says which addresses are its own. */
interface Layer {
  rawPath: string | RegExp | (string | RegExp)[];
  route?: object;
  handle: { stack?: Layer[] };
}

const ANY = '*';

/**
 * The same routers one behind the other, for everything they have an address for, and for nothing else: told by the first and
 * third part of the path, as in /articles/:id/claims. To be called once all their routes are mounted.
 */
export function passedBy(...routers: readonly Router[]): RequestHandler {
  const layers = routers.flatMap(layersOf);
  const known = new Set([ANY, ...layers.flatMap(keysOf)]);
  const made = new Map<string, Router[]>();
  const meantBy = (path: string): Router[] => {
    const key = keyIn(known, path);
    const parts = made.get(key) ?? routers.flatMap((router) => partOf(router, key));
    made.set(key, parts);
    return parts;
  };
  const handler: RequestHandler = (req, res, next) => {
    const parts = meantBy(req.path).values();
    const goOn = (error?: unknown) => {
      const { value: part } = error ? {} : parts.next();
      if (part === undefined) next(error);
      else part(req, res, goOn);
    };
    goOn();
  };
  // Its routes can be listed like those of a router.
  return Object.assign(handler, { stack: layers });
}

/** The one of these keys that says most of the path. */
function keyIn(known: ReadonlySet<string>, path: string): string {
  const [, first = '', , third = ''] = path.toLowerCase().split('/', 4);
  return [`${first} ${third}`, `${first} ${ANY}`].find((key) => known.has(key)) ?? ANY;
}

/** Those of its layers that an address of this key can mean, as a router; none where there are none. */
function partOf(router: Router, key: string): Router[] {
  const [first] = key.split(' ');
  const meant = layersOf(router).filter((layer) =>
    keysOf(layer).some((own) => own === ANY || own === key || own === `${first} ${ANY}`),
  );
  if (meant.length === 0) return [];
  return [Object.assign(Router(), { ...router, stack: meant })];
}

function layersOf(router: Router): Layer[] {
  return (router as unknown as { stack: Layer[] }).stack;
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
