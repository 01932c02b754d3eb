// The routes of the real app, read off its router.
import type { Express } from 'express';

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** Every pattern that a GET or a POST is mounted on, with its methods: "GET /articles/:id". */
export function mountedRoutes(app: Express): { method: string; path: string }[] {
  return routesIn((app as unknown as { router: { stack: Layer[] } }).router.stack);
}

function routesIn(stack: Layer[]): { method: string; path: string }[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesIn(handle?.stack ?? []);
    const paths = [route.path].flat();
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
    return paths.flatMap((path) => methods.map((method) => ({ method, path })));
  });
}
