// The keys with which a desk signs: made by its editors, and never lost for what they signed.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findDetailOf } from '#src/audit/store.ts';
import { verifyAll } from '#src/cli/verification.ts';
import { transact } from '#src/context.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { keyToSignWith, makeDeskKey } from '#src/people/keys/commands.ts';
import {
  fingerprintInGroups,
  fingerprintOf,
  isSameFingerprint,
  isSigned,
  newKeyPair,
  signText,
} from '#src/people/keys/desk-key.ts';
import { listKeys } from '#src/people/keys/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { logOf } from './support.ts';

const SLUG = 'foreign-desk';

onEachEngine((engine) => {
  test('half a key that is not its own signs nothing', () => {
    const [one, other] = [newKeyPair(), newKeyPair()];
    assert.throws(() => signText('what ran', { ...one, private_key: other.private_key }), /nothing was signed/);
  });

  test('an editor makes a key, and a new one takes its place; only the public half of the old one stays', async () => {
    const newsroom = await openNewsroom(engine);
    const { db } = newsroom;
    const ada = newsroom.ctxOf('ada');
    const first = await makeDeskKey(ada, SLUG);
    assert.match(first.fingerprint, /^SHA256:[A-Za-z0-9+/]{43}$/);
    const { private_key, public_key } = await db.selectFrom('desk_key').selectAll().executeTakeFirstOrThrow();
    const signature = signText('what ran', { private_key: private_key as string, public_key });
    const second = await makeDeskKey(ada, SLUG);
    assert.deepEqual([first.number, second.number], [1, 2]);
    assert.notEqual(first.fingerprint, second.fingerprint);
    const [now, before] = await db.selectFrom('desk_key').selectAll().orderBy('number', 'desc').execute();
    assert.ok(now?.private_key && now.retired_at === null);
    assert.deepEqual([before?.private_key, before?.retired_at], [null, ada.at]);
    assert.ok(isSigned('what ran', { signature, public_key: before?.public_key as string }));
    assert.ok(!isSigned('what ran', { signature, public_key: now.public_key }));
    const desk = newsroom.desks.foreign.id;
    assert.equal(
      (await findDetailOf(db, { subject: `desk:${desk}`, verb: 'desk.key_made' }))?.fingerprint,
      first.fingerprint,
    );
    assert.ok(!JSON.stringify(await logOf(db)).includes(private_key as string));
    assert.ok(!JSON.stringify(await listKeys(db, desk)).includes(now.private_key));
    assert.deepEqual(
      (await verifyAll(ada)).findings.filter((one) => !one.includes('never entered')),
      [],
    );
  });

  engine.rule('reviewers, guests and other desks make no key; an administrator does', async () => {
    const newsroom = await openNewsroom(engine);
    for (const name of ['ben', 'dina'] as const)
      await assert.rejects(makeDeskKey(newsroom.ctxOf(name), SLUG), Forbidden);
    await assert.rejects(makeDeskKey(newsroom.ctxOf('emil'), SLUG), NotFound);
    await makeDeskKey(newsroom.ctxOf('ada'), 'weekend-desk');
    assert.equal((await newsroom.db.selectFrom('desk_key').selectAll().execute()).length, 1);
  });

  test('two who sign at once sign with one key', async () => {
    const newsroom = await openNewsroom(engine);
    const ada = newsroom.ctxOf('ada');
    const key = () =>
      transact(ada, async (ctx) => {
        await sql`update desk set revision = revision + 1 where id = ${newsroom.desks.foreign.id}`.execute(ctx.db);
        return (await keyToSignWith(ctx, newsroom.desks.foreign.id)).public_key;
      });
    const [one, other] = await Promise.all([key(), key()]);
    assert.equal(one, other);
  });

  test('by hand no key is changed, taken away, put in the place of another or brought back', async () => {
    const newsroom = await openNewsroom(engine);
    behindTheLog(newsroom.db);
    const ada = newsroom.ctxOf('ada');
    await makeDeskKey(ada, SLUG);
    await makeDeskKey(ada, SLUG);
    const desk = newsroom.desks.foreign.id;
    const attempts = [
      `update desk_key set public_key = 'x' where number = 2`,
      `update desk_key set retired_at = null, private_key = 'x' where number = 1`,
      `update desk_key set retired_at = '2030' where number = 1`,
      'delete from desk_key',
      `insert into desk_key select id, '${desk}', 3, 'y', null, created_at, created_by, created_at, null from desk_key where number = 1`,
      ...(engine.name === 'sqlite'
        ? [
            `insert or replace into desk_key select id, desk_id, number, 'x', private_key, created_at, created_by, retired_at, retired_by from desk_key`,
          ]
        : ['truncate desk_key cascade']),
    ];
    for (const attempt of attempts)
      await assert.rejects(sql.raw(attempt).execute(newsroom.db), /guarded|unique/i, attempt);
    if (engine.name === 'sqlite') {
      // As another program opens the file.
      await sql.raw('pragma recursive_triggers = off').execute(newsroom.db);
      for (const attempt of attempts.filter((one) => one.startsWith('insert')))
        await assert.rejects(sql.raw(attempt).execute(newsroom.db), /guarded/, attempt);
    }
  });
});

test('the desk’s page tells the fingerprint, hands out the public key, and tells nobody the other half', async () => {
  const desk = await startNewsroom();
  const ada = await (await desk.visitor('ada')).visit('/desks/foreign-desk');
  assert.match(ada.text(), /created when the first report is signed/);
  await ada.press('Create key');
  const { public_key, private_key } = await desk.db.selectFrom('desk_key').selectAll().executeTakeFirstOrThrow();
  const grouped = fingerprintInGroups(fingerprintOf(public_key));
  assert.ok(ada.text().includes(grouped));
  assert.ok(isSameFingerprint(grouped, fingerprintOf(public_key)));
  await ada.press('Create new key');
  assert.match(ada.text(), /One former key/);
  assert.ok(!ada.body.includes(private_key as string));
  const dina = await (await desk.visitor('dina')).visit('/desks/foreign-desk/keys/1.pem');
  const signature = Buffer.from(signText('word', { private_key: private_key as string, public_key }), 'base64');
  assert.ok(verify(null, Buffer.from('word'), createPublicKey(dina.text()), signature));
  assert.equal((await dina.visit('/desks/foreign-desk/keys/3.pem')).status, 404);
  assert.equal((await dina.send('/desks/foreign-desk/keys', {})).status, 403);
  await desk.close();
});
