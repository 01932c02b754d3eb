// The text as the workbench draws it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { PageElement } from '#tests/support/page.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { mark, SENTENCES, takeFerryIn } from './support.ts';

describe('the text of the workbench', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  /** The words under the marks of a claim, as they are drawn, without signs and numbers of the margin. */
  function drawn(number: number): string {
    const marks = ben.all(`.text mark[data-claim="${number}"]`);
    return marks.map(wordsOf).join('');
  }

  function wordsOf(element: PageElement): string {
    let words = '';
    for (const child of element.childNodes) {
      if (child.nodeType === 3) words += child.textContent;
      else if (child.nodeType === 1 && !child.matches('.sign, .in-margin, .visually-hidden')) words += wordsOf(child);
    }
    return words;
  }

  /** How often each claim is numbered in the text. */
  function signsOf(number: number): number {
    return ben.all('.text .sign').filter((sign) => sign.textContent.replace(/\D.*$/, '') === String(number)).length;
  }

  test('three claims over one another and one across a sentence end are each whole, and numbered once', async () => {
    const ferry = await takeFerryIn(desk);
    const claims = [
      'A ferry carrying 240 people ran aground off Port Amel before dawn on Saturday',
      '240 people ran aground off Port Amel',
      'Port Amel before dawn on Saturday, and at least seven passengers drowned',
      'Port Amel',
      'before dawn on Saturday',
    ];
    for (const words of claims) await mark(desk, ferry, SENTENCES.ran_aground, words);
    const across = 'said Lena Orsk, a spokeswoman for the coast guard. It was a cold morning';
    await mark(desk, ferry, SENTENCES.radar, across);
    await ben.visit(`${ferry.path}/claims/4`);
    for (const [index, words] of [...claims, across].entries()) {
      assert.equal(drawn(index + 1), words);
      assert.equal(signsOf(index + 1), 1, words);
      assert.equal(ben.all(`.text mark.begins[data-claim="${index + 1}"]`).length, 1, words);
    }
    assert.equal(ben.all('.text a a').length, 0);
    assert.ok(ben.all('.text mark.on').every((one) => one.getAttribute('data-claim') === '4'));
    const lanes = new Set(
      [1, 2, 3].map(
        (number) =>
          ben
            .all(`.text mark[data-claim="${number}"]`)[0]
            ?.getAttribute('class')
            ?.match(/lane-\d/)?.[0],
      ),
    );
    assert.equal(lanes.size, 3);
    assert.deepEqual(await htmlProblems(ben.body), []);
  });

  test('the text that is drawn is the text that was taken in, whatever lies on it', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'seven passengers');
    await mark(
      desk,
      ferry,
      3,
      'had switched the radar off,” said Lena Orsk, a spokeswoman for the coast guard. It was',
    );
    await tickWords(desk.ctxOf('ben'), ferry.id, { selection: { sentence: 5, words: '190 people' }, note: '' });
    await initialSentences(desk.ctxOf('ben'), ferry.id, { selection: { sentence: 6 } });
    await ben.visit(ferry.path);
    const { text } = await desk.db
      .selectFrom('version')
      .select('text')
      .where('article_id', '=', ferry.id)
      .executeTakeFirstOrThrow();
    assert.equal(ben.all('.text .paragraph').map(wordsOf).join('\n\n'), text);
  });

  test('a claim over many paragraphs is one mark, whichever of them was drawn with it, and goes with it', async () => {
    const body = Array.from({ length: 12 }, (_, at) => `Boat ${at} left the port at noon with ${at + 20} people.`);
    const fleet = await takeFerryIn(desk, { headline: 'Twelve boats', body: body.join('\n\n') });
    await ben.visit(fleet.path);
    const names = ben.all('.stretch').map((stretch) => stretch.getAttribute('data-region'));
    assert.deepEqual(names, ['text-1', 'text-2', 'text-5', 'text-8', 'text-11']);
    const text = ['Twelve boats', ...body].join('\n\n');
    const [start, end] = [text.indexOf('Boat 1 '), text.indexOf(' with 29')];
    const wide = { selection: { start, end }, is_key: false };
    const { number } = await markClaim(desk.ctxOf('ben'), fleet.id, wide);
    await mark(desk, fleet, 5, 'Boat 3 left');
    for (const words of [text.slice(start, end), '']) {
      await ben.visit(fleet.path);
      assert.equal(drawn(number), words.replaceAll('\n\n', ''));
      assert.equal(signsOf(number), words === '' ? 0 : 1);
      assert.equal(ben.all(`.text mark.begins[data-claim="${number}"]`).length, words === '' ? 0 : 1);
      assert.equal(drawn(2), 'Boat 3 left');
      assert.equal(ben.all('.text .paragraph').map(wordsOf).join('\n\n'), text);
      if (words !== '') await withdrawClaim(desk.ctxOf('ben'), fleet.id, { number, reason: 'Too much at once.' });
    }
  });

  test('what is left to read is counted the same on every page', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'at least seven passengers drowned');
    await initialSentences(desk.ctxOf('ben'), ferry.id, { selection: { sentence: 4 } });
    await ben.visit(ferry.path);
    const left = ben.all('.meter a')[0]?.textContent as string;
    assert.match(left, /^4 sentences · \d unchecked details?$/);
    const leftovers = Number(left.match(/· (\d)/)?.[1]);
    assert.equal(ben.all('.sentence.unread').length, 4);
    await ben.visit(`${ferry.path}/coverage`);
    assert.ok(ben.text().includes('1 read · 1 nothing to check · 4 left'), ben.text());
    const rows = (name: string) => ben.all(`section[aria-labelledby="${name}"] :is(tbody tr, .left-rows > li)`).length;
    assert.deepEqual([rows('unread-name'), rows('left-name'), rows('initials-name')], [4, leftovers, 1]);
    await ben.visit('/articles');
    assert.ok(ben.text().includes('4 sentences unread'));
  });

  test('an article of one sentence works, and says when nothing is left', async () => {
    const ferry = await takeFerryIn(desk, { headline: '', body: 'The ferry sank.' });
    await ben.visit(ferry.path);
    assert.ok(ben.text().includes('1 sentence'));
    await ben.follow('Sentence 1');
    assert.ok(!ben.offers(/←|→/));
    await ben.press('Mark a claim');
    await ben.visit(`${ferry.path}/coverage`);
    assert.ok(ben.text().includes('Every sentence is read, and no detail is unchecked.'), ben.text());
  });

  test('an article of 1,000 paragraphs comes whole', async () => {
    const body = Array.from({ length: 1000 }, (_, at) => `Boat ${at} left. Nobody came back.`).join('\n\n');
    const { number, id } = await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, { body });
    for (let sentence = 1; sentence <= 20; sentence += 1)
      await initialSentences(desk.ctxOf('ben'), id, { selection: { sentence: sentence * 2 } });
    for (const path of ['/coverage', '/sentences/1999', '']) {
      await ben.visit(`/articles/${number}${path}`);
      assert.equal(ben.status, 200);
    }
    assert.equal(ben.all('.paragraph').length, 1000);
    assert.equal(ben.all('.sentence.unread').length, 1980);
  });

  test('an article in Arabic says its language and runs as its letters do', async () => {
    const ferry = await takeFerryIn(desk, {
      headline: 'غرق عبارة قرب الميناء',
      body: 'قالت هيئة الموانئ إن عبارة تحمل 240 راكباً غرقت فجر السبت. ولم يعرف السبب بعد.',
      language: 'ar',
    });
    await ben.visit(`${ferry.path}/sentences/2`);
    await ben.fill('Words, trimmed to what matters', 'عبارة تحمل 240 راكباً').press('Mark a claim');
    assert.equal(ben.within('blockquote').text(), 'عبارة تحمل 240 راكباً');
    ben.whole();
    for (const place of ['h1', '.paragraph', 'blockquote']) {
      assert.equal(ben.all(place)[0]?.getAttribute('lang'), 'ar', place);
      assert.equal(ben.all(place)[0]?.getAttribute('dir'), 'auto', place);
    }
  });
});
