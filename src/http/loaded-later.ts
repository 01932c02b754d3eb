// Routes whose program is loaded when somebody first comes to them.
import { type RequestHandler, Router } from 'express';

/** Loads the routes with the first request that gets so far; all who come meanwhile wait. Where that fails, each of them fails. */
export function loadedLater(load: () => Promise<RequestHandler>): Router {
  const router = Router();
  let loaded: Promise<unknown> | undefined;
  router.use(async (_req, _res, next) => {
    loaded ??= load().then((routes) => router.use(routes));
    await loaded;
    next();
  });
  return router;
}
