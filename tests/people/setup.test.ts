// The first person: one token, one use, and a desk to begin with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobodyContext } from '#src/context.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { firstPersonToken, type SetupInput, setUpDesk } from '#src/people/setup/commands.ts';
import { writeRefusals } from '#src/people/sign-in/refusal-book-commands.ts';
import { EVENING, startDesk } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { isStored, logOf } from './support.ts';

const PASSWORD = 'ink before the presses roll';

function filledIn(token: string): SetupInput {
  return {
    token,
    display_name: 'Ada Lind',
    email: 'ada@newsroom.example',
    password: PASSWORD,
    desk_name: 'Außenpolitik & Welt',
    time_zone: 'europe/berlin',
    language: 'DE-de',
  };
}

onEachEngine((engine) => {
  test('the token makes an administrator who is editor of the first desk, and the log says so', async () => {
    const db = await engine.open();
    const token = (await firstPersonToken(db)) as string;
    assert.equal(await isStored(db, token), false, 'only its hash is kept');
    const id = await setUpDesk(nobodyContext(db, EVENING), filledIn(token), null);
    const person = await db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([person.id, person.number, person.is_administrator, person.initials], [id, 1, 1, 'AL']);
    const actor = { kind: 'person', id, display_name: 'Ada Lind', is_administrator: true } as const;
    const [desk] = await listDesksOf({ db, actor, at: EVENING });
    assert.deepEqual(
      [desk?.slug, desk?.role, desk?.time_zone, desk?.language],
      ['au-enpolitik-welt', 'editor', 'Europe/Berlin', 'de-DE'],
    );
    const verdicts = await db.selectFrom('verdict').select('meaning').orderBy('position').execute();
    assert.deepEqual(
      verdicts.map(({ meaning }) => meaning),
      ['ok', 'fixed', 'disputed', 'context', 'wrong', 'unsupported', 'author'],
    );
    const log = await logOf(db);
    assert.deepEqual(log.map(({ verb }) => verb).sort(), ['desk.member_added', 'desk.opened', 'person.first_made']);
    assert.ok(log.every(({ actor }) => actor === `person:${id}`));
    assert.equal(await isStored(db, PASSWORD), false);
  });

  test('a wrong token, and the one of an earlier start, make nobody and are noted', async () => {
    const db = await engine.open();
    const earlier = (await firstPersonToken(db, '2026-03-12T16:20:00.000Z')) as string;
    await firstPersonToken(db, '2026-03-12T16:22:00.000Z');
    for (const token of ['made up', earlier])
      await assert.rejects(setUpDesk(nobodyContext(db, EVENING), filledIn(token), '192.0.2.7'), RuleBroken);
    assert.deepEqual(await db.selectFrom('person').selectAll().execute(), []);
    assert.deepEqual(await db.selectFrom('desk').selectAll().execute(), []);
    await writeRefusals(db);
    const events = await db.selectFrom('security_event').select(['kind', 'address']).execute();
    assert.deepEqual(events, Array(2).fill({ kind: 'setup.refused', address: '192.0.2.7' }));
  });

  test('servers that start together print a token each: on PostgreSQL any of them is good, once', async () => {
    const db = await engine.open();
    const seconds = ['00', '01', '59'];
    const tokens = [];
    for (const second of seconds) tokens.push(await firstPersonToken(db, `2026-03-12T16:20:${second}.000Z`));
    const ctx = nobodyContext(db, EVENING);
    const results = [];
    for (const token of engine.name === 'postgres' ? [tokens[0], tokens[2]] : tokens)
      results.push(
        await setUpDesk(ctx, filledIn(token ?? ''), null).then(
          () => 'let in',
          (error) => error.constructor,
        ),
      );
    // One server works on a SQLite file: what another printed is from an earlier start.
    const expected = engine.name === 'postgres' ? ['let in', NotFound] : [RuleBroken, RuleBroken, 'let in'];
    assert.deepEqual(results, expected);
  });

  test('two who bring tokens of two servers at once make one person', async () => {
    const db = await engine.open();
    const [one, other] = [await firstPersonToken(db, EVENING), await firstPersonToken(db, EVENING)];
    const inputs = [filledIn(one ?? ''), { ...filledIn(other ?? ''), email: 'eve@newsroom.example' }];
    const results = await Promise.allSettled(inputs.map((input) => setUpDesk(nobodyContext(db, EVENING), input, null)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await db.selectFrom('person').selectAll().execute()).length, 1);
  });

  test('two who bring the token at once make one person', async () => {
    const db = await engine.open();
    const token = (await firstPersonToken(db)) as string;
    const ctx = nobodyContext(db, EVENING);
    const other = { ...filledIn(token), email: 'eve@newsroom.example', desk_name: 'Another desk' };
    const results = await Promise.allSettled([setUpDesk(ctx, filledIn(token), null), setUpDesk(ctx, other, null)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await db.selectFrom('person').selectAll().execute()).length, 1);
  });

  engine.rule('once there is a person there is neither token nor set-up', async () => {
    const db = await engine.open();
    const token = (await firstPersonToken(db)) as string;
    await setUpDesk(nobodyContext(db, EVENING), filledIn(token), null);
    assert.equal(await firstPersonToken(db), null);
    await assert.rejects(setUpDesk(nobodyContext(db, EVENING), filledIn(token), null), NotFound);
  });
});

test('a new installation leads from its front page to set-up, and from there to an open desk', async () => {
  const desk = await startDesk();
  const token = (await firstPersonToken(desk.db)) as string;
  const ada = await new Visitor(desk.app).visit('/sign-in');
  assert.equal(ada.path, '/setup');
  assert.equal(ada.headers['cache-control'], 'no-store');
  await ada
    .fill('One-time token', token)
    .fill('Your name', 'Ada Lind')
    .fill('Email', 'ada@newsroom.example')
    .fill('Password', 'too short')
    .fill('First desk', 'Foreign desk')
    .choose('Time zone', 'Asia/Kabul')
    .fill('Language', 'not a language')
    .press('Create desk');
  assert.equal(ada.status, 422);
  assert.deepEqual(ada.value('Your name'), 'Ada Lind');
  assert.deepEqual(ada.value('One-time token'), token);
  assert.equal(ada.value('Time zone'), 'Asia/Kabul');
  assert.match(ada.errors().join(), /language tag/);
  await ada.fill('Password', 'too short').fill('Language', 'en').press('Create desk');
  assert.match(ada.errors().join(), /9 of the 15/);
  await ada.fill('Password', PASSWORD).press('Create desk');
  assert.equal((await ada.visit('/desks/foreign-desk')).status, 200);
  assert.equal((await new Visitor(desk.app).visit('/setup')).status, 404);
  assert.equal((await new Visitor(desk.app).send('/setup', { token })).status, 404);
  await desk.close();
});
