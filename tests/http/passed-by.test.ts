// Routers that are passed by: whatever one of them would have answered, it is asked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import express, { Router } from 'express';
import request from 'supertest';
import { passedBy } from '#src/http/passed-by.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { mountedRoutes } from '../house-rules/mounted-routes.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk();
});
after(() => desk.close());

/** The routers of the app that are passed by, with how often each was asked since. */
function asked(path: string): Promise<string[]> {
  const found: string[] = [];
  const app = express();
  const named = (name: string, mount: (router: Router) => void) => {
    const router = Router();
    mount(router);
    const inner = Router();
    inner.use(router);
    app.use(passedBy(inner));
    return name;
  };
  const note = (name: string) => (_req: unknown, _res: unknown, next: () => void) => {
    found.push(name);
    next();
  };
  named('claims', (router) => router.get('/articles/:id/claims/:number', note('claims')));
  named('files', (router) => router.get(['/articles/:id/report.:format', '/sources.:format'], note('files')));
  named('home', (router) => router.get('/', note('home')));
  named('people', (router) => router.use('/people', note('people')));
  named('all', (router) => router.use(note('all')));
  named('log', (router) => router.get(/^\/articles\/\d+\/log$/, note('log')));
  return request(app)
    .get(path)
    .then(() => found);
}

test('each is asked for its own addresses, however they are written, and others are not', async () => {
  assert.deepEqual(await asked('/articles/7/claims/3'), ['claims', 'all']);
  assert.deepEqual(await asked('/ARTICLES/7/Claims/3?page=2'), ['claims', 'all']);
  assert.deepEqual(await asked('/articles/7/claims/3/'), ['claims', 'all']);
  assert.deepEqual(await asked('/articles/7/report.json'), ['files', 'all']);
  assert.deepEqual(await asked('/sources.csv'), ['files', 'all']);
  assert.deepEqual(await asked('/'), ['home', 'all']);
  assert.deepEqual(await asked('/people/4/rights'), ['people', 'all']);
  assert.deepEqual(await asked('/people'), ['people', 'all']);
  assert.deepEqual(await asked('/articles/7/log'), ['all', 'log']);
  assert.deepEqual(await asked('/nowhere'), ['all']);
});

test('the routes of the desk are still listed, each once', () => {
  const routes = mountedRoutes(desk.app).map(({ method, path }) => `${method} ${path}`);
  assert.ok(routes.includes('POST /articles/:id/claims'));
  assert.ok(routes.length > 200);
});
