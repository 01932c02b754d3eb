// Two cards of one thing put together: all hangs on one, and nothing confidential is opened by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { verifyLog } from '#src/audit/verify.ts';
import { listContacts } from '#src/contacts/contacts/store.ts';
import type { Context } from '#src/context.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import { doiOf, urlKeyOf } from '#src/sources/card/same-source.ts';
import { listLookalikes } from '#src/sources/card/same-source-store.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { destroyIdentity, readIdentity, writeIdentity } from '#src/sources/identity/commands.ts';
import { TABLES_OF_SOURCES } from '#src/sources/merging/store.ts';
import { eventsOf, takeRaidIn } from '#tests/evidence/support.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { mergeSources } from '#tests/support/source-verbs.ts';

async function card(newsroom: Newsroom, source_line: string, more: object = {}): Promise<number> {
  const desk = newsroom.desks.foreign.slug;
  return (await addSource(newsroom.ctxOf('ben'), { desk, source_line, ...more })).source.number;
}

async function merging(ctx: Context, number: number, other: number, choices = {}) {
  const [stays, goes] = [await getSource(ctx, number), await getSource(ctx, other)];
  return mergeSources(ctx, number, { other, revision: stays.revision, other_revision: goes.revision, choices });
}

async function articleOf(newsroom: Newsroom) {
  return newsroom.db.selectFrom('article').select(['id', 'changed_seq']).executeTakeFirstOrThrow();
}

onEachEngine((engine) => {
  test('evidence, contacts and older numbers move; the articles are raised; the log has both; the chain holds', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const id = await takeRaidIn(newsroom);
    const stays = await card(newsroom, 'Bulletin 31', { publisher: 'Governor' });
    const goes = (await addEvidence(ben, id, { number: 1, source_line: 'call Sorov 15:40: six bombers' })).source
      .number;
    const third = await card(newsroom, 'Bulletin thirty-one', { author: 'I. Sorov' });
    await merging(ben, goes, third);
    const before = await articleOf(newsroom);
    assert.deepEqual(await merging(ben, stays, goes, { title: 'other' }), { number: stays });
    const now = await getSource(ben, goes);
    assert.equal(now.number, stays);
    assert.equal((await getSource(ben, third)).number, stays);
    assert.match(now.title, /Sorov/);
    assert.deepEqual([now.publisher, now.author], ['Governor', 'I. Sorov']);
    const after = await articleOf(newsroom);
    assert.ok(after.changed_seq > before.changed_seq);
    assert.deepEqual(
      (await listEvidence(newsroom.db, after.id, 'inside')).map((use) => use.source_number),
      [stays],
    );
    assert.deepEqual(
      (await listContacts(newsroom.db, after.id, 'inside')).map((one) => one.source_number),
      [stays],
    );
    assert.equal((await eventsOf(newsroom.db, 'source'))['source.merged'], 2);
    assert.deepEqual(
      (await verifyLog(newsroom.db)).flatMap((chain) => chain.faults),
      [],
    );
    await addEvidence(ben, id, { number: 2, source_number: third });
    assert.equal((await listEvidence(newsroom.db, after.id, 'inside')).at(-1)?.source_number, stays);
  });

  test('twice is once; two people at once make one of it; others are refused', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
    const [one, two] = [await card(newsroom, 'Bulletin 31'), await card(newsroom, 'Bulletin thirty-one')];
    for (const [who, error] of [
      ['dina', Forbidden],
      ['emil', NotFound],
    ] as const)
      await assert.rejects(
        mergeSources(newsroom.ctxOf(who), one, { other: two, revision: 1, other_revision: 1, choices: {} }),
        error,
      );
    await assert.rejects(
      mergeSources(ben, one, { other: two, revision: 1, other_revision: 9, choices: {} }),
      StaleEdit,
    );
    await assert.rejects(merging(ben, one, one), RuleBroken);
    const settled = await Promise.allSettled([merging(ben, one, two), merging(ada, two, one)]);
    const reasons = settled.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
    assert.deepEqual(reasons, [], 'whoever comes second finds it done');
    assert.equal((await newsroom.db.selectFrom('source').select('id').execute()).length, 1);
    assert.equal((await eventsOf(newsroom.db, 'source'))['source.merged'], 1);
  });

  engine.rule('a confidential card makes the whole confidential and keeps its alias, whichever way round', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const secret = await card(newsroom, 'The clerk', { is_confidential: 1 });
    await merging(ben, await card(newsroom, 'The registrar'), secret);
    const kept = await getSource(ben, secret);
    assert.deepEqual([kept.title, kept.is_confidential, kept.alias], ['The registrar', 1, 'Source A']);
    await merging(ben, kept.number, await card(newsroom, 'The registrar’s aide'));
    assert.equal((await getSource(ben, secret)).is_confidential, 1);
    await assert.rejects(getSource(newsroom.ctxOf('dina'), secret), NotFound);
    await merging(ben, kept.number, await card(newsroom, 'The nurse', { is_confidential: 1, alias: 'A nurse' }), {
      alias: 'other',
    });
    assert.equal((await getSource(ben, secret)).alias, 'A nurse');
  });

  engine.rule('a card with an identity record stays; one whose record is destroyed may go', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const [one, two] = [await card(newsroom, 'Clerk', { is_confidential: 1 }), await card(newsroom, 'The clerk')];
    await writeIdentity(ben, one, { identity: 'Q. M.', readers: [] });
    await assert.rejects(merging(ben, two, one), RuleBroken);
    await merging(ben, one, two);
    assert.deepEqual(await readIdentity(ben, one), { ok: true, identity: 'Q. M.' });
    await destroyIdentity(ben, one, { reason: 'Done.' });
    await merging(ben, await card(newsroom, 'Another clerk'), one);
    assert.equal((await getSource(ben, one)).is_confidential, 1);
  });

  test('another spelling of an address and a DOI are one source; a card that came to look like another is offered', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const number = await card(newsroom, 'https://www.karsa.example/list/?b=2&a=1#top');
    assert.equal(await card(newsroom, 'http://karsa.example/list?a=1&b=2&utm_source=x'), number);
    const paper = await card(newsroom, 'https://doi.org/10.1000/ABC.1 A paper');
    assert.equal((await getSource(ben, paper)).doi, '10.1000/abc.1');
    assert.equal(await card(newsroom, 'The same paper', { doi: 'doi:10.1000/abc.1' }), paper);
    const other = await card(newsroom, 'The paper, printed');
    const printed = await getSource(ben, other);
    await changeSource(ben, other, { ...cardOf(printed), doi: '10.1000/abc.1', revision: printed.revision });
    const found = await listLookalikes(newsroom.db, await getSource(ben, paper));
    assert.deepEqual(
      found.map((one) => [one.number, one.shares]),
      [[other, ['doi']]],
    );
    await assert.rejects(changeSource(ben, other, { ...cardOf(printed), doi: 'ten', revision: 2 }), RuleBroken);
  });
});

onSqlite((engine) => {
  test('every table that leads to a card is among those that move', async () => {
    const db = await engine.open();
    const { rows } = await sql<{ name: string }>`select t.name from pragma_table_list t
      join pragma_foreign_key_list(t.name) f where t.schema = 'main' and f."table" = 'source'`.execute(db);
    assert.deepEqual([...new Set(rows.map((row) => row.name))].sort(), [...TABLES_OF_SOURCES].sort());
  });
});

test('an address is the same without what says nothing, and another where something differs', () => {
  const same = [
    'https://www.karsa.example/a/',
    'http://karsa.example/a#part',
    'https://karsa.example:443/a?',
    'https://KARSA.example./a/?fbclid=1',
  ];
  assert.deepEqual([...new Set(same.map(urlKeyOf))], ['karsa.example/a']);
  const others = [
    'https://karsa.example/A',
    'https://karsa.example/a?x',
    'https://karsa.example:8443/a',
    'https://m.karsa.example/a',
    'https://karsa.example/a#/b',
  ];
  assert.equal(new Set(others.map(urlKeyOf)).size, others.length);
  assert.equal(urlKeyOf(''), '');
  assert.equal(doiOf('https://doi.org/10.1000/AB%2Fc?x=1'), '10.1000/ab/c');
  assert.deepEqual(['', 'doi', '10.1/x', '11.1000/x', 'https://example.org/10.1000/x'].map(doiOf), [
    '',
    '',
    '',
    '',
    '',
  ]);
});

test('two cards are put together on a page, side by side; the old number leads to the new card', async (t) => {
  const desk = await startNewsroom();
  t.after(() => desk.close());
  const stays = await card(desk, 'Bulletin 31', { publisher: 'Governor' });
  const goes = await card(desk, 'BULLETIN 31, the governor', { publisher: 'Governor’s office' });
  const [ben, dina] = [await desk.visitor('ben'), await desk.visitor('dina')];
  await ben.visit(`/sources/${stays}`);
  await ben.follow('Merge with another source');
  await ben.fill('Number of the other source', '999').press('Show both');
  assert.equal(ben.status, 422);
  await ben.fill('Number of the other source', String(stays)).press('Show both');
  assert.equal(ben.status, 422);
  await ben.fill('Number of the other source', String(goes)).press('Show both');
  assert.match(ben.text(), new RegExp(`Source ${stays} stays, not used Source ${goes} is merged into it`));
  await ben.choose('Publisher', /^Governor’s office/).press('Merge sources');
  assert.equal(ben.path, `/sources/${stays}`);
  assert.equal(ben.value('Publisher'), 'Governor’s office');
  assert.equal(ben.value('Title'), 'Bulletin 31');
  await ben.visit(`/sources/${goes}`);
  assert.equal(ben.path, `/sources/${stays}`);
  assert.match(ben.notice(), new RegExp(`Source ${goes} was merged into source ${stays}`));
  assert.equal((await dina.visit(`/sources/${stays}/merging`)).status, 403);
});
