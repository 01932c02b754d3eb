// The page of the search, without JavaScript: what is typed stays, and what was found leads to its place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { takeSearchedIn } from './support.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
  await takeSearchedIn(desk);
});
after(() => desk.close());

test('Ben searches from the bar, narrows it, and comes to the claim', async () => {
  const ben = await desk.visitor('ben');
  await ben.visit('/articles');
  await ben.fill('Search claims, sources and all else', '"100 fighters" milit*').press('Search');
  assert.equal(ben.path, '/search?words=%22100+fighters%22+milit*');
  assert.match(ben.text(), /Articles 1 .*Raid on Lusk.*Claims 1 /);
  assert.match(ben.body, /More than <mark>100 fighters<\/mark> entered Lusk/);
  assert.match(ben.body, /the river <mark>militia<\/mark>/);
  await ben
    .choose('Verdict of the claim', /accounts differ/)
    .fill('Speaker or contact', 'Arrel')
    .press('Search');
  assert.match(ben.text(), /3 set|2 set/);
  assert.match(ben.text(), /Claims 1 newest first More than 100 fighters entered Lusk ⇄ accounts differ/);
  for (const kept of ['value="&#34;100 fighters&#34; milit*"', 'value="Arrel"', '<option value="disputed" selected'])
    assert.ok(ben.body.includes(kept) || ben.body.includes(kept.replaceAll('&#34;', '&quot;')), kept);
  assert.match(ben.body, /href="\/articles\/1\/claims\/1#words"/);
  await ben.follow(/^More than 100 fighters/);
  assert.equal(ben.path, '/articles/1/claims/1');
});

test('what is there in numbers is counted, and goes page by page; what is typed never becomes markup', async () => {
  const ada = desk.ctxOf('ada');
  const body = Array.from({ length: 60 }, (_, at) => `Lorry ${at + 1} <b>carried</b> "grain" & salt.`).join('\n\n');
  const { id } = await takeArticleIn(ada, desk.desks.foreign.slug, { headline: 'Lorries', body });
  for (let sentence = 2; sentence <= 31; sentence += 1)
    await markClaim(ada, id, { selection: { sentence, words: '' }, is_key: false });
  const ben = await desk.visitor('ben');
  await ben.visit('/search?words=lorry+grain');
  assert.match(ben.text(), /Claims 30 newest first · All 30 claims/);
  assert.equal(ben.all('.finds li').length, 6);
  await ben.follow('All 30 claims');
  assert.equal(ben.all('.finds li').length, 25);
  await ben.follow('Older');
  assert.equal(ben.all('.finds li').length, 5);
  assert.match(ben.text(), /26 to 30/);
  assert.match(ben.body, /<mark>Lorry<\/mark> 1 &lt;b&gt;carried&lt;\/b&gt;/);
  for (const words of ['<script>alert(1)</script>', '"><img src=x>', "'; drop table claim; --"]) {
    await ben.visit(`/search?words=${encodeURIComponent(words)}`);
    assert.equal(ben.status, 200);
    assert.ok(!ben.body.includes('<script>alert') && !ben.body.includes('<img src=x'));
    assert.match(ben.text(), /Nothing found/);
  }
  await ben.visit('/search?words=lorry&verdict=wrong&state=nonsense&page=-3&of=weather&from=2026-99-99');
  assert.match(ben.text(), /Nothing found .*fits the filters.*Clear filters/);
  await ben.follow('Clear filters');
  assert.match(ben.text(), /Claims 30/);
  await ben.visit('/search?words=lory+graim');
  assert.match(ben.text(), /Nothing has just these words/);
  await ben.visit('/search');
  assert.doesNotMatch(ben.text(), /Nothing found/);
  assert.deepEqual(await htmlProblems(ben.body), []);
});
