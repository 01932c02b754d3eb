// Who has a report: to whom it was sent, and which member took a file; and who hears of a correction.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import request from 'supertest';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { makeCorrection, withdrawCorrection } from '#src/reports/complaints/correction-commands.ts';
import { notePublicationOf, withdrawPublication } from '#src/reports/handed-out/commands.ts';
import { listDownloads, listPublications } from '#src/reports/handed-out/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import type { Newsroom, NewsroomDesk } from '#tests/support/newsroom.ts';
import type { HalfChecked } from '../half-checked.ts';
import { SIGNED } from '../signed-article.ts';

const SENT = {
  audience: 'public',
  to_whom: 'The governor’s office',
  how: 'mail',
  sent_at: '2026-03-14T18:05',
} as const;

onEachEngine((engine) => {
  let newsroom: Newsroom & HalfChecked;
  let id: string;
  before(async () => {
    newsroom = await SIGNED.open(engine);
    ({ id } = newsroom);
  });

  engine.rule('an editor notes to whom a report was sent, once, and takes off what was noted wrong', async () => {
    const ada = newsroom.ctxOf('ada');
    const note = (more = {}) => notePublicationOf(ada, { article_id: id, number: 1 }, { ...SENT, ...more });
    await note();
    await note();
    await note({ to_whom: 'The governor’s wife' });
    const [wrong] = await listPublications(newsroom.db, id);
    assert.equal(wrong?.to_whom, 'The governor’s wife');
    await withdrawPublication(ada, { article_id: id, id: wrong?.id ?? '' });
    const left = await listPublications(newsroom.db, id);
    assert.deepEqual(
      left.map(({ to_whom, report_number, noted_by_name }) => [to_whom, report_number, noted_by_name]),
      [['The governor’s office', 1, 'Ada Lind']],
    );
  });

  engine.rule('nobody else does, no report that is not, and at no time that is not', async () => {
    const note = (name: 'ada' | 'ben' | 'emil', more = {}, number = 1) =>
      notePublicationOf(newsroom.ctxOf(name), { article_id: id, number }, { ...SENT, to_whom: 'A', ...more });
    await assert.rejects(note('ben'), Forbidden);
    await assert.rejects(note('emil'), NotFound);
    await assert.rejects(note('ada', {}, 2), NotFound);
    await assert.rejects(
      note('ada', { sent_at: '2027-03-14T18:05' }),
      (error) => error instanceof RuleBroken && error.field === 'sent_at',
    );
  });
});

describe('who hears of a correction', () => {
  let desk: NewsroomDesk & HalfChecked;
  let id: string;
  before(async () => {
    desk = await SIGNED.start();
    ({ id } = desk);
  });
  after(() => desk.close());

  test('a file of a signed report is noted by whom it was taken, once in an hour', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/reports/1/report.md');
    await dina.visit('/articles/1/reports/1/report.md');
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/1/reports/1/report.csv?audience=internal');
    await dina.visit('/articles/1/reports/1/report.csv?audience=internal');
    assert.equal(dina.status, 403);
    const cookie = [...dina.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await request(desk.app).head('/articles/1/reports/1/report.json').set('Cookie', cookie).expect(200);
    const taken = await listDownloads(desk.db, id);
    assert.deepEqual(
      taken.map(({ person_name, format, audience }) => [person_name, format, audience]),
      [
        ['Ben Okafor', 'csv', 'internal'],
        ['Dina Sørensen', 'md', 'public'],
      ],
    );
  });

  test('Ada adds a recipient on the page of reports; a guest sees no list', async () => {
    const ada = await desk.visitor('ada');
    await ada.visit('/articles/1/reports');
    await ada.fill('Sent to', 'The port').press('Add recipient');
    assert.match(ada.text(), /The port report 1 by mail, today 20:30 · noted by Ada Lind/);
    await ada.fill('Sent to', '').press('Add recipient');
    assert.equal(ada.status, 422);
    assert.deepEqual(ada.errors(), ['Say to whom it was sent.']);
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/reports');
    assert.doesNotMatch(dina.text(), /The port|Who has a report/);
  });

  test('the page of reports that a browser kept is out of date once somebody takes a file', async () => {
    const ada = await (await desk.visitor('ada')).visit('/articles/1/reports');
    const { etag = '' } = ada.headers;
    const cleo = await (await desk.visitor('cleo')).visit('/articles/1/reports/1/report.ris');
    assert.equal(cleo.status, 200);
    await ada.visit('/articles/1/reports', { 'If-None-Match': etag });
    assert.equal(ada.status, 200);
    assert.match(ada.text(), /Cleo Rahimi report 1, INTERNAL, as ris/);
    const offered = ada.value('When');
    const { etag: kept = '' } = ada.headers;
    const before = desk.at;
    desk.at = '2026-03-14T16:45:00.000Z';
    await ada.visit('/articles/1/reports', { 'If-None-Match': kept });
    assert.equal(ada.status, 200, 'the form offers the present minute');
    assert.deepEqual([offered, ada.value('When')], ['2026-03-14T20:30', '2026-03-14T21:15']);
    desk.at = before;
  });

  test('both lists stand at the correction, and the old report says that it was corrected', async () => {
    const correction = {
      kind: 'corrected',
      was_words: 'six',
      right_words: 'five',
      sentence: '',
      claim_number: undefined,
    } as const;
    await makeCorrection(desk.ctxOf('ada', '2026-03-15T06:00:00.000Z'), id, correction);
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/1/corrections/1');
    const { etag = '' } = ben.headers;
    await (await desk.visitor('cleo')).visit('/articles/1/reports/1/report.md');
    await ben.visit('/articles/1/corrections/1', { 'If-None-Match': etag });
    assert.equal(ben.status, 200, 'Cleo took a file');
    assert.match(ben.text(), /Who has an earlier report.*The port.*Dina Sørensen/);
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/corrections/1');
    assert.doesNotMatch(dina.text(), /The port/);
    await dina.visit('/articles/1/reports/1');
    assert.match(dina.body, /Since this report:<\/b> <bdi>Correction, 15 March 2026/);
    assert.doesNotMatch(dina.body, /class="corrections"/);
    const withdrawal_reason = 'Six was right.';
    await withdrawCorrection(desk.ctxOf('ada'), { article_id: id, number: 1 }, { withdrawal_reason });
    await ben.visit('/articles/1/corrections/1');
    assert.match(ben.text(), /Six was right/);
    assert.equal((await dina.visit('/articles/1/corrections/1')).status, 404, 'guests see none that was withdrawn');
  });
});
