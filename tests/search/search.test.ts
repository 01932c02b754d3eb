// The search finds what is there, at once, and only for those who may see it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { transact } from '#src/context.ts';
import { insertMember } from '#src/people/member-store.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { makeIndexAnew, takeUpChanges } from '#src/search/index-commands.ts';
import { cardOf } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { EVENING } from '#tests/support/app.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { findings, SECRET, takeSearchedIn } from './support.ts';

onEachEngine((engine) => {
  test('people find articles, claims, sources, passages, queries and contacts of their desks, as far as they may', async () => {
    const newsroom = await openNewsroom(engine);
    const id = await takeSearchedIn(newsroom);
    const [ben, dina, emil] = [newsroom.ctxOf('ben'), newsroom.ctxOf('dina'), newsroom.ctxOf('emil')];
    const of = (words: string, more: Record<string, string> = {}, ctx = ben) => findings(ctx, { words, ...more });

    const all = ['article 1', 'claim 1', 'source Harbour log of Lusk'];
    assert.deepEqual(await of('lusk'), all);
    assert.deepEqual(await of('lusk', {}, dina), all);
    assert.deepEqual(await of('"fighters entered" LUSK'), ['article 1', 'claim 1']);
    assert.deepEqual(await of('"entered fighters"'), ['~article 1', '~claim 1']);
    assert.deepEqual(await of('figh* milit*'), ['article 1', 'claim 1']);
    assert.deepEqual(await of('100'), ['article 1', 'claim 1']);
    assert.deepEqual(await of('twelve boats'), ['passage 1']);
    assert.deepEqual(await of('vandermeer'), ['query 1']);
    assert.deepEqual(await of('fishing quay'), ['contact Ilse Quay']);
    for (const words of ['barrels "on the"', '"on the quay"', '"on the qu*"', '"barrels on the"', '"barrels on th*"']) {
      assert.deepEqual(await of(words), ['passage 2'], words);
      assert.deepEqual(await of(words, {}, dina), [], words);
    }
    assert.deepEqual(await of('barrels "the on"'), ['~passage 2']);
    assert.deepEqual(await of('barrels', {}, newsroom.ctxOf('frida')), ['passage 2']);
    assert.deepEqual(await of('quintessa'), [`source ${SECRET.source}`]);

    // Words alike, where nothing has those; a number is like none.
    assert.deepEqual(await of('millitia figters'), ['~article 1', '~claim 1']);
    assert.deepEqual(await of('101 fighters'), []);
    assert.deepEqual(await of('zzzz'), []);

    // Guests and strangers: not a trace, however they spell it.
    for (const words of ['quintessa', 'quintesa', 'quint*', 'barrels', 'barels', 'vandermeer', 'vandermer', 'fishing'])
      assert.deepEqual(await of(words, {}, dina), [], words);
    assert.deepEqual(await of('twelve boats', {}, dina), ['passage 1']);
    assert.deepEqual(await of('lusk', {}, emil), []);

    // What it is narrowed to.
    assert.deepEqual(await of('', { verdict: 'disputed' }), ['claim 1']);
    assert.deepEqual(await of('', { verdict: 'none', state: 'in_work' }), ['claim 2']);
    assert.deepEqual(await of('fighters', { speaker: 'governor' }), ['claim 2']);
    assert.deepEqual(await of('fighters', { of: 'claim', kind: 'name' }), []);
    assert.deepEqual(await of('lusk', { desk: 'weekend-desk' }), []);
    assert.deepEqual(await of('lusk', { from: '2026-03-14', to: '2026-03-14', of: 'claim' }), ['claim 1']);
    assert.deepEqual(await of('lusk', { to: '2026-03-13' }), []);

    // Whatever is typed is words.
    for (const words of [
      '"',
      '*',
      'NEAR(',
      ':',
      '"lusk',
      "lusk' or 1=1 --",
      'lusk & | ! <->',
      '\\',
      'lusk:*',
      '\u0000',
      '^$(%',
      '§desk§',
      '北京 กำ',
      'ا',
      '"" "" ""',
      `${'x '.repeat(5_000)}`,
      'a'.repeat(9_000),
    ])
      await of(words);
    assert.deepEqual(await of('"lusk'), all);

    // A claim that changes, a source that becomes confidential, an article that is erased.
    const { revision } = await getClaim(newsroom.db, { id: await idOf(newsroom.db, id) }, { number: 3 });
    const details = { kind: 'event', assignee_id: null, due_at: null } as const;
    await changeClaimDetails(ben, id, { number: 3, revision, statement: 'The pier burnt', ...details });
    assert.deepEqual(await of('pier'), ['claim 3']);
    assert.deepEqual(await of('harbour burnt', { of: 'claim' }), []);
    await withdrawClaim(ben, id, { number: 3, reason: 'Not in the copy any more' });
    assert.deepEqual(await of('pier', { state: 'withdrawn' }), ['claim 3']);
    const [log] = await newsroom.db.selectFrom('source').select('number').where('is_confidential', '=', 0).execute();
    const card = await getSource(ben, log?.number ?? 0);
    await changeSource(ben, card.number, { ...cardOf(card), is_confidential: 1, alias: '', revision: card.revision });
    assert.deepEqual(await of('twelve boats', {}, dina), []);
    assert.deepEqual(await of('twelve boats'), ['passage 1']);
    await eraseArticle(newsroom.ctxOf('ada'), id, { reason: 'Order of a court' });
    assert.deepEqual(await newsroom.db.selectFrom('search_entry').select('kind').distinct().execute(), [
      { kind: 'source' },
    ]);
    for (const words of ['fighters', 'pier', 'vandermeer', 'fishing', 'twelve']) assert.deepEqual(await of(words), []);
  });

  test('what somebody sees of only one of their desks is not found at the other', async () => {
    const newsroom = await openNewsroom(engine);
    await takeSearchedIn(newsroom);
    const { db, persons, desks } = newsroom;
    const member = { desk_id: desks.foreign.id, person_id: persons.emil.id, role: 'guest', since: EVENING } as const;
    await transact(newsroom.operator, (ctx) => insertMember(ctx.db, member));
    const emil = newsroom.ctxOf('emil');
    assert.deepEqual(await findings(emil, { words: 'lusk' }), ['article 1', 'claim 1', 'source Harbour log of Lusk']);
    for (const words of ['quintessa', 'barrels', 'vandermeer']) assert.deepEqual(await findings(emil, { words }), []);
    assert.equal((await db.selectFrom('search_waiting').select('id').execute()).length, 0);
  });

  test('whoever works at every desk finds what those of one desk find there', async () => {
    const newsroom = await openNewsroom(engine);
    await takeSearchedIn(newsroom);
    const { db, operator, persons, ctxOf } = newsroom;
    const asked = [
      ...[{ words: 'lusk' }, { words: '"fighters entered" lusk' }, { words: '"entered fighters"' }],
      ...[{ words: 'figh* milit*' }, { words: '"fighters ent*"' }, { words: 'twelve' }, { words: 'millitia figters' }],
      ...[{ words: '', of: 'article', from: '2026-03-14' }, { words: '', verdict: 'disputed' }, { words: 'zzz*' }],
    ];
    const all = () => Promise.all(asked.map((query) => findings(ctxOf('ben'), query)));
    const before = await all();
    const mine = db.selectFrom('membership').select('desk_id').where('person_id', '=', persons.ben.id);
    const others = await db.selectFrom('desk').select('id').where('id', 'not in', mine).execute();
    assert.ok(others.length > 0);
    for (const { id: desk_id } of others)
      await transact(operator, (ctx) =>
        insertMember(ctx.db, { desk_id, person_id: persons.ben.id, role: 'reviewer', since: EVENING }),
      );
    assert.deepEqual(await all(), before);
    assert.ok(before.filter(({ length }) => length > 0).length > 7);
  });

  test('the index that is made anew is the one that came by itself, and another’s words are counted once', async () => {
    const newsroom = await openNewsroom(engine);
    await takeSearchedIn(newsroom);
    const { db } = newsroom;
    const stored = async () => ({
      entries: await db.selectFrom('search_entry').selectAll().orderBy('subject_id').execute(),
      words: await db.selectFrom('search_word').select(['word', 'uses']).orderBy('word').execute(),
    });
    await takeUpChanges({ db });
    const before = await stored();
    assert.ok(before.entries.length > 8 && before.words.length > 40);
    assert.ok((await makeIndexAnew(newsroom.operator)) >= before.entries.length);
    const after = await stored();
    assert.deepEqual(after.words, before.words);
    assert.deepEqual(
      after.entries.map(({ id: _, ...entry }) => entry),
      before.entries.map(({ id: _, ...entry }) => entry),
    );
    assert.deepEqual(await findings(newsroom.ctxOf('ben'), { words: 'vandermer' }), ['~query 1']);
  });
});

async function idOf(db: Parameters<typeof getClaim>[0], number: string): Promise<string> {
  return (await db.selectFrom('article').select('id').where('number', '=', Number(number)).executeTakeFirstOrThrow())
    .id;
}
