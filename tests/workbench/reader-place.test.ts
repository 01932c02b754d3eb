// Ticks and initials from the text lead back to where the reader was.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { BODY, type Ferry, HEADLINE, mark, SENTENCES, takeFerryIn } from './support.ts';

describe('where the reader was', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let ferry: Ferry;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  beforeEach(async () => {
    ferry = await takeFerryIn(desk);
    await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
  });
  after(() => desk.close());

  /** The fields of a form of the text as its script fills them in: where these words stand, and what the page hid in it. */
  function filledIn(form: string, words: string): Record<string, string> {
    const text = `${HEADLINE}\n\n${BODY}`;
    const start = text.indexOf(words);
    const hidden = ben.all(`${form} input`).map((one) => [one.getAttribute('name'), one.getAttribute('value')]);
    return { ...Object.fromEntries(hidden), start: `${start}`, end: `${start + words.length}` };
  }

  for (const place of ['/claims?list=open', '/claims?list=suggested&above=40&order=score', '/claims/1', ''])
    test(`a tick and initials from ${place || 'the whole text'} come back there`, async () => {
      await ben.visit(`${ferry.path}${place}`);
      await ben.send(`${ferry.path}/ticks`, filledIn('#tick-form', 'Port Amel before dawn'));
      assert.deepEqual([ben.status, ben.path], [200, `${ferry.path}${place}`]);
      await ben.send(`${ferry.path}/initials`, filledIn('#nothing-form', 'It was a cold morning.'));
      assert.deepEqual([ben.status, ben.path], [200, `${ferry.path}${place}`]);
    });

  test('a tick that is refused shows the list as it was narrowed', async () => {
    await ben.visit(`${ferry.path}/claims?list=open`);
    const filled = filledIn('#tick-form', 'Port Amel');
    await ben.send(`${ferry.path}/ticks`, { ...filled, start: '', end: '' });
    assert.equal(ben.status, 422);
    assert.match(ben.within('.filters [aria-current]').text(), /^Open/);
  });

  test('an unknown place in the fields is the whole text', async () => {
    const range = filledIn('#tick-form', 'Port Amel');
    await ben.send(`${ferry.path}/ticks`, { ...range, list: 'everything', version: '1' });
    assert.equal(ben.status, 422);
    await ben.send(`${ferry.path}/ticks`, { ...range, list: '', version: '1' });
    assert.equal(ben.path, ferry.path);
  });
});
