// What is told while an article is open: who is here, what others changed, and to whom.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { createApp } from '#src/app.ts';
import { changeClaimKey } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { createLog } from '#src/http/logging.ts';
import { listen, stopServer } from '#src/http/server.ts';
import { Live } from '#src/live/live.ts';
import { removeMember } from '#src/people/desks/member-commands.ts';
import { type NewsroomDesk, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn, verdictOf } from '#tests/workbench/support.ts';
import { type Listener, listenTo, originOf } from './support.ts';

describe('an article that several have open', () => {
  let desk: NewsroomDesk;
  let live: Live;
  let server: Server;
  let ferry: Ferry;
  let path: string;
  const opened: Listener[] = [];
  before(async () => {
    desk = await startNewsroom();
    live = new Live(desk.db, () => desk.at, 150);
    const app = await createApp({
      config: desk.config,
      db: desk.db,
      clock: () => desk.at,
      live,
      log: createLog('silent'),
    });
    server = await listen(app, 0, '127.0.0.1');
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
    path = `${ferry.path}/live`;
  });
  after(async () => {
    for (const one of opened) one.close();
    await live.stop();
    await stopServer(server);
    await desk.close();
  });

  let pages = 0;
  async function opens(name: PersonName, seen = '', from = `page-of-${name}-${pages++}`) {
    const { cookies } = await desk.visitor(name);
    const listener = await listenTo(originOf(server), `${path}?page=${from}&seen=${seen}`, { cookies });
    opened.push(listener);
    return Object.assign(listener, { cookies, page: from });
  }
  const isHere = (name: RegExp) => (one: Listener) => one.state?.here.some((person) => name.test(person.name)) ?? false;
  const seq = async () =>
    (await desk.db.selectFrom('article').select('changed_seq').where('id', '=', ferry.id).executeTakeFirstOrThrow())
      .changed_seq;

  test('sees who else has it open, whose stream is sent at once and packed by nobody, and who leaves', async () => {
    const [ben, cleo] = [await opens('ben'), await opens('cleo')];
    assert.deepEqual([ben.status, ben.headers['x-accel-buffering']], [200, 'no']);
    assert.equal(ben.headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.match(ben.headers['cache-control'] ?? '', /no-store, no-transform/);
    assert.equal(ben.headers['content-encoding'], undefined);
    await Promise.all([ben.until(isHere(/^Cleo/)), cleo.until(isHere(/^Ben/))]);
    const dina = await opens('dina');
    await ben.until(isHere(/^Dina/));
    assert.deepEqual(ben.state?.here.at(-1), { name: 'Dina Sørensen', initials: 'DS', as: 'a guest', claims: [] });
    cleo.close();
    await ben.until((one) => !isHere(/^Cleo/)(one));
    dina.close();
    ben.close();
    assert.equal((await listenTo(originOf(server), path, await desk.visitor('emil'))).status, 404);
  });

  test('is told what others changed since the page was made, in no word of theirs; and again after an absence', async () => {
    const cleo = await opens('cleo', `${await seq()}.0`);
    const seen = (await cleo.until((one) => one.state !== undefined)).state?.seen ?? '';
    const content_verdict = await verdictOf(desk, 'wrong');
    const judged = { number: 1, revision: 1, content_verdict, verdict_sentence: 'Six, says the harbour.' };
    await setVerdicts(desk.ctxOf('ben'), ferry.id, judged);
    await cleo.until((one) => one.state?.seen !== seen);
    assert.deepEqual(cleo.state?.changed, [{ claim: 1, who: 'Ben Okafor', did: 'set a verdict', at: '20:30' }]);
    assert.doesNotMatch(JSON.stringify(cleo.state), /harbour|wrong|drowned|@/);
    cleo.close();
    const dina = await opens('dina', seen);
    await addEvidence(desk.ctxOf('ben'), ferry.id, { number: 1, source_line: 'Bulletin 31' });
    await changeClaimKey(desk.ctxOf('cleo'), ferry.id, { number: 1, is_key: true });
    await dina.until((one) => one.state?.changed.at(-1)?.who === 'Cleo Rahimi');
    assert.ok(
      !dina.events.includes('over') && !JSON.stringify(dina.state).includes('source'),
      'of evidence no guest hears',
    );
    dina.close();
    const again = await opens('cleo', seen);
    await again.until((one) => one.state !== undefined);
    assert.deepEqual(
      again.state?.changed.map(({ who }) => who),
      ['Ben Okafor'],
      'her own change is none',
    );
    const late = await listenTo(originOf(server), `${path}?page=late-page`, {
      cookies: again.cookies,
      headers: { 'Last-Event-ID': again.state?.seen ?? '' },
    });
    opened.push(late);
    await late.until((one) => one.state !== undefined);
    assert.deepEqual(late.state?.changed, []);
    again.close();
    late.close();
  });

  test('learns who writes in which claim, unless they read along; guests say of no claim that they write in it', async () => {
    const [ben, dina] = [await opens('ben'), await opens('dina')];
    const cleo = await opens('cleo');
    const says = (fields: Record<string, string>) => writes(cleo.cookies, { page: cleo.page, ...fields });
    assert.equal(await says({ claim: '1' }), 204);
    await ben.until((one) => one.state?.here.find(({ name }) => /^Cleo/.test(name))?.claims[0] === 1);
    await dina.until(isHere(/^Cleo/));
    assert.deepEqual(
      dina.state?.here.map(({ claims }) => claims),
      [[], []],
    );
    assert.equal(await says({ claim: '' }), 204);
    await ben.until((one) => one.state?.here.find(({ name }) => /^Cleo/.test(name))?.claims.length === 0);
    assert.equal(await writes(dina.cookies, { page: dina.page, claim: '1' }), 403);
    assert.equal(await writes(ben.cookies, { page: '<b>', claim: '1' }), 409);
    for (const one of [ben, dina, cleo]) one.close();
  });

  async function writes(cookies: ReadonlyMap<string, string>, fields: Record<string, string>): Promise<number> {
    const Cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
    const body = new URLSearchParams(fields);
    return (await fetch(`${originOf(server)}${path}`, { method: 'POST', headers, body })).status;
  }

  test('asks instead where streams do not come through, and is here while asking', async () => {
    const ben = await opens('ben');
    const cleo = await desk.visitor('cleo');
    const Cookie = [...cleo.cookies].map((pair) => pair.join('=')).join('; ');
    const ask = async (seen: string) =>
      (await fetch(`${originOf(server)}${path}?page=asking-page&seen=${seen}`, { headers: { Cookie } })).json();
    const first = (await ask('')) as { seen: string; changed: unknown[] };
    assert.deepEqual(first.changed, []);
    await ben.until(isHere(/^Cleo/));
    await changeClaimKey(desk.ctxOf('ben'), ferry.id, { number: 1, is_key: false });
    const next = (await ask(first.seen)) as typeof first;
    assert.deepEqual(next.changed, [
      { claim: 1, who: 'Ben Okafor', did: 'changed whether the claim is key', at: '20:30' },
    ]);
    ben.close();
  });

  test('a stream, a question and a page that nobody asked for put off the end of no session', async () => {
    const ben = await opens('ben');
    const own = () =>
      desk.db
        .selectFrom('session')
        .select(['seen_at', 'expires_at'])
        .where('person_id', '=', desk.persons.ben.id)
        .execute();
    const before = await own();
    desk.wait(30);
    const Cookie = [...ben.cookies].map((pair) => pair.join('=')).join('; ');
    for (const [at, headers] of [
      [path, {}],
      [ferry.path, { Unattended: '1' }],
    ] as const)
      assert.equal((await fetch(`${originOf(server)}${at}`, { headers: { Cookie, ...headers } })).status, 200);
    assert.equal(await writes(ben.cookies, { page: ben.page, claim: '1' }), 204);
    assert.deepEqual(await own(), before);
    // A session is put off before the last byte of a page is sent.
    const page = await fetch(`${originOf(server)}${ferry.path}`, { headers: { Cookie } });
    await page.text();
    assert.equal(page.status, 200);
    assert.notDeepEqual(await own(), before, 'a page that he asked for does');
    ben.close();
  });

  test('ends with the session, with its limits, with the membership, and the oldest of too many', async () => {
    const ben = await opens('ben');
    await ben.until((one) => one.state !== undefined);
    await fetch(`${originOf(server)}/sign-out`, {
      method: 'POST',
      headers: { Cookie: [...ben.cookies].map((pair) => pair.join('=')).join('; '), 'Sec-Fetch-Site': 'same-origin' },
      redirect: 'manual',
    });
    await ben.until(({ events }) => events.includes('over') && events.includes('closed'));
    const dina = await opens('dina');
    await dina.until((one) => one.state !== undefined);
    await removeMember(desk.ctxOf('ada'), desk.desks.foreign.slug, desk.persons.dina.number);
    await dina.until(({ events }) => events.includes('over'));
    const many = [];
    for (let count = 0; count < 5; count += 1) many.push(await opens('frida'));
    await many[0]?.until(({ events }) => events.includes('elsewhere'));
    assert.ok(!many[1]?.events.includes('elsewhere'));
    const frida = many[4] as Listener;
    desk.wait(13 * 60);
    await frida.until(({ events }) => events.includes('over'));
  });
});
