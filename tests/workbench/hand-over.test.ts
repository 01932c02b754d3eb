// Somebody goes home: all their open claims are handed over to a colleague, and nothing else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { assignClaim } from '#src/claims/marking/assign-claim-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { handOverMine } from '#src/workbench/hand-over/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, type PersonName, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, takeFerryIn } from './support.ts';

onEachEngine((engine) => {
  let desk: NewsroomDesk;
  const ferries: Ferry[] = [];
  before(async () => {
    desk = await startNewsroom(engine);
    for (const headline of ['First', 'Second']) {
      const ferry = await takeFerryIn(desk, { headline });
      for (const words of ['seven passengers', '240 people']) await mark(desk, ferry, 2, words);
      ferries.push(ferry);
    }
    await judge(desk, ferries[0] as Ferry, 1, 'ok');
  });
  after(() => desk.close());

  const over = (name: PersonName, to: PersonName, article?: number) =>
    handOverMine(desk.ctxOf(name), { desk: 'foreign-desk', article, to: desk.persons[to].number });
  const assignee = async (at: number, number: number) =>
    (await getClaim(desk.db, ferries[at] as Ferry, { number })).assignee_id;

  test('not by guests, strangers, to oneself, to whoever only reads, or where there is nothing', async () => {
    await assert.rejects(over('dina', 'ben'), Forbidden);
    await assert.rejects(over('emil', 'ben'), NotFound);
    for (const to of ['ben', 'dina', 'emil', 'frida'] as const)
      await assert.rejects(over('ben', to), { name: 'RuleBroken', field: 'to' });
    await assert.rejects(over('cleo', 'ben'), { name: 'RuleBroken', field: 'what' });
    await assert.rejects(over('ben', 'cleo', 4711), { name: 'RuleBroken', field: 'what' });
    assert.equal(await assignee(0, 2), desk.persons.ben.id);
  });

  test('of one article, by the page, which says how many there are', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit('/');
    await ben.follow('Hand over all mine');
    assert.match(ben.text(), /You have 3 open claims\./);
    await ben.choose('What', 'First: 1 claim').choose('To whom', 'Cleo Rahimi').press('Hand over claims');
    assert.equal(ben.path, '/');
    assert.equal(ben.notice(), '1 claim, in 1 article, handed over to Cleo Rahimi.');
    assert.equal(await assignee(0, 2), desk.persons.cleo.id);
    assert.equal(await assignee(0, 1), desk.persons.ben.id, 'what waits for its second read stays');
    assert.equal(await assignee(1, 1), desk.persons.ben.id);
  });

  test('of the whole desk, an entry for each; then there is nothing left', async () => {
    assert.deepEqual(await over('ben', 'ada'), { claims: 2, paragraphs: 0, articles: 1, name: 'Ada Lind' });
    const entries = desk.db.selectFrom('log').select('subject').where('verb', '=', 'claim.assigned');
    assert.equal((await entries.execute()).length, 3);
    await assert.rejects(over('ben', 'ada'), { name: 'RuleBroken', field: 'what' });
  });

  test('with the paragraphs to read, while the claims in them stay with whoever has them', async () => {
    const [first] = ferries as [Ferry];
    const { ben, cleo } = desk.persons;
    await assignParagraphs(desk.ctxOf('ada'), first.id, { paragraphs: [2, 3], assignee_id: ben.id });
    await mark(desk, first, 5, '190 people');
    await assignClaim(desk.ctxOf('ada'), first.id, { number: 3, assignee_id: desk.persons.ada.id });
    const page = await desk.visitor('ben');
    await page.visit('/hand-over');
    assert.match(page.text(), /You have (\d open claims? and )?2 paragraphs to read\./);
    const done = await over('ben', 'cleo');
    assert.deepEqual([done.paragraphs, done.articles], [2, 1]);
    const readers = await desk.db.selectFrom('paragraph_assignee').select('person_id').execute();
    assert.deepEqual(new Set(readers.map(({ person_id }) => person_id)), new Set([cleo.id]));
    assert.equal(await assignee(0, 3), desk.persons.ada.id);
    await assert.rejects(over('ben', 'cleo'), { name: 'RuleBroken', field: 'what' });
  });
});
