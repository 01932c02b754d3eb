// The tagger, which takes 30 MB, is loaded in the threads that read, never in the one that answers.
// Runs in a process of its own: other tests read texts right where they stand.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { endTextThreads } from '#src/claims/analysis/worker-pool.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { workInThreads } from '#tests/support/threads-here.ts';

const BODY = 'The harbour master said 40 boats had left on Monday. “Nobody was hurt,” Ilse Maren told reporters.';

workInThreads();
after(endTextThreads);

test('an article is opened, marked and revised without a tagger in the thread that answers', async () => {
  const desk = await startNewsroom();
  const ada = desk.ctxOf('ada');
  const { id, number } = await takeArticleIn(ada, desk.desks.foreign.slug, { body: BODY });
  await markClaim(ada, id, { selection: { sentence: 1, words: '40 boats had left' } });
  const ben = await desk.visitor('ben');
  await ben.visit(`/articles/${number}`);
  assert.match(ben.text(), /The harbour master/);
  await reviseArticle(ada, id, { body: BODY.replace('40', '41'), version: 1 });
  await ben.visit(`/articles/${number}/changes`);
  await desk.close();
  const loaded = Object.keys(createRequire(import.meta.url).cache).filter((path) => path.includes('/wink-'));
  assert.deepEqual(loaded, [], 'what tags words has to go through workOnText, as what TAGGING lists there');
});
