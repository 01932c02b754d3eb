// Pages that a browser may keep: asked again each time, sent again only when they changed, gone at sign-out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { trialRoutes } from './support.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk(undefined, { more: [trialRoutes()] });
});
after(() => desk.close());

test('a page that did not change is not sent again', async () => {
  const first = await new Visitor(desk.app).visit('/trial/fresh?changed=1');
  assert.equal(first.headers['cache-control'], 'private, no-cache');
  const etag = first.headers.etag as string;
  const again = await new Visitor(desk.app).visit('/trial/fresh?changed=1', { 'If-None-Match': etag });
  assert.deepEqual([again.status, again.body], [304, '']);
  const changed = await new Visitor(desk.app).visit('/trial/fresh?changed=2', { 'If-None-Match': etag });
  assert.deepEqual([changed.status, changed.body], [200, '<p>2</p>']);
});

test('a page that carries a notice is sent whole, and kept by nobody', async () => {
  const visitor = new Visitor(desk.app);
  const etag = (await visitor.visit('/trial/fresh?changed=1')).headers.etag as string;
  await visitor.send('/trial/notice', {});
  await visitor.visit('/trial/fresh?changed=1', { 'If-None-Match': etag });
  assert.equal(visitor.status, 200);
  assert.equal(visitor.headers['cache-control'], 'no-store');
});
