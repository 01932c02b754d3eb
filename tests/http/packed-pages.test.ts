// Pages are packed on their way, but not those whose length could tell a secret.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import request from 'supertest';
import { takeArticleIn } from '#src/articles/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { invitePerson } from '#src/people/invitations/commands.ts';
import { offerPasswordReset } from '#src/people/invitations/reset-commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import { startDesk } from '#tests/support/app.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';

let desk: NewsroomDesk;
let ada: Visitor;
before(async () => {
  desk = await startNewsroom();
  ada = await desk.visitor('ada');
  const body = Array.from({ length: 30 }, (_, index) => `The harbour counted ${index} boats.`).join(' ');
  await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, { headline: 'Boats', body, url: '' });
});
after(() => desk.close());

const PACKING = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
const encodingOf = async (visitor: Visitor, path: string, headers: Record<string, string> = {}) =>
  (await visitor.visit(path, { ...PACKING, ...headers })).headers['content-encoding'];

test('a page comes packed as quickly as may be, and is the same unpacked', async () => {
  const plain = (await ada.visit('/articles/1', { 'Accept-Encoding': 'identity' })).body;
  assert.equal(ada.headers['content-encoding'], undefined);
  assert.equal(await encodingOf(ada, '/articles/1'), 'zstd');
  assert.equal(zstdDecompressSync(ada.bytes).toString(), plain);
  assert.match(ada.headers.vary ?? '', /Accept-Encoding/);
  assert.equal(ada.headers['content-length'], String(ada.bytes.length));
  for (const encoding of ['br', 'gzip']) {
    assert.equal(await encodingOf(ada, '/articles/1', { 'Accept-Encoding': encoding }), encoding);
    assert.equal(ada.body, plain);
  }
});

test('a page that did not change is not sent again, however it was packed', async () => {
  for (const path of ['/articles/1', '/desks', '/articles']) {
    const etags = new Set<string | undefined>();
    for (const encoding of ['identity', 'br', 'zstd']) {
      await ada.visit(path, { 'Accept-Encoding': encoding });
      etags.add(ada.headers.etag);
    }
    assert.equal(etags.size, 1, path);
    const again = await ada.visit(path, { ...PACKING, 'If-None-Match': ada.headers.etag ?? '' });
    assert.deepEqual([again.status, again.bytes.length, again.headers['content-encoding']], [304, 0, undefined], path);
    assert.match(again.headers.vary ?? '', /Accept-Encoding/);
  }
});

/** Asks as a browser that says nothing of where it comes from. */
function askSilently(visitor: Visitor, at: NewsroomDesk, method: 'get' | 'head', path: string) {
  const cookies = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return request(at.app)
    [method](path)
    .set({ ...PACKING, Cookie: cookies, Host: 'desk.test' });
}

test('the head of a page says how it would be packed', async () => {
  const head = await askSilently(ada, desk, 'head', '/articles/1');
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-encoding'], 'zstd');
});

test('a page that says again what its address says is sent as it is to whoever comes from elsewhere', async () => {
  const path = '/sources?q=Pavel+Sorov+of+the+harbour';
  for (const site of ['cross-site', 'same-site'])
    assert.equal(await encodingOf(ada, path, { 'Sec-Fetch-Site': site }), undefined, site);
  for (const site of ['same-origin', 'none'])
    assert.equal(await encodingOf(ada, path, { 'Sec-Fetch-Site': site }), 'zstd', site);
  assert.equal(await encodingOf(ada, '/articles/1', { 'Sec-Fetch-Site': 'cross-site' }), 'zstd');
});

test('a browser that does not say from where somebody comes is believed on plain http only', async () => {
  const path = '/sources?q=words';
  assert.equal((await askSilently(ada, desk, 'get', path)).headers['content-encoding'], 'zstd');
  const secure = await startNewsroom(undefined, { settings: { PUBLIC_URL: 'https://desk.test' } });
  const answer = await askSilently(await secure.visitor('ada'), secure, 'get', path);
  assert.deepEqual([answer.status, answer.headers['content-encoding']], [200, undefined]);
  await secure.close();
});

const FADI = {
  email: 'fadi@newsroom.example',
  display_name: 'Fadi Haddad',
  desk: 'foreign-desk',
  role: 'reviewer',
  is_administrator: false,
} as const;

test('pages with a link or a token that opens something are never packed', async () => {
  const ctx = desk.ctxOf('ada');
  const { id } = await getArticle(ctx, '1');
  const invitation = (await invitePerson(ctx, FADI)).token;
  const reset = (await offerPasswordReset(ctx, desk.persons.ben.number)).token;
  const writer = (await makeWriterLink(ctx, id, { name: 'M. Voss', days: 1 })).token;
  const stranger = new Visitor(desk.app);
  for (const path of [`/invitations/${invitation}`, `/reset/${reset}`, `/writer/${writer}`, '/sign-in']) {
    assert.equal(await encodingOf(stranger, path), undefined, path);
    assert.equal(stranger.status, 200, path);
  }
  for (const path of ['/me', '/people', '/people/invitations', '/articles/1/writer-links']) {
    assert.equal(await encodingOf(ada, path), undefined, path);
    assert.deepEqual([ada.status, ada.headers['cache-control']], [200, 'no-store'], path);
  }
  const { is_administrator: _, ...fields } = { ...FADI, email: 'gita@newsroom.example' };
  await ada.send('/people/invitations', fields, { 'Sec-Fetch-Site': 'same-origin', ...PACKING });
  assert.match(ada.body, /\/invitations\/[\w-]{20,}/, 'the link is shown once, on the answer');
  assert.equal(ada.headers['content-encoding'], undefined);
});

test('the first page of an empty desk, which takes its token, is not packed', async () => {
  const empty = await startDesk();
  const first = new Visitor(empty.app);
  assert.equal(await encodingOf(first, '/setup'), undefined);
  assert.equal(first.status, 200);
  await empty.close();
});
