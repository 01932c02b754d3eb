// A desk that captures its sources again by itself, and addresses at which nothing stands any more.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { putArticleAway } from '#src/articles/put-away-commands.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { later } from '#src/dates.ts';
import { comparisonJobs } from '#src/evidence/passage-changes/job.ts';
import { isUnknownName } from '#src/fetching/unknown-name.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { askForCapture } from '#src/sources/snapshots/capture-commands.ts';
import { beginRounds } from '#src/sources/snapshots/round-commands.ts';
import { MOST_IN_ROUND, MOST_OF_HOST, spread } from '#src/sources/snapshots/round-rules.ts';
import { areEnough, missesWith } from '#src/sources/watch/watch.ts';
import { checkedArticle, claimOf, FIGHTERS, page, REST, WHOLE } from '#tests/evidence/checked-article.ts';
import { eventsOf } from '#tests/evidence/support.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { sign } from '#tests/reports/signed-article.ts';
import { addedSource, allCopies } from '#tests/sources/copies.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { captureJobs } from '#tests/support/source-verbs.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';

const HOUR = 3_600_000;
const NOTICE = page('We value your privacy. Accept all cookies, or log in to read on.');

let server: HostileServer;
let [shown, status, asked] = [WHOLE, 200, 0];
let robots = { status: 404, words: '' };
before(async () => {
  server = await startHostileServer({
    '/raid': (_req, res) => {
      asked += 1;
      res.writeHead(status, { 'Content-Type': 'text/html' }).end(shown);
    },
    '/robots.txt': (_req, res) => res.writeHead(robots.status, { 'Content-Type': 'text/plain' }).end(robots.words),
  });
});
after(() => server.close());

async function work({ db }: Pick<Context, 'db'>): Promise<void> {
  const kinds = { ...captureJobs({ allow: server.allow, bytes: 3_000_000 }), ...comparisonJobs() };
  while (await workOnce({ db, kinds, onError: (error) => assert.ifError(error) }));
}

async function captureAs(newsroom: Newsroom, source: number, now: string, answers = 200): Promise<void> {
  [shown, status] = [now, answers];
  await askForCapture(newsroom.ctxOf('ben', new Date().toISOString()), source);
  await work(newsroom);
}

/** As if so many hours had passed since the last tries. */
async function pass(db: Db, hours: number): Promise<void> {
  for (const row of await db.selectFrom('source_watch').selectAll().execute()) {
    const back = (at: string) => later(at, -hours * HOUR);
    const misses = (JSON.parse(row.misses) as { at: string }[]).map((miss) => ({ ...miss, at: back(miss.at) }));
    const moved = { looked_at: back(row.looked_at), retry_at: row.retry_at && back(row.retry_at) };
    const change = { ...moved, misses: JSON.stringify(misses) };
    await db.updateTable('source_watch').set(change).where('source_id', '=', row.source_id).execute();
  }
}

/** What several processes do each hour. */
async function hour(newsroom: Newsroom, now: string, answers = 200): Promise<number> {
  [shown, status, asked] = [now, answers, 0];
  const ctx = () => ({ ...newsroom.operator, at: new Date().toISOString() });
  await Promise.all([beginRounds(ctx()), beginRounds(ctx())]);
  await work(newsroom);
  return asked;
}

async function setDays(newsroom: Newsroom, capture_days: number): Promise<void> {
  const { changeDesk } = await import('#src/people/desks/commands.ts');
  const { slug } = newsroom.desks.foreign;
  const desk = await newsroom.db.selectFrom('desk').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
  await changeDesk(newsroom.ctxOf('ada'), slug, { ...desk, capture_days });
}

onEachEngine((engine) => {
  test('captured sources are captured again after so many days, once, and an address that is gone sets claims back', async () => {
    const newsroom = await openNewsroom(engine);
    const { db } = newsroom;
    const source = await addedSource(newsroom, `${server.origin}/raid The raid`);
    const unused = await addedSource(newsroom, `${server.origin}/raid?2 Not used`);
    const secret = await addedSource(newsroom, `${server.origin}/raid?3 Secret`, { is_confidential: 1 });
    const id = await checkedArticle(newsroom, source);
    await checkedArticle(newsroom, secret);
    for (const one of [source, unused, secret]) await captureAs(newsroom, one, WHOLE);
    const states = async () =>
      Promise.all([1, 2].map(async (number) => Object.values(await claimOf(db, id, number)).slice(0, 2)));
    const settled = await states();
    await pass(db, 24 * 400);
    assert.equal(await hour(newsroom, WHOLE), 0);
    await setDays(newsroom, 7);
    assert.equal(await hour(newsroom, WHOLE), 1);
    assert.equal(await hour(newsroom, WHOLE), 0);
    await pass(db, 24 * 6);
    assert.equal(await hour(newsroom, WHOLE), 0);
    await pass(db, 24);
    assert.equal(await hour(newsroom, NOTICE), 1);
    assert.equal((await allCopies(newsroom)).length, 3);
    assert.deepEqual(await states(), settled);

    await pass(db, 24 * 7);
    assert.equal(await hour(newsroom, page(FIGHTERS, REST, REST)), 1);
    assert.match(String((await states())[1]), /^in_work,the passage is no longer in the copy of /);
    const [copy] = (await allCopies(newsroom)).slice(3);
    assert.deepEqual([copy?.taken_by, copy?.how], [null, 'capture']);

    await pass(db, 24 * 7);
    const tries = [
      { hours: 0, answers: 404, count: 1 },
      { hours: 1, answers: 404, count: 0 },
      { hours: 23, answers: 503, count: 1 },
      { hours: 24, answers: 404, count: 1 },
      { hours: 24, answers: 410, count: 1 },
      { hours: 24, answers: 410, count: 0 },
    ];
    for (const [index, { hours, answers, count }] of tries.entries()) {
      await pass(db, hours);
      assert.equal(await hour(newsroom, '', answers), count, `try ${index}`);
      assert.equal((await states())[0]?.[0], index < 4 ? 'closed' : 'in_work');
    }
    assert.match(
      String((await states())[0]),
      /^in_work,the address of its source is gone: not reached on 3 tries since \d+ \w+ 20\d\d$/,
    );
    const events = await eventsOf(db, 'source', 'claim');
    assert.deepEqual([events['source.address_gone'], events['claim.source_changed']], [1, 3]);
    const seqOf = async () =>
      (await db.selectFrom('article').select('changed_seq').where('number', '=', Number(id)).execute())[0]?.changed_seq;
    const [seq, copies] = [await seqOf(), (await allCopies(newsroom)).length];
    await pass(db, 24 * 7);
    assert.equal(await hour(newsroom, page(FIGHTERS, REST, REST)), 1);
    assert.equal((await eventsOf(db, 'source'))['source.address_back'], 1);
    assert.equal((await allCopies(newsroom)).length, copies);
    assert.ok(Number(await seqOf()) > Number(seq));
    const watch = await db.selectFrom('source_watch').select(['misses', 'gone_at']).execute();
    assert.ok(watch.every((one) => one.misses === '[]' && one.gone_at === null));
  });
});

test('an article that is put away, and a signed report, say that an address is gone; the card says each try', async () => {
  const desk = await startNewsroom();
  try {
    const source = await addedSource(desk, `${server.origin}/raid The raid`);
    const id = await checkedArticle(desk, source);
    const ada = await desk.visitor('ada');
    await ada.visit(url('desk', { slug: desk.desks.foreign.slug }));
    await ada.fill(/^Days between captures/, '400').press('Save settings');
    assert.match(ada.text(), /Write a number of days, from 1 to 365, or leave this empty\./);
    await ada.fill(/^Days between captures/, '5').press('Save settings');
    assert.match(ada.text(), /Captures sources again every 5 days/);
    await captureAs(desk, source, WHOLE);
    await sign(desk.ctxOf('ada'), id);
    await putArticleAway(desk.ctxOf('ada'), id, { reason: '', still_due: async () => null });
    const ben = await desk.visitor('ben');
    const card = url('source', { number: source });
    for (const wait of [0, 24, 24]) {
      await pass(desk.db, wait);
      await captureAs(desk, source, '', 404);
      await captureAs(desk, source, '', 404);
      await ben.visit(card);
      if (wait === 0) assert.match(ben.text(), /Not reached on 1 try since .* there is no page at the address/s);
    }
    assert.match(ben.text(), /The address is gone: not reached on 3 tries since/);
    assert.match(ben.text(), /Captured again every 5 days while an article uses it; last tried /);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.equal((await claimOf(desk.db, id, 2)).state, 'ready');
    const gone =
      /Claim 2, “The raid”: the address of its source is gone: not reached on 3 tries since \d+ \w+ 20\d\d\./;
    await ben.visit(`/articles/${id}`);
    assert.match(ben.body, new RegExp(`Since then: .*${gone.source}`));
    await ben.visit(`/articles/${id}/reports/1?audience=public`);
    assert.match(ben.body, new RegExp(`Changed since at its source\\.</b> ${gone.source}`));
    await captureAs(desk, source, WHOLE);
    await ben.visit(`/articles/${id}/reports/1?audience=public`);
    assert.doesNotMatch(ben.body, gone);
    await ben.visit(card);
    assert.doesNotMatch(ben.text(), /not reached/i);
  } finally {
    await desk.close();
  }
});

test('a desk by itself leaves alone what a site asks robots to, and says so; who presses the button captures it', async () => {
  const desk = await startNewsroom();
  try {
    const source = await addedSource(desk, `${server.origin}/raid The raid`);
    await checkedArticle(desk, source);
    await setDays(desk, 5);
    await captureAs(desk, source, WHOLE);
    const ben = await desk.visitor('ben');
    const says = async () => {
      await ben.visit(url('source', { number: source }));
      return ben.text();
    };
    const rounds = async (status: number, words: string) => {
      robots = { status, words };
      await pass(desk.db, 24 * 6);
      return hour(desk, page(REST));
    };
    const FORBIDDEN = 'User-agent: Claimdesk\nDisallow: /raid';
    assert.equal(await rounds(200, FORBIDDEN), 0);
    assert.match(await says(), /the site asks robots not to \(its robots\.txt, since \d+ \w+ 20\d\d\)/);
    assert.deepEqual(await htmlProblems(ben.body), []);
    await captureAs(desk, source, WHOLE);
    assert.equal(asked, 1);
    assert.match(await says(), /the site asks robots not to/);
    assert.equal(await rounds(503, FORBIDDEN), 0);
    assert.equal(await rounds(200, 'User-agent: *\nDisallow: /private'), 1);
    assert.match(await says(), /Captured again every 5 days/);
    assert.equal(await rounds(404, ''), 1);
  } finally {
    robots = { status: 404, words: '' };
    await desk.close();
  }
});

test('three tries over two days are needed; a name is unknown where a name server says so; hosts have turns', async () => {
  const at = (hours: number) => ({ at: later('2026-11-02T10:00:00.000Z', hours * HOUR), what: 'no_page' as const });
  const after = (...hours: number[]) =>
    hours.reduce((misses, one) => missesWith(misses, at(one)), missesWith([], at(0)));
  assert.equal(after(1, 2, 5).length, 1);
  assert.deepEqual([after(24), after(24, 47), after(24, 48), after(7, 50)].map(areEnough), [false, false, true, true]);
  assert.equal(after(...Array.from({ length: 30 }, (_, day) => 24 * (day + 1))).length, 10);
  const says = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  const told = ['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'ECONNREFUSED', 'ETIMEOUT'].map((code) =>
    isUnknownName('gone.example:8080', says(code)),
  );
  assert.deepEqual(await Promise.all(told), [true, true, false, false, false]);
  assert.equal(await isUnknownName('here.example', async () => ['192.0.2.1']), false);
  const due = Array.from({ length: 90 }, (_, index) => ({
    id: String(index),
    url: `https://${index < 60 ? 'a' : `b${index}`}.example/${index}`,
  }));
  const turns = spread(due);
  assert.equal(turns.length, 30 + MOST_OF_HOST);
  assert.deepEqual(turns.slice(0, 2), ['0', '60']);
  assert.ok(spread(due.map((one, index) => ({ ...one, url: `https://c${index}.example` }))).length === MOST_IN_ROUND);
});
