// A server that opens before it has loaded everything: who comes early waits, and nobody misses a page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { loadedLater } from '#src/http/loaded-later.ts';

function opened(load: () => Promise<RequestHandler>) {
  const app = express();
  app.get('/door', (_req, res) => void res.send('the door'));
  app.use(loadedLater(load));
  app.use((_req, res) => void res.status(404).send('nothing here'));
  return app;
}

test('what lies before them is answered without loading; all who come early share one loading', async () => {
  let loadings = 0;
  const app = opened(async () => {
    loadings += 1;
    const router = express.Router();
    return router.get('/desk', (_req, res) => void res.send('the desk'));
  });
  assert.equal((await request(app).get('/door')).text, 'the door');
  assert.equal(loadings, 0);
  const early = await Promise.all(['/desk', '/desk', '/nowhere'].map((path) => request(app).get(path)));
  assert.deepEqual(
    early.map(({ text }) => text),
    ['the desk', 'the desk', 'nothing here'],
  );
  assert.equal((await request(app).get('/desk')).text, 'the desk');
  assert.equal(loadings, 1);
});

test('where it cannot be loaded, each who comes is told', async () => {
  const app = opened(() => Promise.reject(new Error('broken')));
  app.use(((_error, _req, res, _next) => void res.status(500).send('broken')) as express.ErrorRequestHandler);
  for (const path of ['/desk', '/desk']) assert.equal((await request(app).get(path)).status, 500);
  assert.equal((await request(app).get('/door')).status, 200);
});
