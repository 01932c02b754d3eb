// The strip of the Report tab: on each of its pages, with counts of what the reader may read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { makeCorrection } from '#src/reports/complaints/correction-commands.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { HalfChecked } from './half-checked.ts';
import { SIGNED } from './signed-article.ts';

let desk: NewsroomDesk & HalfChecked;
before(async () => {
  desk = await SIGNED.start();
  const { id } = desk;
  const about = { claim_number: 1, words: 'some sixty gunmen' };
  const received = {
    complainant: 'The harbour office',
    reach: '',
    received_at: '2026-03-14T08:42',
    decider: undefined,
  };
  await noteComplaint(desk.ctxOf('ben'), id, { ...received, ...about, says: 'There were forty.' });
  const words = { was_words: 'some sixty', right_words: 'some forty', sentence: '', claim_number: 1 };
  await makeCorrection(desk.ctxOf('ada'), id, { kind: 'corrected', ...words });
});
after(() => desk.close());

const PAGES = ['sign-off', 'reports', 'complaints', 'complaints/1', 'corrections/1'];

test('each page of the tab names its parts: one report signed, one complaint not answered', async () => {
  const ben = await desk.visitor('ben');
  for (const path of PAGES) {
    await ben.visit(`/articles/1/${path}`);
    assert.equal(ben.status, 200, path);
    const strip = ben.within('nav.switch').text();
    assert.match(strip, /Draft Sign-off Reports 1 signed Complaints 1 not answered/, path);
    assert.deepEqual(await htmlProblems(ben.body), [], path);
  }
  for (const path of ['report', 'reports/1']) {
    await ben.visit(`/articles/1/${path}`);
    assert.match(ben.within('nav.report-bar').text(), /Complaints 1 not answered/, path);
  }
});

test('a guest reads of corrections there, and how many complain is not theirs to know', async () => {
  const dina = await desk.visitor('dina');
  for (const path of ['reports', 'complaints', 'corrections/1']) {
    await dina.visit(`/articles/1/${path}`);
    assert.match(dina.within('nav.switch').text(), /Draft Reports 1 signed Corrections$/, path);
  }
});
