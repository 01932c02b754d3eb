// What does not agree: found everywhere it is held against, taken up, dismissed, and seen by whom.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addAccount } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { gatherWithoutEvidence } from '#src/article-view/gather-article.ts';
import { getArticle } from '#src/articles/store.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { undoLast } from '#src/claims/undo/commands.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { dismissFinding, reopenFinding } from '#src/findings/commands.ts';
import { gatherFindings } from '#src/findings/gather-findings.ts';
import { takeFinding } from '#src/findings/take-commands.ts';
import { undoDismissal } from '#src/findings/undo-commands.ts';
import { openFindings } from '#src/findings/view.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { BODY, type Ferry, judge, mark, takeFerryIn } from '../workbench/support.ts';

const ODD = 'The ferry sank on Monday, 3 May 2011, in the outer bay.';
const SPELT = 'Brandt spoke twice. Brandt will speak again. Brendt left at noon.';

/** Found as somebody sees it, open ones by what they say. */
async function openOf(newsroom: Newsroom, { id }: Ferry, name: 'ada' | 'ben' | 'dina' = 'ben') {
  const ctx = newsroom.ctxOf(name);
  return openFindings(await gatherFindings(ctx, await gatherWithoutEvidence(ctx, await getArticle(ctx, id))));
}

const said = async (...of: Parameters<typeof openOf>) => (await openOf(...of)).map(({ sentence }) => sentence);

onEachEngine((engine) => {
  test('is found of passages, of the text, of accounts and of the last version, and only as long as it is so', async () => {
    const newsroom = await openNewsroom(engine);
    const ben = newsroom.ctxOf('ben');
    const ferry = await takeFerryIn(newsroom, { body: `${BODY}\n\n${ODD}` });
    const claim = await mark(newsroom, ferry, 5, '190 people had bought tickets');
    const use = (passage: string, stance?: 'against') =>
      addEvidence(ben, ferry.id, {
        number: claim,
        source_line: `Company, list of ${passage.slice(0, 8)}`,
        passage,
        stance,
      });
    await use('In all 190 people had bought tickets.');
    await use('In all 109 people had bought tickets.');
    await use('In all 199 people had bought tickets.', 'against');
    const passage = 'The passage has 109, the copy 190: digits turned.';
    assert.deepEqual(await said(newsroom, ferry), [passage, '2011-05-03 was a Tuesday.']);
    await askQuestion(ben, ferry.id, { point: 'How many tickets?' });
    const account = { party_name: 'The company', party_role: '', as_of: '', quote: '' };
    const at = { article_id: ferry.id, question: 1 };
    await addAccount(ben, at, { ...account, value: '180 people', from: '' });
    await addAccount(ben, at, { ...account, value: '190 people', from: `claim ${claim}` });
    assert.deepEqual(await said(newsroom, ferry), [
      'Question 1 has 180 people by The company; the copy has 190 people by the same.',
      passage,
      '2011-05-03 was a Tuesday.',
    ]);
    await judge(newsroom, ferry, claim, 'ok');
    await reviseArticle(newsroom.ctxOf('ada'), ferry.id, {
      headline: 'Ferry with 240 aboard runs aground off Port Amel',
      body: BODY.replace('190 people', '195 people'),
      note: '',
      version: 1,
      on_revised: [],
    });
    const version = 'Version 1 has 190, the copy 195; claim 1 was settled on that.';
    assert.ok((await said(newsroom, ferry)).includes(version));
    await judge(newsroom, ferry, claim, 'wrong');
    assert.deepEqual(await said(newsroom, ferry), [], 'the verdict says it');
  });

  test('is taken as note, query or fix, dismissed with a reason, opened again and taken back, each in the log', async () => {
    const newsroom = await openNewsroom(engine);
    const [ben, ada] = [newsroom.ctxOf('ben'), newsroom.ctxOf('ada')];
    const ferry = await takeFerryIn(newsroom, { body: `${BODY}\n\n${ODD}\n\n${SPELT}` });
    const claim = await mark(newsroom, ferry, 5, '190 people had bought tickets');
    await addEvidence(ben, ferry.id, { number: claim, source_line: 'List', passage: '109 people had bought tickets' });
    const [held, day, name] = await openOf(newsroom, ferry);
    assert.ok(held && day && name);
    const take = (key: string, as: 'note' | 'query' | 'fix') => takeFinding(ben, ferry.id, { key, as, version: 1 });
    await assert.rejects(take(day.key, 'note'), RuleBroken);
    await assert.rejects(takeFinding(newsroom.ctxOf('dina'), ferry.id, { key: day.key, as: 'query' }), Forbidden);
    await assert.rejects(takeFinding(newsroom.ctxOf('emil'), ferry.id, { key: day.key, as: 'query' }), NotFound);
    await assert.rejects(take('0'.repeat(24), 'query'), NotFound);
    await assert.rejects(takeFinding(ben, ferry.id, { key: day.key, as: 'query', version: 7 }), /new version/);
    assert.deepEqual(await take(held.key, 'note'), { as: 'note', number: claim });
    assert.deepEqual(
      [await take(day.key, 'query'), await take(day.key, 'query')],
      Array(2).fill({ as: 'query', number: 1 }),
    );
    assert.deepEqual(await take(name.key, 'fix'), { as: 'fix', number: 1 });
    assert.deepEqual(await said(newsroom, ferry), []);
    const fix = await newsroom.db.selectFrom('fix').select(['old_words', 'new_words']).executeTakeFirstOrThrow();
    assert.deepEqual(fix, { old_words: 'Brendt', new_words: 'Brandt' });
    await reopenFinding(ben, ferry.id, { key: name.key });
    await assert.rejects(dismissFinding(ben, ferry.id, { key: name.key, reason: ' ' }), /Say why/);
    await dismissFinding(ben, ferry.id, { key: name.key, reason: 'Another family.' });
    await dismissFinding(ben, ferry.id, { key: name.key, reason: 'Another family.' });
    assert.match((await undoLast(ben, ferry.id, { finding: undoDismissal })).said, /^Open again: “Brendt”/);
    assert.equal((await openOf(newsroom, ferry)).length, 1);
    await dismissFinding(ada, ferry.id, { key: name.key, reason: 'Another family.' });
    const log = newsroom.db.selectFrom('log').select('verb').where('verb', 'like', 'finding.%').orderBy('number');
    const events = (await log.execute()).map(({ verb }) => verb.slice('finding.'.length));
    assert.deepEqual(events, [...['taken', 'taken', 'taken', 'reopened', 'dismissed', 'reopened', 'dismissed']]);
    await eraseArticle(ada, ferry.id, { reason: 'A court order.' });
    const details = newsroom.db
      .selectFrom('log_detail')
      .innerJoin('log', (join) =>
        join.onRef('log.number', '=', 'log_detail.number').onRef('log.chain', '=', 'log_detail.chain'),
      )
      .where('log.verb', 'like', 'finding.%');
    assert.deepEqual(await details.select('log_detail.after').execute(), [], 'nothing quotes the words any more');
  });
});

describe('on the pages', () => {
  let desk: NewsroomDesk;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom();
    ferry = await takeFerryIn(desk, { body: `${BODY}\n\n${ODD}\n\n${SPELT}` });
    const ben = desk.ctxOf('ben');
    const claim = await mark(desk, ferry, 5, '190 people had bought tickets');
    for (const [line, passage, more] of [
      ['Company, list', 'In all 190 people had bought tickets.', {}],
      ['Harbour, list', 'In all 188 people had bought tickets.', {}],
      ['Leaked list', 'In all 177 people had bought tickets.', { is_confidential: true }],
    ] as const)
      await addEvidence(ben, ferry.id, { number: claim, source_line: line, passage, ...more });
  });
  after(() => desk.close());

  test('the head counts it, the list has both places, and the claim has it beside each passage', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(ferry.path);
    await ben.follow('4 do not agree');
    assert.equal(ben.headings().includes('Does not agree: 4'), true);
    assert.match(ben.within('.differing').text(), /The passage has 188, the copy 190\..*Sentence 5.*Harbour, list/s);
    assert.match(ben.text(), /“Brendt” here, “Brandt” 2 times elsewhere\./);
    ben.whole();
    await ben.visit(`${ferry.path}/claims/1`);
    const evidence = ben.within('.evidence').text();
    assert.match(evidence, /✓ agrees with the claim/);
    assert.match(evidence, /≠ The passage has 177, the copy 190/);
  });

  test('of a long text the head says nothing until it is read, and then the page that a browser kept is out of date', async () => {
    const trams = Array.from({ length: 300 }, (_, count) => `Tram ${count} of the line stood still all day.`);
    const long = await takeFerryIn(desk, { body: `${BODY}\n\n${ODD}\n\n${trams.join(' ')}` });
    const ben = await desk.visitor('ben');
    await ben.visit(long.path);
    assert.ok(!ben.offers(/^\d+ do(es)? not agree/));
    const { etag } = ben.headers;
    assert.ok(etag, 'the page may be kept for a moment');
    // Whoever asks for the list waits for it.
    await ben.visit(`${long.path}/claims?list=disagree`);
    assert.match(ben.text(), /2011-05-03 was a Tuesday/);
    desk.at = new Date(Date.parse(desk.at) + 2000).toISOString();
    await ben.visit(long.path, { 'If-None-Match': etag });
    assert.equal(ben.status, 200);
    assert.ok(ben.offers('1 does not agree'));
    const { etag: now } = ben.headers;
    desk.wait(1);
    await ben.visit(long.path, { 'If-None-Match': now ?? '' });
    assert.equal(ben.status, 304);
  });

  test('a guest gets nothing of a passage of a confidential source, and changes nothing', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(`${ferry.path}/claims?list=disagree`);
    assert.match(dina.text(), /188, the copy 190/);
    // As a number: in the names of files and regions three digits stand by chance.
    assert.doesNotMatch(dina.body, /\b177\b|Dismiss finding/);
    await dina.visit(`${ferry.path}/claims/1`);
    assert.doesNotMatch(dina.body, /\b177\b/);
  });

  test('R20 asks for it: one is taken by a button, one dismissed, and a reason is wanted', async () => {
    const rule = async () => {
      const ben = desk.ctxOf('ben');
      const { results } = await gatherSignOff(ben, await getArticle(ben, ferry.id));
      return results.find((one) => one.rule === 'R20');
    };
    const before = await rule();
    assert.deepEqual([before?.state, before?.missing.length], ['should', 4]);
    const outside = before?.missing.map(({ public_label }) => public_label);
    assert.deepEqual(outside, [
      'A claim and a passage',
      'Something',
      'Two places of the article',
      'Two places of the article',
    ]);
    const ben = await desk.visitor('ben');
    await ben.visit(`${ferry.path}/claims?list=disagree`);
    await ben.press(/^Note it.*188/);
    assert.equal(ben.notice(), 'Noted at claim 1.');
    assert.match(ben.text(), /Noted at claim 1/);
    const day = (await openOf(desk, ferry)).find(({ sentence }) => sentence.startsWith('2011'));
    ben.within(`#finding-${day?.key}`);
    await ben.press(/^Dismiss finding/);
    assert.match(ben.errors().join(' '), /Say why it is right as it is/);
    ben.within(`#finding-${day?.key}`).fill(/^Why it is right/, 'The harbour’s own calendar.');
    await ben.press(/^Dismiss finding/);
    assert.match(ben.notice() ?? '', /Dismissed for this version/);
    assert.match(ben.text(), /Dismissed: The harbour’s own calendar\. · Ben Okafor/);
    await ben.visit(`${ferry.path}/claims/1`);
    assert.match(ben.text(), /took up what does not agree/);
    assert.equal((await rule())?.missing.length, 2);
  });
});
