// Texts that mean harm: markup, control characters and marks that turn the writing round.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bringAsRan, initialAsRan } from '#src/articles/as-ran/commands.ts';
import { findAsRan } from '#src/articles/as-ran/store.ts';
import { askFix } from '#src/reviews/fixes/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { mark, takeFerryIn, verdictOf } from './support.ts';

describe('texts that mean harm', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  const HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\'</textarea></title>&lt;b&gt;';

  test('markup in any field is shown as it was typed, on every page', async () => {
    const ferry = await takeFerryIn(desk, {
      headline: HOSTILE,
      body: `${HOSTILE} sank. It was ${HOSTILE}.`,
      byline: HOSTILE,
      outlet: HOSTILE,
    });
    await ben.visit(`${ferry.path}/sentences/2`);
    await ben.fill('For a tick', HOSTILE).press('Tick words');
    await ben.press('Mark a claim');
    await ben.fill('Statement under check', HOSTILE).press('Save details');
    await ben.fill('Speakers, one per line', `${HOSTILE}, ${HOSTILE}`).press('Save speakers');
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
    await ben.press('Send to second read');
    const cleo = await desk.visitor('cleo');
    await cleo.visit(`${ferry.path}/claims/1`);
    await cleo.fill('If you send it back: what is missing?', HOSTILE).press(/^Send back/);
    const ada = desk.ctxOf('ada');
    await bringAsRan(ada, ferry.id, { headline: HOSTILE, body: `${HOSTILE} rose. It was ${HOSTILE}.` });
    const as_ran = (await findAsRan(desk.db, ferry.id))?.id ?? '';
    await initialAsRan(ada, ferry.id, { as_ran, version: 1, reason: HOSTILE });
    const query = `?list=${encodeURIComponent(HOSTILE)}&before=${encodeURIComponent(HOSTILE)}&desk=${encodeURIComponent(HOSTILE)}`;
    for (const page of [
      '',
      '/claims/1',
      '/claims',
      '/sentences/2',
      '/coverage',
      '/second-read',
      '/as-ran',
      '/fixes',
      '/log',
      '/contacts',
      '/report',
      '/details',
    ]) {
      let before = '';
      for (const path of [`${ferry.path}${page}`, `${ferry.path}${page}${query}`]) {
        await ben.visit(path);
        assert.equal(ben.status, 200, path);
        assert.equal(ben.all('img').length, 0, path);
        assert.ok(!ben.body.includes('<script>alert'), path);
        // Where the page takes nothing from such an address, it is the one before.
        if (ben.body === before) continue;
        before = ben.body;
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
