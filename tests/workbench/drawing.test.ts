// The text as the workbench draws it: claims over one another, across sentences, from right to left, long, short and hostile.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { initialSentences, tickWords } from '#src/claims/coverage-commands.ts';
import { addEvidence } from '#src/evidence/commands.ts';
import { askFix } from '#src/reviews/fix-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { PageElement } from '#tests/support/page.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { mark, SENTENCES, takeFerryIn, verdictOf } from './support.ts';

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

  test('what is left to read is counted the same on every page', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'at least seven passengers drowned');
    await initialSentences(desk.ctxOf('ben'), ferry.id, { selection: { sentence: 4 } });
    await ben.visit(ferry.path);
    const left = ben.all('.meter a')[0]?.textContent as string;
    assert.match(left, /^4 sentences · \d leftovers?$/);
    const leftovers = Number(left.match(/· (\d)/)?.[1]);
    assert.equal(ben.all('.sentence.unread').length, 4);
    await ben.visit(`${ferry.path}/coverage`);
    assert.ok(ben.text().includes('1 read · 1 nothing to check · 4 left'), ben.text());
    const rows = (name: string) => ben.all(`section[aria-labelledby="${name}"] tbody tr`).length;
    assert.deepEqual([rows('unread-name'), rows('left-name'), rows('initials-name')], [4, leftovers, 1]);
    await ben.visit('/articles');
    assert.ok(ben.text().includes('4 sentences left'));
  });

  test('an article of one sentence works, and says when nothing is left', async () => {
    const ferry = await takeFerryIn(desk, { headline: '', body: 'The ferry sank.' });
    await ben.visit(ferry.path);
    assert.ok(ben.text().includes('1 sentence'));
    await ben.follow('Sentence 1');
    assert.ok(!ben.offers(/←|→/));
    await ben.press('Mark a claim');
    await ben.visit(`${ferry.path}/coverage`);
    assert.ok(ben.text().includes('Every sentence is read, and no word is left over.'), ben.text());
  });

  test('an article of 1,000 paragraphs comes whole and soon', async () => {
    const body = Array.from(
      { length: 1000 },
      (_, at) => `Boat ${at} left port at ${at % 24}:10 with ${at} people. Nobody came back.`,
    ).join('\n\n');
    const { number, id } = await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, { body });
    for (let sentence = 1; sentence <= 200; sentence += 1)
      await initialSentences(desk.ctxOf('ben'), id, { selection: { sentence: sentence * 2 } });
    const began = performance.now();
    for (const path of ['', '/coverage', '/sentences/1999']) {
      await ben.visit(`/articles/${number}${path}`);
      assert.equal(ben.status, 200);
    }
    assert.ok(performance.now() - began < 8000, `${Math.round(performance.now() - began)} ms`);
    await ben.visit(`/articles/${number}`);
    assert.equal(ben.all('.paragraph').length, 1000);
    assert.equal(ben.all('.sentence.unread').length, 1800);
  });

  test('an article in Arabic says its language and runs as its letters do', async () => {
    const ferry = await takeFerryIn(desk, {
      headline: 'غرق عبارة قرب الميناء',
      body: 'قالت هيئة الموانئ إن عبارة تحمل 240 راكباً غرقت فجر السبت. ولم يعرف السبب بعد.',
      language: 'ar',
    });
    await ben.visit(`${ferry.path}/sentences/2`);
    await ben.fill('The words, trimmed to what matters', 'عبارة تحمل 240 راكباً').press('Mark a claim');
    assert.equal(ben.within('blockquote').text(), 'عبارة تحمل 240 راكباً');
    ben.whole();
    for (const place of ['h1', '.paragraph', 'blockquote']) {
      assert.equal(ben.all(place)[0]?.getAttribute('lang'), 'ar', place);
      assert.equal(ben.all(place)[0]?.getAttribute('dir'), 'auto', place);
    }
  });

  const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\'</textarea></title>&lt;b&gt;';

  test('markup in any field is shown as it was typed, on every page', async () => {
    const ferry = await takeFerryIn(desk, {
      headline: HOSTILE,
      body: `${HOSTILE} sank. It was ${HOSTILE}.`,
      byline: HOSTILE,
      outlet: HOSTILE,
    });
    await ben.visit(`${ferry.path}/sentences/2`);
    await ben.fill('For a tick', HOSTILE).press('Tick them');
    await ben.press('Mark a claim');
    await ben.fill('Statement under check', HOSTILE).press('Save details');
    await ben.fill('Who says it', `${HOSTILE}, ${HOSTILE}`).press('Save speakers');
    await ben
      .choose('Was it said?', 'changed')
      .choose('Is it so?', /wrong/)
      .fill('Verdict sentence', HOSTILE)
      .press('Save verdict');
    await ben.fill('Add a source', `call ${HOSTILE} 15:40: ${HOSTILE}`).press('Add');
    await ben.fill('Add a source', HOSTILE).fill('Passage, word for word', HOSTILE).press('Add');
    await askFix(desk.ctxOf('ben'), ferry.id, {
      number: 1,
      old_words: HOSTILE,
      new_words: `${HOSTILE}.`,
      reason: HOSTILE,
    });
    await ben.press('For second read');
    const cleo = await desk.visitor('cleo');
    await cleo.visit(`${ferry.path}/claims/1`);
    await cleo.fill('Why, in a line', HOSTILE).press(/^Send it back/);
    const query = `?list=${encodeURIComponent(HOSTILE)}&before=${encodeURIComponent(HOSTILE)}&desk=${encodeURIComponent(HOSTILE)}`;
    for (const page of [
      '',
      '/claims/1',
      '/claims',
      '/sentences/2',
      '/coverage',
      '/second-read',
      '/fixes',
      '/log',
      '/contacts',
      '/report',
      '/details',
    ]) {
      for (const path of [`${ferry.path}${page}`, `${ferry.path}${page}${query}`]) {
        await ben.visit(path);
        assert.equal(ben.status, 200, path);
        assert.equal(ben.all('img').length, 0, path);
        assert.ok(!ben.body.includes('<script>alert'), path);
        const problems = await htmlProblems(ben.body);
        // It counts the entities of a title, not its letters, and knows boxes of one name only with brackets after it.
        assert.deepEqual(
          problems.filter((one) => !/long-title|form-dup-name/.test(one)),
          [],
          path,
        );
      }
    }
    for (const path of ['/', '/articles', `/articles${query}`, '/sources']) {
      await ben.visit(path);
      assert.equal(ben.all('img').length, 0, path);
      assert.ok(!ben.body.includes('<script>alert'), path);
    }
    await ben.visit(`${ferry.path}/claims/1`);
    assert.ok(ben.text().includes(`Sent back: ${HOSTILE.replace('&lt;', '&lt;')}`));
  });

  test('what nobody sees is taken out of every field, and what turns the writing round stays inside its own', async () => {
    const dirty = 'se\u0000ven\u0007 \ud800 men\u007f';
    const ferry = await takeFerryIn(desk, { headline: `Ferry \u202eknis\u0000`, byline: 'A \u202eB' });
    await mark(desk, ferry, 2, 'seven passengers');
    const claim = `${ferry.path}/claims/1`;
    const wrong = await verdictOf(desk, 'wrong');
    const posts: [string, Record<string, string>][] = [
      [`${claim}/details`, { revision: '1', statement: dirty, kind: 'number', due_at: dirty }],
      [`${claim}/details`, { revision: '1', statement: dirty, kind: 'number', assignee_id: dirty }],
      [`${claim}/details`, { revision: '1', statement: dirty, kind: 'number' }],
      [`${claim}/attribution`, { revision: '2', attribution: `${dirty}, ${dirty}` }],
      [`${claim}/verdicts`, { revision: '3', content_verdict: dirty, verdict_sentence: dirty, as_of: dirty }],
      [`${claim}/verdicts`, { revision: '3', content_verdict: wrong, verdict_sentence: dirty }],
      [`${claim}/fixes`, { old_words: dirty, new_words: `${dirty}!`, fix_reason: dirty }],
      [`${claim}/evidence`, { source_line: dirty, passage: dirty, note: dirty, place: dirty }],
      [`${ferry.path}/ticks`, { sentence: '5', words: '190\u0000 people', note: dirty }],
      [`${ferry.path}/claims`, { sentence: '5', words: dirty }],
      [`${ferry.path}/initials`, { sentence: '4\u0000' }],
      [`${claim}/withdrawal`, { withdrawal_reason: dirty }],
    ];
    for (const [path, fields] of posts) {
      await ben.send(path, fields);
      assert.ok([200, 422].includes(ben.status), `${ben.status} ${path} ${ben.text().slice(0, 200)}`);
      assert.ok(!/[\u0000\u0007\u007f]/.test(ben.body), path);
    }
    await ben.visit(claim);
    assert.ok(ben.text().includes('Dropped: seven \ufffd men'));
    assert.equal(ben.heading(), 'Ferry \u202eknis');
    assert.equal(ben.all('h1')[0]?.getAttribute('dir'), 'auto');
  });
});

describe('a page that the browser kept', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
  });
  after(() => desk.close());

  const PAGES = ['', '/claims?list=key', '/claims/1', '/sentences/2', '/coverage', '/second-read', '/fixes'];

  test('is good until something changes, then fetched anew', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'seven passengers');
    const ben = await desk.visitor('ben');
    const etags = new Map<string, string>();
    for (const page of PAGES) {
      await ben.visit(`${ferry.path}${page}`);
      assert.equal(ben.headers['cache-control'], 'private, no-cache', page);
      etags.set(page, ben.headers.etag as string);
      await ben.visit(`${ferry.path}${page}`, { 'If-None-Match': ben.headers.etag as string });
      assert.equal(ben.status, 304, page);
    }
    await initialSentences(desk.ctxOf('cleo'), ferry.id, { selection: { sentence: 4 } });
    for (const page of PAGES) {
      await ben.visit(`${ferry.path}${page}`, { 'If-None-Match': etags.get(page) as string });
      assert.equal(ben.status, 200, page);
    }
  });

  test('is fetched anew when a source that it names is called otherwise', async () => {
    const ferry = await takeFerryIn(desk);
    await mark(desk, ferry, 2, 'seven passengers');
    const { source } = await addEvidence(desk.ctxOf('ben'), ferry.id, { number: 1, source_line: 'Harbour log' });
    const ben = await desk.visitor('ben');
    await ben.visit(`${ferry.path}/claims/1`);
    const etag = ben.headers.etag as string;
    await ben.visit(`/sources/${source.number}`);
    await ben.fill('Title', 'Log of the harbour office').press('Save');
    await ben.visit('/');
    await ben.visit(`${ferry.path}/claims/1`, { 'If-None-Match': etag });
    assert.equal(ben.status, 200);
    assert.ok(ben.text().includes('Log of the harbour office'));
  });

  test('is not shown to the next person at the same machine, nor after signing out', async () => {
    const ferry = await takeFerryIn(desk);
    const ben = await desk.visitor('ben');
    await ben.visit(ferry.path);
    const etag = ben.headers.etag as string;
    const cleo = await desk.visitor('cleo');
    await cleo.visit(ferry.path, { 'If-None-Match': etag });
    assert.equal(cleo.status, 200);
    await ben.press('Sign out');
    assert.match(ben.headers['clear-site-data'] ?? '"cache"', /"cache"/);
    await ben.visit(ferry.path, { 'If-None-Match': etag });
    assert.match(ben.path, /^\/sign-in/);
    const emil = await desk.visitor('emil');
    await emil.visit(ferry.path, { 'If-None-Match': etag });
    assert.equal(emil.status, 404);
  });
});
