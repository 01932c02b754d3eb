// The desk's own files: kept for a year under an address that changes with the build.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { staticUrl } from '#src/http/render.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk();
});
after(() => desk.close());

const get = (path: string) => new Visitor(desk.app).visit(path);

test('a style sheet with the build in its address is kept for a year', async () => {
  const file = await get(staticUrl('css/claimdesk.css'));
  assert.equal(file.status, 200);
  assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable');
});

test('the same file under the address of another build, or of none, is asked for again each time', async () => {
  for (const path of ['/static/0123456789ab/css/claimdesk.css', '/static/css/claimdesk.css']) {
    const file = await get(path);
    assert.equal(file.status, 200);
    assert.equal(file.headers['cache-control'], 'no-cache');
  }
});

test('a browser module comes without its types', async () => {
  const script = await get(staticUrl('browser/menus.js'));
  assert.match(script.headers['content-type'] ?? '', /^text\/javascript/);
  assert.doesNotMatch(script.body, /HTMLDetailsElement/);
});

test('what is no file is a plain 404 that nobody keeps', async () => {
  for (const path of [
    'css/none.css',
    'browser/none.js',
    'browser/menus.ts',
    '../package.json',
    '%2e%2e/package.json',
    'css',
    '',
  ]) {
    const file = await get(staticUrl(path));
    assert.equal(file.status, 404, path);
    assert.equal(file.headers['cache-control'], 'no-store', path);
  }
});
