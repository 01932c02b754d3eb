// Sessions: rows that begin at sign-in, end by themselves, and end at once when somebody deletes them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionData } from 'express-session';
import request from 'supertest';
import { hashSessionId, SessionStore } from '#src/http/session-store.ts';
import { EVENING, startDesk, type TestDesk } from '#tests/support/app.ts';
import { type EngineUnderTest, onEachEngine } from '#tests/support/engines.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { trialRoutes } from './support.ts';

const BEN = '0199e0a0-0000-7000-8000-00000000000b';

onEachEngine((engine) => {
  const desk = (settings: Record<string, string> = {}) => openDesk(engine, settings);

  engine.rule('reading pages writes no session and sets no cookie', async () => {
    const { app, db, close } = await desk();
    const visitor = await new Visitor(app).visit('/trial/session');
    assert.equal(visitor.cookies.size, 0);
    assert.deepEqual(await db.selectFrom('session').selectAll().execute(), []);
    await close();
  });

  engine.rule('signing in changes the session id, and only its hash is stored', async () => {
    const { app, db, close } = await desk();
    const visitor = await signedIn(app);
    const first = visitor.cookies.get('claimdesk');
    await visitor.send('/trial/sign-in', { person_id: BEN });
    assert.notEqual(visitor.cookies.get('claimdesk'), first);
    const rows = await db.selectFrom('session').selectAll().execute();
    assert.equal(rows.length, 1);
    const id = decodeURIComponent(visitor.cookies.get('claimdesk') ?? '')
      .slice(2)
      .split('.')[0] as string;
    assert.equal(rows[0]?.id_hash, hashSessionId(id));
    assert.equal(rows[0]?.person_id, BEN);
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(id));
    const old = new Visitor(app);
    old.cookies.set('claimdesk', first as string);
    assert.equal((await old.visit('/trial/session')).body, 'nobody');
    await close();
  });

  engine.rule('a session ends after twelve idle hours, and each use puts that off', async () => {
    const here = await desk();
    const visitor = await signedIn(here.app);
    for (let uses = 0; uses < 3; uses++) {
      here.wait(11 * 60);
      assert.equal((await visitor.visit('/trial/session')).body, BEN);
    }
    here.wait(12 * 60 + 1);
    assert.equal((await visitor.visit('/trial/session')).body, 'nobody');
    await here.close();
  });

  engine.rule('a session ends after seven days however busy it is', async () => {
    const here = await desk();
    const visitor = await signedIn(here.app);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      here.wait(6 * 60);
      assert.equal((await visitor.visit('/trial/session')).body, BEN, `after ${hours} hours`);
    }
    here.wait(6 * 60);
    assert.equal((await visitor.visit('/trial/session')).body, 'nobody');
    await here.close();
  });

  test('a deleted row ends its session at once', async () => {
    const { app, db, close } = await desk();
    const visitor = await signedIn(app);
    await db.deleteFrom('session').execute();
    assert.equal((await visitor.visit('/trial/session')).body, 'nobody');
    assert.deepEqual(await db.selectFrom('session').selectAll().execute(), []);
    await close();
  });

  engine.rule(
    'somebody who is disabled is nobody at the next request, though the row of the session is there',
    async () => {
      const { app, db, close } = await desk();
      const visitor = await signedIn(app);
      await db.updateTable('person').set({ disabled_at: EVENING }).where('id', '=', BEN).execute();
      assert.equal((await visitor.visit('/trial/session')).body, 'nobody');
      await close();
    },
  );

  test('who is read with a session is not stored with it', async () => {
    const { app, db, close } = await desk();
    const visitor = await signedIn(app);
    await visitor.send('/trial/notice', {});
    const { data } = await db.selectFrom('session').select('data').executeTakeFirstOrThrow();
    assert.deepEqual(Object.keys(JSON.parse(data)).sort(), ['cookie', 'passport']);
    await close();
  });

  test('a session that is ended while a request of it is under way stays ended', async () => {
    const here = await desk();
    const visitor = await signedIn(here.app);
    const store = new SessionStore(here.db, () => here.at);
    const id = decodeURIComponent(visitor.cookies.get('claimdesk') ?? '')
      .slice(2)
      .split('.')[0] as string;
    const underWay = await new Promise<SessionData>((resolve) =>
      store.get(id, (_error, found) => resolve(found as SessionData)),
    );
    await here.db.deleteFrom('session').execute();
    await new Promise((resolve) => store.set(id, underWay, resolve));
    assert.deepEqual(await here.db.selectFrom('session').selectAll().execute(), []);
    await here.close();
  });

  test('rows that ended are swept when somebody signs in', async () => {
    const here = await desk();
    await signedIn(here.app);
    here.wait(13 * 60);
    await signedIn(here.app);
    assert.equal((await here.db.selectFrom('session').selectAll().execute()).length, 1);
    await here.close();
  });

  engine.rule('signing out ends the row, takes the cookie and empties the cache', async () => {
    const { app, db, close } = await desk();
    const visitor = await signedIn(app);
    const answer = await request(app)
      .post('/trial/sign-out')
      .set({ 'Sec-Fetch-Site': 'same-origin', Cookie: `claimdesk=${visitor.cookies.get('claimdesk')}` });
    assert.equal(answer.headers['clear-site-data'], '"cache"');
    const left = await visitor.visit('/trial/session');
    assert.equal(left.body, 'nobody');
    assert.match(String(answer.headers['set-cookie']), /^claimdesk=;.*Expires=Thu, 01 Jan 1970/);
    assert.deepEqual(await db.selectFrom('session').selectAll().execute(), []);
    await close();
  });

  engine.rule(
    'the cookie is out of reach of scripts and other sites, and of plain http where the desk is https',
    async () => {
      const cookieOf = async (settings: Record<string, string>, headers: Record<string, string>) => {
        const { app, close } = await desk(settings);
        const post = request(app).post('/trial/sign-in').type('form').send({ person_id: BEN });
        const answer = await post.set({ 'Sec-Fetch-Site': 'same-origin', ...headers });
        await close();
        return String(answer.headers['set-cookie']);
      };
      const plain = await cookieOf({}, { 'X-Forwarded-Proto': 'https' });
      assert.match(plain, /^claimdesk=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
      assert.match(await cookieOf({ PUBLIC_URL: 'https://desk.example.org' }, {}), /; HttpOnly; Secure; SameSite=Lax$/);
      assert.match(
        await cookieOf({ TRUST_PROXY: '1' }, { 'X-Forwarded-Proto': 'https' }),
        /; HttpOnly; Secure; SameSite=Lax$/,
      );
    },
  );

  engine.rule('the secret is made once for all processes', async () => {
    const here = await desk();
    const secrets = await here.db.selectFrom('setting').select('value').where('name', '=', 'session_secret').execute();
    assert.equal(secrets.length, 1);
    assert.equal(secrets[0]?.value.length, 43);
    await here.close();
  });
});

async function openDesk(engine: EngineUnderTest, settings: Record<string, string>): Promise<TestDesk> {
  const desk = await startDesk(engine, { more: [trialRoutes()], settings });
  await desk.db
    .insertInto('person')
    .values({
      id: BEN,
      number: 1,
      email: 'ben@desk.example',
      email_key: 'ben@desk.example',
      display_name: 'Ben Oduya',
      initials: 'BO',
      password_hash: null,
      is_administrator: 0,
      letter_keys: 1,
      theme: 'system',
      disabled_at: null,
      created_at: desk.at,
      revision: 1,
    })
    .execute();
  return desk;
}

async function signedIn(app: TestDesk['app']): Promise<Visitor> {
  const visitor = await new Visitor(app).send('/trial/sign-in', { person_id: BEN });
  assert.equal(visitor.body, BEN);
  return visitor;
}
