// The page of an article's details, as people without JavaScript use it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { url } from '#src/paths.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

const FLOOD = 'The Orla rose four metres in one night. Nobody was hurt.\n\nThe bridge to the old mill is closed.';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

test('details are changed by one reviewer and seen by the other', async () => {
  const article = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', {
    body: FLOOD,
    deadline_at: '2026-03-14T22:30',
  });
  const details = url('article_details', { id: article.number });
  const cleo = await desk.visitor('cleo');
  await cleo.visit(details);
  assert.equal(cleo.value('Deadline'), '2026-03-14T22:30');
  await cleo.fill('Title', 'The flood').fill('Outlet', 'Coast Herald').press('Save details');
  assert.equal(cleo.path, url('article', { id: article.number }));
  assert.equal(cleo.notice(), 'The details are saved.');
  const ben = await desk.visitor('ben');
  await ben.visit(details);
  assert.equal(ben.value('Outlet'), 'Coast Herald');
  await ben.fill('Title', ' ').fill('Place', 'Vessel Bay').press('Save details');
  assert.equal(ben.status, 422);
  assert.equal(ben.errors().length, 1);
  assert.equal(ben.value('Place'), 'Vessel Bay');
});

test('who saves details second gets 409 with both texts', async () => {
  const article = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body: FLOOD });
  const details = url('article_details', { id: article.number });
  const ben = await desk.visitor('ben');
  const cleo = await desk.visitor('cleo');
  await ben.visit(details);
  await cleo.visit(details);
  await ben.fill('Place', 'Vessel Bay').press('Save details');
  await cleo.fill('Place', 'Old Mill').press('Save details');
  assert.equal(cleo.status, 409);
  assert.match(cleo.text(), /Old Mill/);
  assert.match(cleo.text(), /Vessel Bay/);
});

test('a guest reads the details and cannot change them; a member of another desk gets the 404 of a typo', async () => {
  const article = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', {
    body: FLOOD,
    outlet: 'Northern Wire',
    dated_on: '2026-03-12',
    dated_zone: 'Asia/Kabul',
  });
  const details = url('article_details', { id: article.number });
  const dina = await desk.visitor('dina');
  await dina.visit(details);
  assert.match(dina.text(), /Northern Wire/);
  assert.match(dina.text(), /12 March 2026 \(Asia\/Kabul\)/);
  assert.ok(!dina.offers('Save details'));
  await dina.send(details, { title: 'Mine', revision: '1' });
  assert.equal(dina.status, 403);
  const emil = await desk.visitor('emil');
  await emil.visit(details);
  const foreign = { status: emil.status, text: emil.text() };
  await emil.visit('/articles/99999/details');
  assert.deepEqual({ status: emil.status, text: emil.text() }, foreign);
  assert.equal(emil.status, 404);
  await emil.visit('/articles/%00/details');
  assert.equal(emil.status, 404);
});

test('an unchanged page of details is answered with 304, a changed one afresh', async () => {
  const article = await takeArticleIn(desk.ctxOf('ben'), 'foreign-desk', { body: FLOOD });
  const details = url('article_details', { id: article.number });
  const ben = await desk.visitor('ben');
  await ben.visit(details);
  const tag = ben.headers.etag ?? '';
  await ben.visit(details, { 'If-None-Match': tag });
  assert.equal(ben.status, 304);
  await ben.visit(details);
  await ben.fill('Place', 'Vessel Bay').press('Save details');
  await ben.visit(details, { 'If-None-Match': tag });
  assert.equal(ben.status, 200);
});
