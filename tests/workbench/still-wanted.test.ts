// A verdict that is saved before it is whole: the answer and the field both say what is still missing.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn } from './support.ts';

const MISSING = 'Still missing: a sentence. Only OK goes without one.';

describe('what a saved verdict still wants', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  beforeEach(async () => {
    ferry = await takeFerryIn(desk);
  });
  after(() => desk.close());

  test('a verdict that is not OK says that it wants its sentence, in the notice and at the field, until it has one', async () => {
    await mark(desk, ferry, SENTENCES.headline, 'Ferry with 240 aboard');
    await ben.visit(`${ferry.path}/claims/1`);
    assert.ok(!ben.text().includes(MISSING));
    await ben.choose('Is it so?', /wrong/).press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is saved. Still missing: a sentence.');
    assert.equal(ben.within('#field-verdicts-verdict_sentence-hint').text(), MISSING);
    await ben.whole().fill('Verdict sentence', 'The owner counts 190.').press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is saved.');
    assert.ok(!ben.text().includes(MISSING));
  });

  test('words that somebody said want both answers', async () => {
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
    await ben.visit(`${ferry.path}/claims/1`);
    await ben.choose('Is it so?', /wrong/).press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is saved. Still missing: a sentence and “Was it said?”.');
    await ben.fill('Verdict sentence', 'Six drowned.').choose('Was it said?', 'changed').press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is saved.');
    await ben.visit(`${ferry.path}/claims/1`);
    assert.ok(!ben.text().includes(MISSING));
  });

  test('a plain OK wants nothing', async () => {
    await mark(desk, ferry, SENTENCES.headline, 'Ferry with 240 aboard');
    await ben.visit(`${ferry.path}/claims/1`);
    await ben.choose('Is it so?', /OK$/).press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is waiting for its second read.');
  });
});
