// What every answer of the desk has in common: headers, health, and the pages that say no.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk();
});
after(() => desk.close());

test('an address that nobody made is a kind 404 with the security headers', async () => {
  const visitor = await new Visitor(desk.app).visit('/no/such/page');
  assert.equal(visitor.status, 404);
  assert.equal(visitor.heading(), 'There is nothing here');
  assert.match(visitor.headers['content-security-policy'] ?? '', /script-src 'self';style-src 'self'/);
  assert.doesNotMatch(visitor.headers['content-security-policy'] ?? '', /unsafe-inline|upgrade-insecure/);
  assert.equal(visitor.headers['referrer-policy'], 'same-origin');
  assert.equal(visitor.headers['set-cookie'], undefined);
});

test('machines learn that the process is up and the desk ready', async () => {
  assert.equal((await new Visitor(desk.app).visit('/healthz')).body, 'up\n');
  assert.equal((await new Visitor(desk.app).visit('/readyz')).body, 'ready\n');
});

test('a desk whose tables are behind is up, but not ready', async () => {
  const behind = await startDesk();
  await behind.db.deleteFrom('kysely_migration' as never).execute();
  const visitor = await new Visitor(behind.app).visit('/readyz');
  assert.deepEqual([visitor.status, visitor.body], [503, 'not ready\n']);
  assert.equal((await visitor.visit('/healthz')).status, 200);
  await behind.close();
});
