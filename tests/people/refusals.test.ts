// Floods of refused requests: noted and counted in few transactions and rows, and nobody waits for them.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { firstPersonToken } from '#src/people/setup/commands.ts';
import { noteRefusal, writeRefusals } from '#src/people/sign-in/refusal-book-commands.ts';
import { noteSecurityEvent } from '#src/people/sign-in/security-events.ts';
import { sweepTheDoor } from '#src/people/sign-in/sweep-commands.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, openNewsroom, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';

const DAY = 86_400_000;
const FLOOD = 90;
/** What a single transaction with one row adds to SQLite's log: two pages or more. */
const PAGES_OF_A_FEW = 50;
const PAGE_BYTES = 4120;

const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));

async function open(settings: Record<string, string> = { TRUST_PROXY: '1' }) {
  const desk = await startNewsroom(undefined, { settings });
  closing.push(desk.close);
  return desk;
}

/** Does something and gives back how many pages the database wrote for it. */
async function pagesWritten(desk: TestDesk, work: () => Promise<unknown>): Promise<number> {
  await writeRefusals(desk.db);
  await sql`pragma wal_checkpoint(truncate)`.execute(desk.db);
  await work();
  await writeRefusals(desk.db);
  return statSync(`${sqliteFileOf(desk.config.data_dir)}-wal`).size / PAGE_BYTES;
}

function flood(desk: TestDesk, send: (stranger: Visitor, index: number) => Promise<Visitor>): Promise<Visitor[]> {
  return Promise.all(Array.from({ length: FLOOD }, (_, index) => send(new Visitor(desk.app), index)));
}

/** How many refusals of this kind are on record, those that were only counted too. */
async function noted(desk: Pick<TestDesk, 'db'>, kind: string): Promise<{ rows: number; all: number }> {
  await writeRefusals(desk.db);
  const rows = await desk.db.selectFrom('security_event').select('detail').where('kind', '=', kind).execute();
  const counts = rows.map(({ detail }) => /^and ([\d,]+) more from/.exec(detail)?.[1]?.replaceAll(',', '') ?? '1');
  return { rows: rows.length, all: counts.reduce((sum, count) => sum + Number(count), 0) };
}

const SAME = { 'Sec-Fetch-Site': 'same-origin' };
const of = (index: number) => ({ 'X-Forwarded-For': `203.0.${index >> 8}.${index & 255}` });

const FLOODS: [string, string, (stranger: Visitor, index: number) => Promise<Visitor>, number[]][] = [
  [
    'forged posts from one address',
    'post.refused',
    (stranger) => stranger.send('/articles', {}, { 'Sec-Fetch-Site': 'cross-site' }),
    [403],
  ],
  [
    'forged posts from an address each',
    'post.refused',
    (stranger, index) => stranger.send('/articles', {}, { 'Sec-Fetch-Site': 'cross-site', ...of(index) }),
    [403],
  ],
  ['made-up invitations', 'link.refused', (stranger, index) => stranger.visit(`/invitations/made-up-${index}`), [404]],
  [
    'made-up links for a new password, posted',
    'link.refused',
    (stranger, index) => stranger.send(`/reset/made-up-${index}`, { password: PASSWORD }),
    [404],
  ],
  [
    'made-up links for a writer, from an address each',
    'link.refused',
    (stranger, index) => stranger.visit(`/writer/made-up-${index}`, of(index)),
    [404],
  ],
];

for (const [name, kind, send, statuses] of FLOODS)
  test(`a flood of ${name} is noted to the last one, in few rows and few transactions`, async () => {
    const desk = await open();
    // With their connections open, all come at once.
    await flood(desk, (stranger) => stranger.visit('/nothing'));
    await writeRefusals(desk.db);
    const began = performance.now();
    const { answers, commits } = await commitsOf(desk, async () => {
      const answers = await flood(desk, send);
      await writeRefusals(desk.db);
      return { answers };
    });
    assert.ok(answers.every(({ status }) => statuses.includes(status)));
    // A few for the flood, and one for each second in which it goes on.
    const most = FLOOD / 10 + (performance.now() - began) / 1000;
    assert.ok(commits <= most, `${commits} commits, not ${most}`);
    const { rows, all } = await noted(desk, kind);
    assert.equal(all, FLOOD);
    assert.ok(rows <= 110, `${rows} rows`);
  });

test('who guesses at the desk’s set-up costs neither a transaction nor a hash, and is noted', async () => {
  const desk = await startDesk();
  closing.push(desk.close);
  await firstPersonToken(desk.db);
  const fields = {
    display_name: 'Eve',
    email: 'eve@evil.example',
    password: PASSWORD,
    desk_name: 'Mine',
    language: 'en',
  };
  const pages = await pagesWritten(desk, async () => {
    const answers = await flood(desk, (stranger, index) =>
      stranger.send('/setup', { ...fields, token: `made-up-${index}`, time_zone: 'UTC' }),
    );
    assert.ok(answers.every(({ status }) => status === 422));
  });
  assert.ok(pages < PAGES_OF_A_FEW, `${pages} pages`);
  assert.equal((await noted(desk, 'setup.refused')).all, FLOOD);
});

test('signing out without having been in writes nothing', async () => {
  const desk = await open();
  assert.equal(await pagesWritten(desk, () => flood(desk, (stranger) => stranger.send('/sign-out', {}))), 0);
});

test('of a flood of wrong sign-ins few are looked at, the others wait or are turned away, and all are noted', async () => {
  const desk = await open();
  const answers: Visitor[] = [];
  const pages = await pagesWritten(desk, async () => {
    const fields = (index: number) => ({ email: `guess${index}@newsroom.example`, password: 'guess' });
    answers.push(...(await flood(desk, (stranger, index) => stranger.send('/sign-in', fields(index), SAME))));
    answers.push(
      ...(await flood(desk, (stranger, index) => stranger.send('/sign-in', fields(index), { ...SAME, ...of(index) }))),
    );
  });
  assert.ok(pages < 2 * PAGES_OF_A_FEW, `${pages} pages`);
  const busy = answers.filter(({ status }) => status === 503);
  assert.ok(busy.length > 0);
  for (const { headers } of busy) assert.equal(headers['retry-after'], '5');
  assert.match(busy[0]?.text() ?? '', /The desk is busy with other sign-ins.*try again in a few seconds/);
  assert.match(String(busy[0]?.value('Email')), /^guess\d+@newsroom.example$/, 'the address is still in the form');
  assert.ok(answers.every(({ status }) => [422, 429, 503].includes(status)));
  const kinds = ['sign_in.refused', 'sign_in.locked', 'sign_in.turned_away'];
  const all = await Promise.all(kinds.map((kind) => noted(desk, kind)));
  assert.equal(
    all.reduce((sum, one) => sum + one.all, 0),
    2 * FLOOD,
  );
});

test('while strangers crowd at the door, Ben saves, changes his password, and signs in where he is known', async () => {
  const desk = await open();
  const [ben, phone] = [await desk.signIn('ben'), await desk.signIn('ben')];
  await (await phone.visit('/me')).press('Sign out');
  const crowd = flood(desk, (stranger, index) =>
    stranger.send('/sign-in', { email: `x${index}@newsroom.example`, password: 'guess' }, { ...SAME, ...of(index) }),
  );
  await (await ben.visit('/me')).fill('Name', 'Ben O.').press('Save preferences');
  assert.equal(ben.notice(), 'Saved.');
  await ben.fill('Current password', 'wrong').fill('New password', 'seven herons on one leg').press('Change password');
  assert.deepEqual(ben.errors(), ['This is not your current password. Nothing was changed.']);
  await phone.signIn(emailOf('ben'), PASSWORD);
  assert.equal(phone.path, '/');
  await crowd;
});

test('whoever is locked out is told so without a question to the database, until somebody ends the wait', async () => {
  const desk = await open({});
  for (let tries = 0; tries < 5; tries += 1) {
    await new Visitor(desk.app).send('/sign-in', { email: emailOf('ben'), password: 'guess' });
    desk.wait(tries < 4 ? 1 : 0);
  }
  const stranger = new Visitor(desk.app);
  const attempt = () => stranger.send('/sign-in', { email: emailOf('ben'), password: PASSWORD });
  assert.equal((await attempt()).status, 429);
  const pages = await pagesWritten(desk, async () => {
    for (let tries = 0; tries < 30; tries += 1) assert.equal((await attempt()).status, 429);
  });
  assert.ok(pages < 20, `${pages} pages for refusals that are noted once in a second`);
  // Another process ends the wait: it is believed for two seconds at most.
  await desk.db.deleteFrom('guess').execute();
  while ((await attempt()).status === 429) await wait(100);
  assert.equal(stranger.path, '/');
});

onEachEngine((engine) => {
  test('refusals are written together, who they concern is found, and what is too much is a number', async () => {
    const { db, persons } = await openNewsroom(engine);
    const at = '2026-03-14T16:00:00.000Z';
    for (let count = 0; count < 4317; count += 1)
      noteRefusal(db, { at, kind: 'sign_in.refused', email: emailOf('ben'), address: '192.0.2.7' });
    for (let count = 0; count < 300; count += 1)
      noteRefusal(db, { at, kind: 'post.refused', address: `198.51.100.${count}`, detail: 'forged' });
    await writeRefusals(db);
    const rows = await db.selectFrom('security_event').selectAll().orderBy('id').execute();
    const details = rows.map(({ detail }) => detail);
    assert.ok(rows.length <= 102, `${rows.length} rows`);
    assert.ok(details.includes('and 4,312 more from this address'));
    assert.ok(details.some((detail) => /^and \d+ more from other addresses$/.test(detail)));
    assert.ok(
      rows.slice(0, 5).every(({ person_id, kind }) => person_id === persons.ben.id && kind === 'sign_in.refused'),
    );
    assert.equal((await noted({ db }, 'post.refused')).all, 300);
  });

  test('refusals come into the database by themselves, soon', async () => {
    const { db } = await openNewsroom(engine);
    for (let count = 0; count < 3; count += 1)
      noteRefusal(db, { at: '2026-03-14T16:00:00.000Z', kind: 'link.refused', address: '192.0.2.7' });
    const rows = () => db.selectFrom('security_event').select('id').execute();
    while ((await rows()).length < 3) await wait(20);
  });

  test('security events go after 90 days, refusals beyond a hundred thousand before; who signed in stays', async () => {
    const { db, ctxOf } = await openNewsroom(engine);
    const now = Date.parse('2026-03-14T16:00:00.000Z');
    const daysAgo = (days: number) => new Date(now - days * DAY).toISOString();
    await noteSecurityEvent(db, { at: daysAgo(89), kind: 'sign_in.done' });
    await noteSecurityEvent(db, { at: daysAgo(91), kind: 'sign_in.done' });
    const n =
      engine.name === 'sqlite'
        ? sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 100500) select i from n`
        : sql`select i from generate_series(1, 100500) i`;
    await sql`insert into security_event (id, at, kind, detail)
      select 'refused-' || i, ${daysAgo(1)}, 'post.refused', '' from (${n}) numbers`.execute(db);
    await noteSecurityEvent(db, { at: daysAgo(0), kind: 'link.refused' });
    await sweepTheDoor(ctxOf('ada', daysAgo(0)));
    const kinds = await db
      .selectFrom('security_event')
      .select(['kind', (eb) => eb.fn.countAll().as('count')])
      .groupBy('kind')
      .orderBy('kind')
      .execute();
    assert.deepEqual(
      kinds.map(({ kind, count }) => [kind, Number(count)]),
      [
        ['link.refused', 1],
        ['post.refused', 99_999],
        ['sign_in.done', 1],
      ],
    );
  });
});
