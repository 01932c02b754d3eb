// Evidence from its pages, without JavaScript: added, changed, taken off, and what is refused.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { eventsOf, takeRaidIn } from './support.ts';

describe('evidence from its pages', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let id: string;
  let claim: string;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
  });
  beforeEach(async () => {
    id = await takeRaidIn(desk);
    claim = `/articles/${id}/claims/1`;
  });
  after(() => desk.close());

  /** Opens the page of the use that was added last. */
  async function openUse(source_line: string, visitor = ben): Promise<string> {
    const added = await addEvidence(desk.ctxOf('ben'), id, { number: 1, source_line });
    const use = `${claim}/evidence/${added.id}`;
    await visitor.visit(use);
    return use;
  }

  test('Ben types one line under the claim and sees source, passage and grade there', async () => {
    await ben.visit(claim);
    await ben
      .fill('Add a source', 'call Sorov 15:40: six bombers')
      .choose('This source is', 'against')
      .fill('Page, minute, paragraph', 'minute 4:10')
      .choose('The source, A to F', /^C/)
      .choose('What it says here, 1 to 6', /^3/)
      .press('Add');
    assert.equal(ben.path, claim);
    assert.equal(ben.notice(), '“Call with Sorov, 15:40” is added. Sorov is noted among the contacts.');
    const listed = ben.within('.evidence').text();
    for (const words of ['against', 'Call with Sorov, 15:40', 'C3', 'fairly reliable', 'six bombers', 'minute 4:10'])
      assert.ok(listed.includes(words), `${words} in ${listed}`);
    await ben.visit(claim);
    await ben.fill('Add a source', 'call Sorov 15:40: no hostages').press('Add');
    assert.match(ben.notice(), /was in the library as source \d+, and is used again/);
  });

  test('a source of the library is used by its number', async () => {
    const { source } = await addEvidence(desk.ctxOf('ben'), id, { number: 2, source_line: 'Census of 2019' });
    await ben.visit(claim);
    await ben.fill('Add a source', `source ${source.number}`).press('Add');
    assert.ok(ben.within('.evidence').text().includes('Census of 2019'));
    await ben.visit(claim);
    await ben.fill('Add a source', '#99999').press('Add');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /has no source 99999/);
  });

  test('a line that cannot be taken comes back with everything that was typed', async () => {
    await ben.visit(claim);
    await ben
      .fill('Add a source', 'javascript:alert(1)')
      .fill('Passage, word for word', 'six bombers')
      .choose('This source is', 'background')
      .press('Add');
    assert.equal(ben.status, 422);
    assert.match(ben.errors().join(), /start with https:\/\/ or http:\/\//);
    assert.equal(ben.value('Add a source'), 'javascript:alert(1)');
    assert.equal(ben.value('Passage, word for word'), 'six bombers');
    assert.ok(ben.chosen('This source is').join().includes('background'));
    assert.ok(ben.all('a[href="#field-evidence-source_line"]').length === 1);
    await ben.fill('Add a source', '').press('Add');
    assert.equal(ben.status, 422);
    await ben.fill('Add a source', 'Bulletin 31').press('Add');
    assert.equal(ben.path, claim);
    assert.ok(ben.within('.evidence').text().includes('six bombers'));
  });

  test('a use is changed from its own page; saved too late, both texts are shown', async () => {
    const use = await openUse('Bulletin 41');
    const cleo = await desk.visitor('cleo');
    await cleo.visit(use);
    await ben.fill('Passage, word for word', 'thirty at most').choose('About', 'was it said?').press('Save evidence');
    assert.equal(ben.path, claim);
    assert.equal(ben.notice(), 'The evidence is saved.');
    assert.ok(ben.within('.evidence').text().includes('was it said?'));
    await cleo.fill('Passage, word for word', 'thirty').press('Save evidence');
    assert.equal(cleo.status, 409);
    assert.ok(cleo.text().includes('thirty at most'));
    await ben.visit(use);
    await ben.fill('Page, minute, paragraph', 'x'.repeat(300)).fill('Note for the desk', 'kept').press('Save evidence');
    assert.equal(ben.status, 422);
    assert.equal(ben.value('Note for the desk'), 'kept');
  });

  test('a use is taken off the claim; its page then says so', async () => {
    const use = await openUse('Bulletin 51');
    await ben.fill('Why', 'It is about another raid.').press(/^Remove evidence/);
    assert.equal(ben.path, claim);
    assert.match(ben.notice(), /“Bulletin 51” is removed from the claim/);
    assert.equal(ben.all('.evidence').length, 0);
    await ben.visit(use);
    assert.match(ben.text(), /was removed from the claim/);
    assert.ok(!ben.offers('Save evidence'));
  });

  test('a guest reads a use and is refused every post; for other desks there is no such page', async () => {
    const use = await openUse('Bulletin 61');
    const dina = await desk.visitor('dina');
    await dina.visit(use);
    assert.equal(dina.status, 200);
    assert.match(dina.text(), /Guests read/);
    assert.ok(!dina.offers('Save evidence'));
    await dina.visit(claim);
    assert.ok(!dina.offers('Add'));
    const [emil, nobody] = [await desk.visitor('emil'), await desk.visitor()];
    assert.equal((await emil.visit(use)).status, 404);
    const events = await eventsOf(desk.db, 'evidence');
    const posts = { [`${claim}/evidence`]: { source_line: 'x' }, [use]: { revision: '1' }, [`${use}/removal`]: {} };
    for (const [path, fields] of Object.entries(posts)) {
      assert.equal((await dina.send(path, fields)).status, 403, path);
      assert.equal((await emil.send(path, fields)).status, 404, path);
      await nobody.send(path, fields);
      assert.ok(nobody.path.startsWith('/sign-in'), path);
    }
    assert.deepEqual(await eventsOf(desk.db, 'evidence'), events);
  });

  test('what is typed as markup is shown as it was typed', async () => {
    await ben.visit(claim);
    await ben.fill('Add a source', '<b>Bulletin</b> "31", p. 4: "<script>alert(1)</script>"').press('Add');
    assert.doesNotMatch(ben.body, /<script>alert/);
    assert.ok(ben.within('.evidence').text().includes('<script>alert(1)</script>'));
  });
});
