// The identity of a confidential source: sealed, read by those it names, noted, destroyed for good.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pino } from 'pino';
import { verifyLog } from '#src/audit/verify.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { destroyIdentity, nameReader, readIdentity, writeIdentity } from '#src/sources/identity/commands.ts';
import { newKey, openSealed, SealBroken, sealWords } from '#src/sources/identity/sealing.ts';
import { librarySearchIn } from '#src/sources/library/search.ts';
import { listSources } from '#src/sources/library/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';

const WORDS = 'Quintessa Marlow, third floor, rings at dawn from the phone box';

async function clerk(newsroom: Newsroom): Promise<number> {
  const desk = newsroom.desks.foreign.slug;
  const card = { desk, source_line: 'The clerk', is_confidential: 1 as const };
  return (await addSource(newsroom.ctxOf('ben'), card)).source.number;
}

onEachEngine((engine) => {
  test('it is read by those it names and by no editor else; each reading is in the log, its words are not', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada, cleo] = (['ben', 'ada', 'cleo'] as const).map((name) => newsroom.ctxOf(name)) as [
      never,
      never,
      never,
    ];
    const number = await clerk(newsroom);
    await writeIdentity(ben, number, { identity: WORDS, readers: [] });
    assert.deepEqual(await readIdentity(ben, number), { ok: true, identity: WORDS });
    await assert.rejects(readIdentity(ada, number), Forbidden);
    await assert.rejects(nameReader(ada, number, { reader: newsroom.persons.ada.number }), Forbidden);
    await nameReader(ben, number, { reader: newsroom.persons.cleo.number });
    await nameReader(ben, number, { reader: newsroom.persons.cleo.number });
    assert.deepEqual(await readIdentity(cleo, number), { ok: true, identity: WORDS });
    const log = await newsroom.db
      .selectFrom('log')
      .innerJoin('log_detail', (join) =>
        join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
      )
      .selectAll()
      .orderBy('log.number')
      .execute();
    const verbs = log.map((entry) => entry.verb).filter((verb) => verb.startsWith('identity.'));
    assert.deepEqual(verbs, ['identity.written', 'identity.read', 'identity.reader_named', 'identity.read']);
    assert.doesNotMatch(JSON.stringify(log), /Quintessa/);
    for (const table of ['source_identity', 'source_identity_key', 'source'] as const)
      assert.doesNotMatch(JSON.stringify(await newsroom.db.selectFrom(table).selectAll().execute()), /Quintessa/);
    assert.equal(
      (await listSources(ben, { ...librarySearchIn({ words: 'quintessa' }), limit: 9, offset: 0 })).length,
      0,
    );
  });

  engine.rule('guests, strangers and the operator come nowhere near it', async () => {
    const newsroom = await openNewsroom(engine);
    const number = await clerk(newsroom);
    const input = { identity: WORDS, readers: [] };
    await assert.rejects(writeIdentity(newsroom.ctxOf('dina'), number, input), NotFound);
    await assert.rejects(writeIdentity(newsroom.ctxOf('emil'), number, input), NotFound);
    await assert.rejects(writeIdentity(newsroom.operator, number, input), Forbidden);
    await writeIdentity(newsroom.ctxOf('ben'), number, input);
    for (const [who, error] of [
      ['dina', NotFound],
      ['emil', NotFound],
    ] as const) {
      await assert.rejects(readIdentity(newsroom.ctxOf(who), number), error);
      await assert.rejects(destroyIdentity(newsroom.ctxOf(who), number, { reason: 'x' }), error);
    }
    await assert.rejects(readIdentity(newsroom.operator, number), Forbidden);
    await assert.rejects(destroyIdentity(newsroom.operator, number, { reason: 'x' }), Forbidden);
  });

  test('one record a source, only of a confidential one, naming only those who work at the desk', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const number = await clerk(newsroom);
    const open = (await addSource(ben, { desk: newsroom.desks.foreign.slug, source_line: 'Harbour log' })).source;
    const write = (at: number, identity: string, readers: number[] = []) =>
      writeIdentity(ben, at, { identity, readers });
    await assert.rejects(write(open.number, WORDS), RuleBroken);
    await assert.rejects(write(number, '  '), RuleBroken);
    await assert.rejects(write(number, WORDS, [newsroom.persons.dina.number]), RuleBroken);
    await assert.rejects(write(number, WORDS, [newsroom.persons.emil.number]), RuleBroken);
    const both = await Promise.allSettled([write(number, WORDS), write(number, 'Somebody else')]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    const card = await getSource(ben, number);
    const opened = { ...cardOf(card), is_confidential: 0 as const, revision: card.revision };
    await assert.rejects(changeSource(newsroom.ctxOf('ada'), number, opened), RuleBroken);
  });

  engine.rule('destroyed, words and key are gone, a tombstone stays, and every chain of the log holds', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
    const number = await clerk(newsroom);
    await writeIdentity(ben, number, { identity: WORDS, readers: [] });
    await assert.rejects(destroyIdentity(newsroom.ctxOf('cleo'), number, { reason: 'x' }), Forbidden);
    await assert.rejects(destroyIdentity(ada, number, { reason: ' ' }), RuleBroken);
    await destroyIdentity(ada, number, { reason: 'The court asked.' });
    await assert.rejects(readIdentity(ben, number), NotFound);
    await assert.rejects(destroyIdentity(ada, number, { reason: 'again' }), NotFound);
    const [row] = await newsroom.db.selectFrom('source_identity').selectAll().execute();
    assert.deepEqual([row?.sealed, row?.destruction_reason], [null, 'The court asked.']);
    assert.equal((await newsroom.db.selectFrom('source_identity_key').selectAll().execute()).length, 0);
    assert.deepEqual(
      (await verifyLog(newsroom.db)).flatMap((chain) => chain.faults),
      [],
    );
    await writeIdentity(ben, number, { identity: 'Nobody', readers: [] });
    assert.deepEqual(await readIdentity(ben, number), { ok: true, identity: 'Nobody' });
  });

  test('a record that was changed, swapped or moved outside the program does not open, and the log says so', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const number = await clerk(newsroom);
    await writeIdentity(ben, number, { identity: WORDS, readers: [] });
    const [row] = await newsroom.db.selectFrom('source_identity').selectAll().execute();
    const bytes = Buffer.from(row?.sealed as string, 'base64');
    bytes[60] = (bytes[60] as number) ^ 1;
    await behindTheLog(newsroom.db)
      .updateTable('source_identity')
      .set({ sealed: bytes.toString('base64') })
      .execute();
    assert.deepEqual(await readIdentity(ben, number), { ok: false });
    const last = await newsroom.db.selectFrom('log').select('verb').orderBy('number', 'desc').executeTakeFirst();
    assert.equal(last?.verb, 'identity.found_damaged');
  });
});

test('a seal opens with its key for its own record and desk alone; its length tells nothing of a name', () => {
  const key = newKey();
  const belongs = { desk_id: 'd', source_id: 's', identity_id: 'i' };
  const sealed = sealWords('Ada', key, belongs);
  assert.equal(openSealed(sealed, key, belongs), 'Ada');
  for (const other of [{ desk_id: 'x' }, { source_id: 'x' }, { identity_id: 'x' }])
    assert.throws(() => openSealed(sealed, key, { ...belongs, ...other }), SealBroken);
  assert.throws(() => openSealed(sealed, newKey(), belongs), SealBroken);
  const other = sealWords('Ada', key, belongs);
  assert.throws(() => openSealed({ ...sealed, wrapped: other.wrapped }, key, belongs), SealBroken);
  assert.throws(() => openSealed({ ...sealed, sealed: '' }, key, belongs), SealBroken);
  assert.notEqual(sealed.sealed, other.sealed);
  assert.equal(sealWords('A', key, belongs).sealed.length, sealWords('A'.repeat(400), key, belongs).sealed.length);
});

test('on its page it is read by one press, kept nowhere, and gone from the file once destroyed', async (t) => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const desk = await startNewsroom(undefined, { log });
  t.after(() => desk.close());
  const number = await clerk(desk);
  const page = `/sources/${number}/identity`;
  const [ben, ada, dina, emil, nobody] = [
    await desk.visitor('ben'),
    await desk.visitor('ada'),
    await desk.visitor('dina'),
    await desk.visitor('emil'),
    await desk.visitor(),
  ];
  await ben.visit(`/sources/${number}`);
  await ben.follow('Who it is');
  await ben.press('Seal record');
  assert.equal(ben.status, 422);
  await ben
    .fill(/^Who it is, and/, WORDS)
    .choose(/^Who else may/, 'Cleo Rahimi')
    .press('Seal record');
  assert.match(ben.text(), /Named readers Ben Okafor Cleo Rahimi/);
  assert.doesNotMatch(ben.body, /Quintessa/);
  await ben.press('Read record');
  assert.match(ben.text(), /Quintessa Marlow, third floor/);
  assert.equal(ben.headers['cache-control'], 'no-store');
  await ada.visit(page);
  assert.match(ada.text(), /You are not named/);
  assert.equal((await ada.send(`${page}/reading`, {})).status, 403);
  for (const path of [page, `${page}/reading`, `${page}/readers`, `${page}/destruction`]) {
    assert.equal((await dina.send(path, { reader: '1', reason: 'x', identity: 'x' })).status, 404, path);
    assert.equal((await emil.send(path, { reader: '1', reason: 'x', identity: 'x' })).status, 404, path);
    await nobody.send(path, {});
    assert.ok(nobody.path.startsWith('/sign-in'));
  }
  assert.equal((await dina.visit(page)).status, 404);
  await ben.visit(page);
  await ben.choose('Name another reader', 'Ada Lind').press('Add reader');
  assert.match(ben.notice(), /Named/);
  await ada.visit(page);
  await ada.press('Read record');
  assert.match(ada.text(), /Quintessa/);
  const before = await desk.db
    .selectFrom('source_identity')
    .innerJoin('source_identity_key', 'identity_id', 'id')
    .select(['sealed', 'wrapped'])
    .executeTakeFirstOrThrow();
  await ada.visit(page);
  await ada.fill('Why', 'The court asked.').press(/^Destroy record/);
  assert.match(ada.text(), /A record was destroyed by Ada Lind.*The court asked\./);
  const file = sqliteFileOf(desk.config.data_dir);
  const bytes = Buffer.concat(['', '-wal'].map((end) => readFileSync(file + end))).toString('latin1');
  for (const gone of [before.wrapped, (before.sealed as string).slice(40, 90), 'Quintessa'])
    assert.ok(!bytes.includes(gone), 'its bytes are gone from the database file');
  assert.doesNotMatch(lines.join(''), /Quintessa/);
});
