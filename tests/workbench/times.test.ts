// Statements of time on the pages: with the days they mean, as soon as a person has dated the article.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

const BODY = 'Ferries stopped last month after a storm. Fares had risen over the past year, the port said.';

test('“last month” says which month, once Ada has given the article its date', async () => {
  const desk = await startNewsroom();
  const ben = await desk.visitor('ben');
  const article = await takeArticleIn(desk.ctxOf('ada'), desk.desks.foreign.slug, {
    headline: 'No ferries',
    body: BODY,
  });
  const selection = { sentence: 2, words: 'Ferries stopped last month' };
  await markClaim(desk.ctxOf('ben'), article.id, { selection });
  await ben.visit(`/articles/${article.number}/claims/1`);
  assert.ok(!ben.text().includes('2026 to'));
  const dated = { title: article.title, revision: 1, dated_on: '2026-03-12', dated_zone: 'Asia/Kabul' };
  await changeArticleDetails(desk.ctxOf('ada'), article.id, dated);
  await ben.visit(`/articles/${article.number}/claims/1`);
  assert.match(ben.text(), /last month\W* is 1 February 2026 to 28 February 2026/);
  await ben.visit(`/articles/${article.number}/sentences/3`);
  assert.match(ben.text(), /over the past year\W* is 12 March 2025 to 12 March 2026/);
  await desk.close();
});
