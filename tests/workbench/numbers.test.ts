// What a desk caught: counts that agree with the lists they lead to, for its members alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { makeCorrection } from '#src/reports/complaints/correction-commands.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { followReviews } from '#src/reviews/update-reviews-on-revision.ts';
import { periodsOf, spanIn } from '#src/workbench/numbers/span.ts';
import { sign } from '#tests/reports/signed-article.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { BODY, type Ferry, HEADLINE, judge, mark, takeFerryIn } from './support.ts';

const PATH = '/desks/foreign-desk/numbers';
const EARLIER = '2026-02-20T10:00:00.000Z';

onEachEngine((engine) => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom(engine);
  });
  after(() => desk.close());

  /** The cells of the row with this head. */
  const row = (page: Visitor, head: string) => {
    const html = page.body.match(new RegExp(`<th scope="row">${head}</th>([\\s\\S]*?)</tr>`))?.[1] ?? '';
    return [...html.matchAll(/<td class="number[^>]*>([^<]*)</g)].map(([, count]) => count);
  };
  const tally = (page: Visitor, of: string) =>
    page.body.match(new RegExp(`">${of}</a></dt><dd>([^<]*)`))?.[1] ?? 'none';
  const csv = async (who: Visitor, table: string) => {
    const { body } = await who.visit(`${PATH}.csv?table=${table}&span=all`);
    return body.split('\r\n').filter(Boolean).slice(1);
  };

  test('a desk that has done nothing yet is told what will stand there', async () => {
    const page = await (await desk.visitor('ada')).visit(PATH);
    for (const heading of ['No fixes in these days', 'No claim was done', 'Nothing is open', 'No article was signed'])
      assert.match(page.body, new RegExp(heading));
  });

  test('fixes by kind, before print and after; claims by verdict; what is open; what was signed', async () => {
    ferry = await takeFerryIn(desk, { headline: `=${HEADLINE}` });
    const [ada, ben, cleo] = [desk.ctxOf('ada'), desk.ctxOf('ben'), desk.ctxOf('cleo')];
    for (const [sentence, words, meaning] of [
      [4, 'It was a cold morning', 'ok'],
      [5, '190 people had bought tickets', 'wrong'],
    ] as const) {
      const number = await mark(desk, ferry, sentence, words);
      await judge(desk, ferry, number, meaning);
      const { revision } = await getClaim(desk.db, { id: ferry.id }, { number });
      await closeClaim({ ...cleo, at: meaning === 'ok' ? EARLIER : cleo.at }, ferry.id, { number, revision });
    }
    const ask = (old_words: string, new_words: string, ctx = ben) =>
      askFix(ctx, ferry.id, { old_words, new_words, reason: '' });
    await ask('carrying 240 people', 'carrying 242 people');
    await ask('on Saturday', 'on Sunday', { ...ben, at: EARLIER });
    await ask('a cold morning', 'a mild morning');
    await ask('Port Amel', 'Port Adair');
    for (const { id: fix_id, new_words } of await listFixes(desk.db, ferry.id))
      await decideFix(ada, ferry.id, {
        fix_id,
        ...(new_words === 'a mild morning' ? { decision: 'refused', line: 'It was cold.' } : { decision: 'agreed' }),
      });
    const second = BODY.replace('carrying 240', 'carrying 242').replace('Saturday', 'Sunday');
    await reviseArticle(ben, ferry.id, {
      headline: `=${HEADLINE}`,
      body: second,
      version: 1,
      on_revised: [followReviews],
    });
    await askQuestion(ben, ferry.id, { point: 'How many had tickets?' });
    await askQuery(ben, ferry.id, { to_whom: 'writer', question: 'Who counted?' });
    await sign(ada, ferry.id);
    const third = second.replaceAll('Port Amel', 'Port Adair');
    await reviseArticle(ben, ferry.id, {
      headline: `=${HEADLINE}`,
      body: third,
      version: 2,
      on_revised: [followReviews],
    });
    const says = { complainant: 'Toma Arrel', reach: '', words: '190', says: 'We were two hundred.' };
    await noteComplaint(ben, ferry.id, {
      ...says,
      ...{ received_at: '2026-03-14T18:10', claim_number: 2, decider: undefined },
    });
    const words = { kind: 'corrected', was_words: '190', right_words: '200', sentence: '' } as const;
    await makeCorrection(ada, ferry.id, { ...words, claim_number: 2 });

    const page = await (await desk.visitor('frida')).visit(PATH);
    assert.match(page.body, /class="finding">1 number, 1 name and 1 date\.</);
    // Before print, after print, agreed, not decided, refused, corrections.
    assert.deepEqual(row(page, 'Numbers'), ['1', '0', '0', '0', '0', '1']);
    assert.deepEqual(row(page, 'Names'), ['0', '1', '0', '0', '0', '0']);
    assert.deepEqual(row(page, 'Dates'), ['1', '0', '0', '0', '0', '0']);
    assert.deepEqual(row(page, 'Other words'), ['0', '0', '0', '0', '1', '0']);
    assert.deepEqual(row(page, 'All'), ['2', '1', '0', '0', '1', '1']);
    const tallies = ['Fixes in the copy', 'Claims done', 'Articles signed', 'Corrections', 'Still open'];
    assert.deepEqual(
      tallies.map((of) => tally(page, of)),
      ['3', '2', '1', '1', '3'],
    );
    assert.match(page.body, /<title id="verdicts-wide-title">Claims done by week and verdict<\/title>/);
    assert.doesNotMatch(page.body, / style=/);
    for (const href of ['accounts/1', 'queries#query-1', 'complaints/1', 'fixes#group-in_copy'])
      assert.match(page.body, new RegExp(`href="/articles/1/${href}"`));
    assert.doesNotMatch(page.body, /Ben Okafor|Cleo Rahimi|Toma Arrel|two hundred/);
    const list = await page.visit('/articles/1/fixes');
    assert.match(list.body, /In the copy <small class="soft">3<\/small>/);
  });

  test('over chosen days, on the desk’s own calendar', async () => {
    const ada = await desk.visitor('ada');
    const day = await ada.visit(`${PATH}?from=2026-02-20&to=2026-02-20`);
    assert.deepEqual([tally(day, 'Fixes in the copy'), tally(day, 'Claims done')], ['1', '1']);
    const before_it = await ada.visit(`${PATH}?from=2026-02-19&to=2026-02-19`);
    assert.deepEqual([tally(before_it, 'Fixes in the copy'), tally(before_it, 'Articles signed')], ['0', '0']);
    assert.equal(tally(await ada.visit(`${PATH}?from=soon&to=2026-13-40`), 'Claims done'), '2');
  });

  test('a guest is told of no query and no complaint; whoever is no member finds nothing there', async () => {
    const dina = await (await desk.visitor('dina')).visit(PATH);
    assert.equal(tally(dina, 'Still open'), '1');
    assert.doesNotMatch(dina.body, /complaints\/1|query-1|complaint nobody/);
    assert.deepEqual(await csv(dina, 'open'), [
      "question,1,not decided yet,1,'=Ferry with 240 aboard runs aground off Port Amel",
    ]);
    assert.equal((await (await desk.visitor('emil')).visit(PATH)).status, 404);
  });

  test('the same as CSV, whose cells no spreadsheet runs', async () => {
    const ada = await desk.visitor('ada');
    assert.deepEqual((await csv(ada, 'fixes')).slice(0, 2), ['number,1,0,0,0,0,1', 'name,0,1,0,0,0,0']);
    assert.deepEqual(
      (await csv(ada, 'claims')).filter((line) => !line.endsWith(',0')),
      ['2026-02-20,2026-02-22,ok,OK,1', '2026-03-09,2026-03-14,wrong,wrong,1'],
    );
    assert.match((await csv(ada, 'articles'))[0] ?? '', /^1,'=Ferry .*,2026-03-14T16:00:00.000Z,1,3,1$/);
    assert.equal((await csv(ada, 'open')).length, 3);
  });

  test('a browser keeps the page until something happens at the desk', async () => {
    const ada = await desk.visitor('ada');
    const etag = (await ada.visit(PATH)).headers.etag as string;
    assert.equal((await ada.visit(PATH, { 'If-None-Match': etag })).status, 304);
    assert.equal((await ada.visit(`${PATH}?span=all`, { 'If-None-Match': etag })).status, 200);
    await askFix(desk.ctxOf('ben'), ferry.id, { old_words: 'Lena Orsk', new_words: 'Lina Orsk', reason: '' });
    const again = await ada.visit(PATH, { 'If-None-Match': etag });
    assert.deepEqual([again.status, row(again, 'Names')[3]], [200, '1']);
  });
});

describe('the days that are counted', () => {
  const clock = { now: '2026-03-14T20:00:00.000Z', time_zone: 'Asia/Kabul' };
  const of = (query: object) => spanIn({ ...query }, clock);

  test('begin and end at midnight on the desk’s clocks', () => {
    // It is the 15th already in Kabul, four and a half hours ahead.
    assert.deepEqual(of({}), {
      ...{ name: '30', from: '2026-02-14', to: '2026-03-15', said: '14 February to 15 March 2026' },
      ...{ since: '2026-02-13T19:30:00.000Z', until: '2026-03-15T19:30:00.000Z' },
    });
    assert.equal(of({ span: 'year' }).from, '2026-01-01');
    assert.deepEqual([of({ span: 'all' }).from, of({ span: 'all' }).since], ['', '']);
    assert.deepEqual(of({ from: '2026-03-02', to: '2026-03-01' }).said, '1 to 2 March 2026');
    const summer = spanIn({ from: '2026-03-29', to: '2026-03-29' }, { ...clock, time_zone: 'Europe/Oslo' });
    assert.equal(Date.parse(summer.until) - Date.parse(summer.since), 23 * 3_600_000);
  });

  test('are cut into weeks, months or years, whichever are not too many', () => {
    const said = (from: string, to: string) => periodsOf({ from, to }, 'Europe/Oslo').map((one) => one.said);
    assert.deepEqual(said('2026-03-05', '2026-03-17'), [
      '5 to 8 March 2026',
      '9 to 15 March 2026',
      '16 to 17 March 2026',
    ]);
    assert.deepEqual(said('2025-12-20', '2026-04-02').at(-1), '1 to 2 April 2026');
    assert.deepEqual(said('2020-05-05', '2026-01-01').length, 7);
    const weeks = periodsOf({ from: '2026-03-01', to: '2026-05-31' }, 'Europe/Oslo');
    weeks.slice(1).forEach((week, at) => {
      assert.equal(week.since, weeks[at]?.until);
    });
  });
});
