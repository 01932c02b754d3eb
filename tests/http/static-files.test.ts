// The desk's own files: joined, packed once, and kept for a year under an address that changes with them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { zstdDecompressSync } from 'node:zlib';
import { staticUrl } from '#src/http/static-files.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { Visitor } from '#tests/support/visitor.ts';

let desk: TestDesk;
before(async () => {
  desk = await startDesk();
});
after(() => desk.close());

const get = (path: string, headers: Record<string, string> = {}) => new Visitor(desk.app).visit(path, headers);

test('a file under its own hash is kept for a year', async () => {
  for (const name of ['css/claimdesk.css', 'css/report.css', 'browser.js', 'icons/favicon.svg']) {
    const file = await get(staticUrl(name));
    assert.equal(file.status, 200);
    assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable', name);
  }
});

test('the same file under another hash, or none, is asked for again each time', async () => {
  for (const path of ['/static/0123456789ab/css/claimdesk.css', '/static/css/claimdesk.css']) {
    const file = await get(path);
    assert.equal(file.status, 200);
    assert.equal(file.headers['cache-control'], 'no-cache');
    const again = await get(path, { 'If-None-Match': file.headers.etag ?? '' });
    assert.equal(again.status, 304);
  }
});

test('a style sheet is one file: nothing is left to import, and its fonts lie where pages preload them', async () => {
  const { body, headers } = await get(staticUrl('css/claimdesk.css'));
  assert.match(headers['content-type'] ?? '', /^text\/css/);
  assert.doesNotMatch(body, /@import|\/\*/);
  assert.match(body, /^@layer tokens, ?base, ?parts, ?print;/);
  const layers = [...body.matchAll(/@layer (\w+) ?\{/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(layers)], ['tokens', 'base', 'parts', 'print']);
  const fonts = [...body.matchAll(/url\("([^"]+)"\)/g)].map(([, address = '']) => address);
  assert.ok(fonts.length > 10);
  assert.ok(fonts.includes(staticUrl('fonts/inter-latin-wght-normal.woff2')));
  for (const address of fonts) assert.equal((await get(address)).status, 200, address);
});

test('the script is one file without types, and runs what its tag names with what that imports, once', async () => {
  const { body, headers } = await get(staticUrl('browser.js'));
  assert.match(headers['content-type'] ?? '', /^text\/javascript/);
  assert.doesNotMatch(body, /HTMLDetailsElement|^(?:import|export)\b/m);
  const heard: string[] = [];
  const document = {
    currentScript: { dataset: { run: 'menus selection-bar menus' } },
    addEventListener: (event: string) => heard.push(event),
  };
  runInNewContext(body, { document });
  assert.deepEqual(heard, ['click', 'keydown', 'mousedown', 'selectionchange']);
});

test('a file comes packed as the browser takes it, and is the same unpacked', async () => {
  const plain = await get(staticUrl('browser.js'), { 'Accept-Encoding': 'identity' });
  assert.equal(plain.headers['content-encoding'], undefined);
  const tags = new Set([plain.headers.etag]);
  for (const encoding of ['br', 'zstd', 'gzip']) {
    const file = await get(staticUrl('browser.js'), { 'Accept-Encoding': encoding });
    assert.equal(file.headers['content-encoding'], encoding);
    assert.equal(file.headers.vary, 'Accept-Encoding');
    assert.ok(Number(file.headers['content-length']) < plain.bytes.length / 3, encoding);
    // The visitor unpacks the other two by itself.
    const bytes = encoding === 'zstd' ? zstdDecompressSync(file.bytes) : file.bytes;
    assert.ok(bytes.equals(plain.bytes), encoding);
    tags.add(file.headers.etag);
  }
  assert.equal(tags.size, 4, 'each encoding has an ETag of its own');
  const font = await get(staticUrl('fonts/inter-latin-wght-normal.woff2'), { 'Accept-Encoding': 'gzip, br' });
  assert.equal(font.headers['content-encoding'], undefined);
});

test('what is no file is a plain 404 that nobody keeps', async () => {
  for (const path of [
    'css/none.css',
    'css/base.css',
    'browser/menus.js',
    'browser/menus.ts',
    '../package.json',
    '%2e%2e/package.json',
    'css',
    '',
  ]) {
    const file = await get(`/static/0123456789ab/${path}`);
    assert.equal(file.status, 404, path);
    assert.equal(file.headers['cache-control'], 'no-store', path);
  }
});
