// In which order a report tells things, and that its head is whole.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { url } from '#src/paths.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { HALF_CHECKED } from './half-checked.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await HALF_CHECKED.start();
});
after(() => desk.close());

test('what is not checked comes right behind the counts, then what is disputed, then what is right, then the text', async () => {
  const dina = await desk.visitor('dina');
  const { body } = await dina.visit('/articles/1/report');
  const places = ['class="tally"', 'id="not-name"', 'Only the militia gives', 'id="right-name"', 'id="galley-name"'];
  const found = places.map((words) => body.indexOf(words));
  assert.ok(!found.includes(-1));
  assert.deepEqual(
    found,
    [...found].sort((a, b) => a - b),
  );
});

test('a headline that is longer than a title stands whole above the report', async () => {
  const headline = `Gunmen raid ${'the old grain port of '.repeat(12)}Lusk`;
  const { id } = await takeArticleIn(desk.ctxOf('ben'), desk.desks.foreign.slug, { headline, body: 'It was quiet.' });
  const ben = await desk.visitor('ben');
  await ben.visit(url('report', { id }));
  assert.equal(ben.heading(), headline);
});
