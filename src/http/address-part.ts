// A part of the address that a route names: the 7 of `/articles/7` is the `id` of `/articles/:id`.
import type { Request } from 'express';

/** The part of this name. That the route has none of it is a fault of ours. */
export function addressPart({ params, path }: Request, name: string): string {
  const part = params[name];
  if (typeof part !== 'string') throw new Error(`The route of ${path} has no :${name}.`);
  return part;
}
