// The sentence that the next page says: in a sealed cookie, shown once, to nobody else, and stored nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createApp } from '#src/app.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { trialRoutes } from './support.ts';

const COOKIE = 'claimdesk_notice';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom(undefined, { more: [trialRoutes()] });
});
after(() => desk.close());

/** Ben, to whom the next page has something to say. */
async function told(words = 'Noted.'): Promise<Visitor> {
  return (await desk.visitor('ben')).send('/trial/notice', { words });
}

test('it is shown once, and nothing is stored for it', async () => {
  const visitor = await told();
  const sent = async () => ({ said: (await visitor.send('/trial/notice', { words: 'Saved.' })).body });
  assert.deepEqual(await commitsOf(desk, sent), { said: 'noted', commits: 0 });
  const shown = async () => ({ said: (await visitor.visit('/trial')).notice() });
  assert.deepEqual(await commitsOf(desk, shown), { said: 'Saved.', commits: 0 });
  assert.equal((await visitor.visit('/trial')).notice(), '');
  assert.equal(visitor.cookies.has(COOKIE), false);
});

test('its cookie is out of reach of scripts and other sites, ends in a minute, and cannot be read', async () => {
  const { headers, cookies } = await told('The file is from Mehri Danesh.');
  const [line = ''] = [headers['set-cookie'] ?? []].flat();
  assert.match(line, /^claimdesk_notice=[\w-]+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/);
  assert.doesNotMatch(Buffer.from(cookies.get(COOKIE) ?? '', 'base64url').toString('latin1'), /Mehri|file/);
});

test('it is shown in no other session, after no other secret, and not when a letter of it was changed', async () => {
  const ben = await told();
  const kept = ben.cookies.get(COOKIE) ?? '';
  const other = await told();
  const stranger = new Visitor(desk.app);
  const config = { ...desk.config, session_secret: 'another secret than that of the desk' };
  const elsewhere = new Visitor(await createApp({ config, db: desk.db, clock: () => desk.at, more: [trialRoutes()] }));
  for (const [who, visitor] of Object.entries({ other, stranger, elsewhere })) {
    visitor.cookies.set(COOKIE, kept);
    assert.equal((await visitor.visit('/trial')).notice(), '', who);
  }
  const other_letter = kept[30] === 'A' ? 'B' : 'A';
  for (const changed of [
    `${kept.slice(0, 30)}${other_letter}${kept.slice(31)}`,
    kept.slice(8),
    kept.slice(0, 20),
    'x',
  ]) {
    ben.cookies.set(COOKIE, changed);
    assert.equal((await ben.visit('/trial')).notice(), '', changed);
  }
  ben.cookies.set(COOKIE, kept);
  assert.equal((await ben.visit('/trial')).notice(), 'Noted.');
});

test('another process of the desk shows it; nobody does when more than a minute has gone by', async () => {
  const ben = await told();
  const there = await createApp({ config: desk.config, db: desk.db, clock: () => desk.at, more: [trialRoutes()] });
  const same = new Visitor(there);
  for (const [name, value] of ben.cookies) same.cookies.set(name, value);
  assert.equal((await same.visit('/trial')).notice(), 'Noted.');
  desk.wait(2);
  assert.equal((await ben.visit('/trial')).notice(), '');
});

test('one that a page says at once is not said again by the next', async () => {
  const visitor = await told();
  await visitor.send('/trial/notice-at-once', { words: 'Here and now.' });
  assert.equal(visitor.notice(), 'Here and now.');
  assert.equal((await visitor.visit('/trial')).notice(), '');
});

test('a very long one is cut between two letters, so that no proxy finds the head of the answer too long', async () => {
  const visitor = await told('ü'.repeat(2000));
  assert.ok((visitor.cookies.get(COOKIE) ?? '').length < 1000);
  assert.match((await visitor.visit('/trial')).notice(), /^ü{300,}…$/);
});
