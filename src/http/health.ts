// Two questions that machines ask: is the process up, and can the desk work?
import { Router } from 'express';
import type { Db } from '#src/database/engine.ts';
import { schemaState } from '#src/database/migrate.ts';
import { logError } from './logging.ts';

const ASKED_AGAIN_AFTER_MILLISECONDS = 1_000;

/** GET /healthz: the process answers. GET /readyz: 200 where the database answers and its tables are current, else 503. */
export function healthRoutes(db: Db): Router {
  const router = Router();
  const isReady = askedSeldom(() => schemaState(db).then((state) => state === 'current'));
  router.use(['/healthz', '/readyz'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_req, res) => {
    res.type('text').send('up\n');
  });
  router.get('/readyz', async (req, res) => {
    const ready = await isReady().catch((error: unknown) => {
      logError(req, { err: error }, 'the database does not answer');
      return false;
    });
    res
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n');
  });
  return router;
}

/** Whoever asks often gets the last answer again: the question is open to everybody, and looks at the database. */
function askedSeldom(ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: Promise<boolean> | undefined;
  let at = Number.NEGATIVE_INFINITY;
  return () => {
    if (last === undefined || performance.now() - at > ASKED_AGAIN_AFTER_MILLISECONDS) {
      at = performance.now();
      last = ask();
    }
    return last;
  };
}
