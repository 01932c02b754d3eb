// A correction stands on top of the report, in every file of it, and a guest reads it too.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { makeCorrection, withdrawCorrection } from '#src/reports/complaints/correction-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { strikeAt } from '../../reviews/support.ts';

const SENTENCE = 'An earlier version of this article said “Five hundred dockers”';

describe('a corrected article', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
    const { id } = await strikeAt(desk);
    const correction = {
      kind: 'corrected',
      right_words: 'Seven hundred dockers',
      sentence: '',
      claim_number: 1,
    } as const;
    await makeCorrection(desk.ctxOf('ada'), id, { ...correction, was_words: 'Five hundred dockers' });
    await makeCorrection(desk.ctxOf('ada'), id, { ...correction, was_words: 'quite another thing' });
    await withdrawCorrection(desk.ctxOf('ada'), { article_id: id, number: 2 }, { withdrawal_reason: 'It was right.' });
  });
  after(() => desk.close());

  test('says so before anything else on the page of the report', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/report');
    const words = dina.text();
    assert.ok(words.indexOf(SENTENCE) > 0 && words.indexOf(SENTENCE) < words.indexOf('Checked by'), words);
    assert.doesNotMatch(words, /quite another thing/);
  });

  test('says so in Markdown, Word, PDF and JSON', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1/report.md');
    assert.ok(dina.body.includes('## Corrections'));
    await dina.visit('/articles/1/report.json');
    const [correction] = (dina.json() as { corrections: { sentence: string; claim: number }[] }).corrections;
    assert.ok(correction?.sentence.includes(SENTENCE));
    assert.equal(correction?.claim, 1);
    await dina.visit('/articles/1/report.docx');
    const document = unzipSync(new Uint8Array(dina.bytes))['word/document.xml'];
    assert.ok(strFromU8(document ?? new Uint8Array()).includes('Seven hundred dockers'));
    await dina.visit('/articles/1/report.pdf');
    const { text } = await extractText(new Uint8Array(dina.bytes), { mergePages: true });
    assert.ok(text.replace(/\s+/g, ' ').includes(SENTENCE), text.slice(0, 800));
  });
});
