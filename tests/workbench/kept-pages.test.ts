// Pages that a browser kept: good until something changes, and never for anybody else.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { mark, takeFerryIn } from './support.ts';

describe('a page that the browser kept', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
  });
  after(() => desk.close());

  const PAGES = [
    '',
    '/claims?list=key',
    '/claims/1',
    '/sentences/2',
    '/coverage',
    '/claims/1?list=second_read',
    '/fixes',
  ];

  test('is good until something changes, then fetched anew', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'seven passengers');
    const ben = await desk.visitor('ben');
    const etags = new Map<string, string>();
    for (const page of PAGES) {
      await ben.visit(`${ferry.path}${page}`);
      assert.equal(ben.headers['cache-control'], 'private, no-cache', page);
      etags.set(page, ben.headers.etag as string);
      await ben.visit(`${ferry.path}${page}`, { 'If-None-Match': ben.headers.etag as string });
      assert.equal(ben.status, 304, page);
    }
    await initialSentences(desk.ctxOf('cleo'), ferry.id, { selection: { sentence: 4 } });
    for (const page of PAGES) {
      await ben.visit(`${ferry.path}${page}`, { 'If-None-Match': etags.get(page) as string });
      assert.equal(ben.status, 200, page);
    }
  });

  test('is fetched anew when a source that it names is called otherwise', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'seven passengers');
    const { source } = await addEvidence(desk.ctxOf('ben'), ferry.id, { number: 1, source_line: 'Harbour log' });
    const ben = await desk.visitor('ben');
    await ben.visit(`${ferry.path}/claims/1`);
    const etag = ben.headers.etag as string;
    await ben.visit(`/sources/${source.number}`);
    await ben.fill('Title', 'Log of the harbour office').press('Save source');
    await ben.visit('/');
    await ben.visit(`${ferry.path}/claims/1`, { 'If-None-Match': etag });
    assert.equal(ben.status, 200);
    assert.ok(ben.text().includes('Log of the harbour office'));
  });

  test('is not shown to the next person at the same machine, nor after signing out', async () => {
    const ferry = await takeFerryIn(desk);
    const ben = await desk.visitor('ben');
    await ben.visit(ferry.path);
    const etag = ben.headers.etag as string;
    const cleo = await desk.visitor('cleo');
    await cleo.visit(ferry.path, { 'If-None-Match': etag });
    assert.equal(cleo.status, 200);
    await ben.press('Sign out');
    assert.match(ben.headers['clear-site-data'] ?? '"cache"', /"cache"/);
    await ben.visit(ferry.path, { 'If-None-Match': etag });
    assert.match(ben.path, /^\/sign-in/);
    const emil = await desk.visitor('emil');
    await emil.visit(ferry.path, { 'If-None-Match': etag });
    assert.equal(emil.status, 404);
  });
});
