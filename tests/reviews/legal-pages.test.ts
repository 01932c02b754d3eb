// The pages of Legal, by forms alone: the claim in hand, the page below the second read, what guests get.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { PARAGRAPHS, type Strike, strikeAt } from './support.ts';

describe('Legal at an article', () => {
  let desk: NewsroomDesk;
  let strike: Strike;
  let [ada, ben, dina, frida]: Visitor[] = [];
  before(async () => {
    desk = await startNewsroom();
    strike = await strikeAt(desk);
    [ada, ben] = [await desk.visitor('ada'), await desk.visitor('ben')];
    [dina, frida] = [await desk.visitor('dina'), await desk.visitor('frida')];
  });
  after(() => desk.close());
  const as = (visitor: Visitor | undefined) => visitor as Visitor;

  test('Ben holds a claim with a reason, and everybody of the desk sees by whom and why', async () => {
    const visitor = as(ben);
    await visitor.visit(`${strike.path}/claims/1`);
    await visitor.within('#legal').fill('Why Legal has to see it', '').press('Hold claim');
    assert.equal(visitor.status, 422);
    assert.deepEqual(visitor.errors(), ['Say in a line why Legal has to see it.']);
    await visitor.within('#legal').fill('Why Legal has to see it', 'It accuses the union.').press('Hold claim');
    assert.equal(visitor.notice(), 'Claim 1 is held for Legal.');
    await as(ada).visit(`${strike.path}/claims/1`);
    assert.match(as(ada).text(), /Held for Legal by Ben Okafor, [^:]*:?[^:]*, version 1: It accuses the union\./);
    assert.deepEqual(await htmlProblems(as(ada).body), []);
    assert.ok(!as(ada).offers(/Clear claim/), 'an editor clears nothing');
  });

  test('Legal finds it below the second read, notes, and clears it; nobody else is offered that', async () => {
    const visitor = as(frida);
    await visitor.visit('/');
    assert.match(visitor.text(), /For you as Legal .*Dockers of Lund walk out .*1 held claim/);
    await visitor.visit(`${strike.path}/second-read`);
    await visitor.follow(/^Legal/);
    assert.equal(visitor.heading(), 'Legal');
    assert.match(visitor.text(), /Held 1 .*Five hundred dockers.*Held for Legal by Ben Okafor/);
    await visitor.within('#note').fill('Note', 'Who counted them?').fill('On claim number', '1').press('Save note');
    assert.equal(visitor.notice(), 'The note is saved.');
    assert.match(visitor.text(), /Who counted them\? Frida Holm, .*version 1, on claim 1/);
    assert.deepEqual(await htmlProblems(visitor.body), []);
    await visitor.within('#note').fill('Note', '').press('Save note');
    assert.deepEqual(visitor.errors(), ['Write the note.']);
    await visitor.visit(`${strike.path}/claims/1`);
    await visitor.fill('Note with the clearance', 'The register says so.').press('Clear claim for version 1');
    assert.equal(visitor.notice(), 'Claim 1 is cleared.');
    assert.match(visitor.text(), /✓ Cleared by Legal, Frida Holm, .*version 1: The register says so\./);
    assert.ok(!visitor.offers(/Clear claim/));
  });

  test('Ben puts the cleared claim on other words: it waits for Legal again, at home too, and stays lifted', async () => {
    const home = async () => {
      await as(frida).visit('/');
      return as(frida).text();
    };
    assert.doesNotMatch(await home(), /held claim/);
    const move = async (sentence: string, words: string, revision: string) =>
      as(ben).send(`${strike.path}/claims/1/range`, { sentence, words, revision });
    await as(ben).visit(`${strike.path}/claims/1`);
    const [, revision = ''] = as(ben).body.match(/name="revision" value="(\d+)"/) ?? [];
    await move('3', 'Nobody was hurt', revision);
    assert.match(await home(), /Dockers of Lund walk out .*1 held claim/);
    await move('2', 'Five hundred dockers', String(Number(revision) + 1));
    assert.match(await home(), /1 held claim/, 'Legal has not seen it since');
    await as(frida).visit(`${strike.path}/claims/1`);
    assert.match(as(frida).text(), /Cleared by Frida Holm, .*; lifted: the claim was put on other words\./);
    await as(frida).fill('Note with the clearance', 'The register says so.').press('Clear claim for version 1');
  });

  test('a form that was opened before another hold came clears nothing', async () => {
    const visitor = as(frida);
    await as(ben).send(`${strike.path}/claims/2/legal-hold`, { hold_reason: 'It quotes her.' });
    await visitor.visit(`${strike.path}/claims/2`);
    await as(ada).send(`${strike.path}/claims/2/legal-hold`, { hold_reason: 'Her lawyer rang.' });
    await visitor.press('Clear claim for version 1');
    assert.equal(visitor.status, 409);
    await visitor.visit(`${strike.path}/legal`);
    assert.match(visitor.text(), /Held 1 .*a surprise.*Her lawyer rang/);
  });

  test('a new version that changes the sentence says that the clearance is lifted', async () => {
    await strike.revise({ strike: PARAGRAPHS.strike.replace('Five hundred', 'Six hundred') });
    await as(ben).visit(`${strike.path}/legal`);
    assert.match(as(ben).text(), /Held 2/);
    assert.match(as(ben).text(), /Cleared by Frida Holm, .*version 1; lifted: version 2 changed its sentence\./);
  });

  test('the article is cleared as a whole where it is marked for Legal', async () => {
    const visitor = as(frida);
    await visitor.visit(`${strike.path}/legal`);
    assert.ok(!visitor.offers(/Clear version/));
    await as(ada).visit(`${strike.path}/details`);
    await as(ada).tick(/Legal/).press(/Save/);
    await visitor.visit(`${strike.path}/legal`);
    assert.match(visitor.text(), /Version 2 is not cleared\./);
    await visitor.press('Clear version 2');
    assert.equal(visitor.notice(), 'The article is cleared.');
    assert.match(visitor.text(), /✓ Cleared by Legal, Frida Holm, .*, version 2/);
  });

  test('guests are told that it is not for them, and find no word of it on the claim', async () => {
    const visitor = as(dina);
    await visitor.visit(`${strike.path}/legal`);
    assert.equal(visitor.status, 403);
    for (const path of ['', '/claims/1', '/second-read', '/log', '/report']) {
      await visitor.visit(`${strike.path}${path}`);
      assert.equal(visitor.status, 200);
      assert.doesNotMatch(visitor.body, /accuses the union|Who counted|register says|Frida|Held for Legal/, path);
    }
  });
});
