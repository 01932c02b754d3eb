// The pages of versions, by forms alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { BODY, type Fire, fireAt, HEADLINE, PARAGRAPHS } from '#tests/claims/revise-support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';

describe('the versions of an article, by forms alone', () => {
  let desk: NewsroomDesk;
  let fire: Fire;
  let ada: Visitor;
  let ben: Visitor;
  let cleo: Visitor;
  let dina: Visitor;
  let emil: Visitor;
  let path = '';
  before(async () => {
    desk = await startNewsroom();
    fire = await fireAt(desk);
    path = `/articles/${fire.article_number}`;
    ada = await desk.visitor('ada');
    ben = await desk.visitor('ben');
    cleo = await desk.visitor('cleo');
    dina = await desk.visitor('dina');
    emil = await desk.visitor('emil');
  });
  after(() => desk.close());

  const second = BODY.replace('at least 24', 'at least 26')
    .replace(PARAGRAPHS.insurance, 'Nobody has said who will pay.')
    .replace('Nine ships', 'Nine ships of the company');

  test('Ada finds the text as it stands in the form, and the same text is no new version', async () => {
    await ada.visit(path);
    await ada.follow('About this article');
    assert.equal(ada.heading(), 'Versions');
    await ada.press('Add version 2');
    assert.equal(ada.status, 422);
    assert.deepEqual(ada.errors(), ['The desk already has this text.']);
    assert.equal(ada.path, `${path}/versions`);
  });

  test('a version without a text is refused, and what was typed stays', async () => {
    await ada.visit(`${path}/versions`);
    await ada.fill('Text', ' ').fill('Note', 'from the wire, 17:10').press('Add version 2');
    assert.equal(ada.status, 422);
    assert.deepEqual(ada.errors(), ['Paste the text of the article, or choose a file.']);
    assert.ok(ada.body.includes('value="from the wire, 17:10"'));
  });

  test('a page that Ben opened before it came in is kept for later', async () => {
    await ben.visit(`${path}/sentences/2`);
    await cleo.visit(`${path}/sentences/5`);
    await dina.visit(`${path}/versions`);
    assert.ok(!dina.offers(/^Add version/));
  });

  test('she brings version 2 and sees only what it changed, in order, with the causes', async () => {
    await ada.visit(`${path}/versions`);
    await ada.fill('Text', second).fill('Note', 'from the wire, 17:10').press('Add version 2');
    assert.equal(ada.path, `${path}/versions/2/changes`);
    assert.equal(ada.notice(), 'Version 2 is added: 2 claims to check again, 1 claim whose words are gone.');
    assert.equal(ada.heading(), 'What changed in version 2');
    const text = ada.text();
    assert.ok(text.includes('2 sentences changed, 1 gone · 2 claims to check again · 1 claim to place or drop.'), text);
    assert.ok(text.includes('check again: the number in its sentence changed: 24 → 26'), text);
    assert.ok(text.includes('removed: 24 added: 26') || /removed: 24\s*added: 26/.test(text), text);
    assert.ok(!text.includes('The night guard'));
    assert.ok(text.includes('from the wire, 17:10'));
  });

  test('the head says how many are to be checked again and how many are lost', async () => {
    await dina.visit(path);
    assert.ok(dina.text().includes('2 to check again 1 without its words'), dina.text());
    assert.ok(dina.text().includes('version 2'));
    await dina.follow('what changed');
    assert.equal(dina.path, `${path}/versions/2/changes`);
    assert.ok(!dina.offers(/^Place claim/));
  });

  test('what Ben does on the page of version 1 counts where the words still stand, and is shown beside the new ones where not', async () => {
    await ben.fill('Words, trimmed to what matters', 'the fire service said').press('Mark a claim');
    assert.equal(ben.path, `${path}/claims/6`);
    await ben.visit(`${path}/claims/6`);
    await ben.fill('Why it need not be checked', 'a trial').press('Drop claim 6');
    const [whole] = PARAGRAPHS.toll.split('. ');
    const stale = { sentence: '2', version: '1', words: `${whole}.` };
    await ben.send(`${path}/ticks`, stale);
    assert.equal(ben.status, 409);
    assert.ok(ben.text().includes('killed at least 24 people'), ben.text());
    assert.ok(ben.text().includes('killed at least 26 people'), ben.text());
    await ben.send(`${path}/initials`, { paragraph: '4', version: '1' });
    assert.equal(ben.status, 200);
    await ben.send(`${path}/initials`, { paragraph: '2', version: '1' });
    assert.equal(ben.status, 409);
    await ben.send(`${path}/assignments`, { paragraphs: '2', assignee_id: '', version: '1' });
    assert.equal(ben.status, 409);
    await cleo.fill('Words, trimmed to what matters', '1952').press('✓ Tick words');
    assert.equal(cleo.status, 200);
  });

  test('the claim tells why it is back; saving its verdict says that it holds', async () => {
    await ben.visit(`${path}/claims/1`);
    assert.ok(ben.text().includes('Check again: the number in its sentence changed: 24 → 26.'), ben.text());
    await ben.visit(`${path}/claims`);
    assert.ok(ben.within('.claim-list').text().includes('check again: the number in its sentence changed: 24 → 26'));
    await ben.visit(`${path}/claims/1`);
    await ben.choose('Was it said?', /^word for word/).press('Save verdict');
    assert.equal(ben.notice(), 'Claim 1 is waiting for its second read.');
    assert.ok(!ben.text().includes('Check again'));
    await ben.visit(`${path}/versions/2/changes`);
    assert.ok(ben.text().includes('judged again · the number in its sentence changed: 24 → 26'), ben.text());
    const { revision } = await fire.claim(1);
    await closeClaim(desk.ctxOf('cleo'), fire.article_id, { number: 1, revision });
  });

  test('nobody offers a claim by a page that was older than its new words', async () => {
    const { revision } = await fire.claim(2);
    await ben.send(`${path}/claims/2/readiness`, { revision: String(revision - 1) });
    assert.equal(ben.status, 409);
    assert.ok(ben.text().includes('the wording changed') || ben.text().includes('the company'), ben.text());
    await ben.send(`${path}/claims/2/readiness`, { revision: String(revision) });
    assert.equal(ben.status, 200);
    assert.equal((await fire.claim(2)).check_again, '');
  });

  test('a claim without a place gets one by hand: not on words that are not there, once on those that are', async () => {
    await ben.visit(`${path}/claims/5`);
    assert.ok(ben.text().includes('The words are not in version 2.'), ben.text());
    await ben.follow('Place or drop the claim');
    await ben.fill('Current words', 'a damage of 5 million').press('Place claim 5');
    assert.equal(ben.status, 422);
    assert.match(ben.errors()[0] ?? '', /^These words are not in version 2/);
    assert.ok(ben.text().includes('a damage of 5 million'));
    await ben.fill('Current words', 'the').press('Place claim 5');
    assert.match(ben.errors()[0] ?? '', /^These words appear \d+ times/);
    await ben.fill('Current words', 'who will pay').press('Place claim 5');
    assert.equal(ben.notice(), 'Claim 5 has its place again.');
    await ben.send(`${path}/claims/5/placement`, { words: 'who will pay' });
    assert.equal(ben.status, 200);
    await ben.send(`${path}/claims/5/placement`, { words: 'Nobody has said' });
    assert.equal(ben.status, 409);
    await ben.visit(path);
    assert.ok(!ben.text().includes('1 without its words'));
    const verbs = await desk.db.selectFrom('log').select('verb').where('verb', '=', 'claim.placed').execute();
    assert.equal(verbs.length, 1);
  });

  test('two versions are compared word by word, and a third with either', async () => {
    await ada.visit(`${path}/versions`);
    const { mayor, ...others } = PARAGRAPHS;
    const third = [...Object.values(others), mayor, 'A new paragraph.'].join('\n\n');
    await ada.fill('Text', third).press('Add version 3');
    assert.equal(ada.status, 200);
    assert.ok(!ada.text().includes('Without a place'));
    await ada.visit(`${path}/versions`);
    await ada.follow('Compare with version 2');
    assert.equal(ada.heading(), 'Version 2 → version 3');
    await ada.choose('Compare version 3 with', /^Version 1/).press('Compare');
    assert.equal(ada.heading(), 'Version 1 → version 3');
    assert.ok(ada.text().includes('Of the paragraphs 1 new, 1 moved.'), ada.text());
    assert.ok(ada.all('ins').some((one) => one.textContent.includes('A new paragraph.')));
    await ada.visit(`${path}/versions/2/compare`);
    assert.equal(ada.all('del').length > 0, true);
    await ada.visit(`${path}/versions/2/changes`);
    assert.ok(!ada.offers(/^Place claim/));
  });

  test('a form of an older version shows both texts; guests bring none, strangers find nothing', async () => {
    const form = { version: '1', headline: HEADLINE, body: `${BODY}\n\nAnd more.` };
    await ada.send(`${path}/versions`, form);
    assert.equal(ada.status, 409);
    assert.ok(ada.text().includes('And more.') && ada.text().includes('A new paragraph.'));
    await dina.send(`${path}/versions`, { ...form, version: '3' });
    assert.equal(dina.status, 403);
    await dina.send(`${path}/claims/5/placement`, { words: 'who will pay' });
    assert.equal(dina.status, 403);
    for (const address of ['versions', 'versions/2/changes', 'versions/2/compare?with=1']) {
      await emil.visit(`${path}/${address}`);
      assert.equal(emil.status, 404, address);
      await dina.visit(`${path}/${address}`);
      assert.equal(dina.status, 200, address);
    }
    await emil.send(`${path}/versions`, { ...form, version: '3' });
    assert.equal(emil.status, 404);
    for (const address of [
      'versions/1/changes',
      'versions/9/changes',
      'versions/x/compare',
      'versions/2/compare?with=2',
    ]) {
      await ada.visit(`${path}/${address}`);
      assert.equal(ada.status, 404, address);
    }
    const nobody = await desk.visitor();
    await nobody.visit(`${path}/versions`);
    assert.ok(nobody.path.startsWith('/sign-in'));
  });
});
