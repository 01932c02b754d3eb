// Three servers of one desk behind a proxy, on one PostgreSQL: what one of them does counts at all of them.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { READING_JOB } from '#src/articles/reading-commands.ts';
import { UNREAD_JOB } from '#src/claims/analysis/unread-commands.ts';
import type { Config } from '#src/config.ts';
import { systemContext } from '#src/context.ts';
import { type OpenDatabase, openDatabase } from '#src/database/connect.ts';
import { migrationNames, migrationsDone } from '#src/database/migrate.ts';
import { itemAt, needed } from '#src/item-at.ts';
import { addPerson } from '#src/people/persons/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { listenTo } from '#tests/live/support.ts';
import { onEngine } from '#tests/support/engines.ts';
import { type FrontProxy, startProxy, VISITOR } from './proxy.ts';
import { Browser, type RunningServer, startServer } from './servers.ts';
import { type SlowSite, startSlowSite } from './slow-site.ts';

const PASSWORD = 'ink before the presses roll';
const EMAIL = 'ada@newsroom.example';
const FIRST = {
  display_name: 'Ada',
  email: EMAIL,
  password: PASSWORD,
  desk_name: 'City desk',
  time_zone: 'UTC',
  language: 'en',
};
const JOBS = 4;

onEngine('postgres', (engine) => {
  let config: Config;
  let database: OpenDatabase;
  let site: SlowSite;
  let proxy: FrontProxy;
  let servers: RunningServer[];

  before(async () => {
    config = await engine.bareConfig();
    site = await startSlowSite();
    servers = await Promise.all([1, 2, 3].map(() => startServer(config, site.host)));
    proxy = await startProxy(() => servers.map(({ port }) => port));
    database = await openDatabase(config);
  });

  after(async () => {
    await Promise.all(servers.map(({ program }) => program.kill()));
    for (const one of [proxy, site]) await one.stop();
    await database.close();
  });

  /** The statuses of the three, each asked by itself. */
  async function everywhere(browser: Browser, path: string): Promise<number[]> {
    const statuses = [];
    for (const { origin } of servers) statuses.push((await browser.get(`${origin}${path}`)).status);
    return statuses;
  }

  const behindProxy = (path: string) => `${proxy.origin}${path}`;
  const at = (server: number, path: string) => `${itemAt(servers, server).origin}${path}`;

  async function signedIn(email: string): Promise<Browser> {
    const browser = new Browser();
    const answer = await browser.post(behindProxy('/sign-in'), { email, password: PASSWORD });
    assert.equal(answer.status, 303);
    return browser;
  }

  /** Somebody new, signed in. */
  async function hired(name: string): Promise<{ browser: Browser; number: number; email: string }> {
    const email = `${name.toLowerCase()}@newsroom.example`;
    const person = { email, display_name: name, password: PASSWORD, is_administrator: false };
    const joins = { desk: 'city-desk', role: 'reviewer' as const };
    const { number } = await addPerson(systemContext(database.db), { ...person, joins });
    return { browser: await signedIn(email), number, email };
  }

  test('started at once on an empty database all of them are ready, and each change of the tables was made once', async () => {
    assert.deepEqual(await everywhere(new Browser(), '/readyz'), [200, 200, 200]);
    assert.deepEqual(await migrationsDone(database.db), migrationNames());
  });

  test('the token of any of them makes the first person, and of three at once one', async () => {
    const tokens = await Promise.all(servers.map((server) => server.token()));
    const statuses = await Promise.all(
      tokens.map(async (token, server) => (await new Browser().post(at(server, '/setup'), { ...FIRST, token })).status),
    );
    assert.equal(statuses.filter((status) => status === 303).length, 1, statuses.join());
    assert.equal((await database.db.selectFrom('person').selectAll().execute()).length, 1);
    assert.deepEqual(await everywhere(new Browser(), '/setup'), [404, 404, 404]);
  });

  test('whoever signs in at one is signed in at all, and signed out at all at once', async () => {
    const ada = await signedIn(EMAIL);
    assert.deepEqual(await everywhere(ada, '/articles'), [200, 200, 200]);
    const kept = new Browser();
    kept.cookie = ada.cookie;
    assert.equal((await ada.post(at(1, '/sign-out'), {})).status, 303);
    assert.deepEqual(await everywhere(kept, '/articles'), [303, 303, 303]);
  });

  test('another role counts at all of them at once, and so does that somebody was disabled', async () => {
    const ada = await signedIn(EMAIL);
    const { browser: ben, number } = await hired('Ben');
    assert.deepEqual(await everywhere(ben, '/sources/new'), [200, 200, 200]);
    const changed = await ada.post(at(0, `/desks/city-desk/members/${number}/role`), { role: 'guest' });
    assert.equal(changed.status, 303);
    assert.deepEqual(await everywhere(ben, '/sources/new'), [403, 403, 403]);
    assert.equal((await ada.post(at(2, `/people/${number}/disablement`), {})).status, 303);
    assert.deepEqual(await everywhere(ben, '/articles'), [303, 303, 303]);
  });

  test('wrong passwords are counted over all of them, under the address that the proxy saw', async () => {
    const { email } = await hired('Cleo');
    const guesser = new Browser({ [VISITOR]: '203.0.113.66', 'X-Forwarded-For': '198.51.100.1' });
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, count) => {
        return (await guesser.post(behindProxy('/sign-in'), { email, password: `guess number ${count}` })).status;
      }),
    );
    // Three are free at one server: nine would be at three that know nothing of each other.
    const free = statuses.filter((status) => status === 422).length;
    assert.ok(free >= 1 && free <= 6, statuses.join());
    assert.equal(statuses.filter((status) => status === 429).length, 12 - free, statuses.join());
    const keys = (await database.db.selectFrom('guess').select('key').execute()).map(({ key }) => key);
    assert.ok(keys.includes('place:203.0.113.66'), keys.join());
    assert.ok(!keys.some((key) => /198\.51|127\.0/.test(key)), keys.join());
  });

  test('the cookie of a visitor who came by https is for https alone', async () => {
    const fields = { email: EMAIL, password: PASSWORD };
    const [cookie] = (await new Browser().post(behindProxy('/sign-in'), fields)).headers.getSetCookie();
    assert.match(cookie ?? '', /; Secure/);
  });

  test('whoever has an article open at one is told what others do at the others, and who they are', async () => {
    const ada = await signedIn(EMAIL);
    const { browser: ben } = await hired('Bodil');
    const text = {
      desk: 'city-desk',
      headline: 'Fog over the quay',
      body: 'Fog lay on the quay. Forty crates are gone.',
    };
    const article = (await ada.post(at(0, '/articles'), text)).headers.get('location') ?? '';
    const path = `${article}/live?seen=1.0&page=page-of-`;
    const told = await listenTo(itemAt(servers, 1).origin, `${path}bodil`, { cookies: ben.cookie });
    const other = await listenTo(itemAt(servers, 2).origin, `${path}ada-here`, { cookies: ada.cookie });
    await Promise.all([
      told.until(({ state }) => state?.here[0]?.name === 'Ada'),
      other.until(({ state }) => state?.here[0]?.name === 'Bodil'),
    ]);
    const writes = await ada.post(at(0, `${article}/live`), { page: 'page-of-ada-here', claim: '1' });
    assert.equal(writes.status, 204);
    await told.until(({ state }) => state?.here[0]?.claims[0] === 1);
    const marked = await ada.post(at(2, `${article}/claims`), { sentence: '3', words: 'Forty crates' });
    assert.equal(marked.status, 303);
    await told.until(({ state }) => state?.changed.some(({ claim }) => claim === 1) ?? false);
    assert.partialDeepStrictEqual(told.state?.changed.at(-1), { claim: 1, who: 'Ada', did: 'marked a claim' });
    other.close();
    await told.until(({ state }) => state?.here.length === 0);
    told.close();
  });

  /** Asks for it at this address, or through the proxy. */
  async function askForCapture(browser: Browser, path: string, origin = proxy.origin): Promise<number> {
    const [ben] = await database.db.selectFrom('desk').select('slug').execute();
    const ctx = systemContext(database.db);
    const { source } = await addSource(ctx, {
      desk: needed(ben, 'desk').slug,
      source_line: `http://${site.host}${path}`,
    });
    assert.equal((await browser.post(`${origin}/sources/${source.number}/captures`, {})).status, 303);
    return source.number;
  }

  /** Waits until all jobs have ended; how often each was begun, and how it ended. */
  async function jobsEnded(): Promise<string[]> {
    for (;;) {
      const all = database.db.selectFrom('job').select(['state', 'tries', 'ended_at']);
      const jobs = await all.where('kind', 'not in', [READING_JOB, UNREAD_JOB]).execute();
      if (jobs.every(({ ended_at }) => ended_at !== null)) return jobs.map(({ state, tries }) => `${state} ${tries}`);
      await wait(50);
    }
  }

  test('stored work is done once, though three look for it', async () => {
    const ada = await signedIn(EMAIL);
    const paths = Array.from({ length: JOBS }, (_, count) => `/log-${count}`);
    for (const path of paths) await askForCapture(ada, path);
    assert.deepEqual(await jobsEnded(), Array(JOBS).fill('done 1'));
    assert.deepEqual(site.asked.toSorted(), paths);
    assert.equal((await database.db.selectFrom('snapshot').select('id').execute()).length, JOBS);
  });

  test('of a server that is killed in the middle nothing is missed: others answer, and finish its work', async () => {
    const ada = await signedIn(EMAIL);
    const before = (await jobsEnded()).length;
    // Whoever is asked has it first, mostly; else the next are killed until it is.
    await askForCapture(ada, '/slow', itemAt(servers, 0).origin);
    const held = await site.nextHeld();
    while (!held.destroyed) {
      await needed(servers.shift(), 'somebody who had the work in hand').program.kill();
      await wait(100);
    }
    if (servers.length === 0) servers.push(await startServer(config, site.host));
    for (let count = 0; count < 4; count += 1) assert.equal((await ada.get(behindProxy('/articles'))).status, 200);
    site.answer(await site.nextHeld());
    const jobs = await jobsEnded();
    assert.deepEqual([jobs.length, jobs.filter((job) => job === 'done 2')], [before + 1, ['done 2']]);
    assert.equal((await database.db.selectFrom('snapshot').select('id').execute()).length, JOBS + 1);
  });
});
