// Sources that a draft names, by forms alone: beside the claim, on the page of a sentence, in their own list.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import type { Visitor } from '#tests/support/visitor.ts';

describe('the sources that a draft names, by forms alone', () => {
  let desk: NewsroomDesk;
  let ben: Visitor;
  let path: string;
  before(async () => {
    desk = await startNewsroom();
    ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.attach('Or a file', 'draft.docx', makeDocx()).press('Add article');
    await ben.press('Add article');
    path = ben.path;
  });
  after(() => desk.close());

  test('on the page of its sentence Ben reads where it stands, and that no claim does', async () => {
    await ben.visit(`${path}/sentences/4`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match(ben.text(), /From the draft.*Comment by L\. Marsh: Harbour log, pages 3 to 5\..*no claim on it/);
    assert.ok(!ben.offers(/^Add as evidence/));
    await ben.fill('Words, trimmed to what matters', 'It was the ninth delay this month').press('Mark a claim');
  });

  test('beside the claim he takes it with one press, and it is evidence there', async () => {
    await ben.visit(`${path}/claims/1`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match(ben.within('.from-draft').text(), /The draft names a source here: Comment by L\. Marsh/);
    await ben.press(/^Add as evidence/);
    assert.equal(ben.path, `${path}/claims/1`);
    assert.equal(ben.notice(), '“Harbour log, pages 3 to 5” is added for claim 1.');
    assert.match(ben.within('.evidence').text(), /Harbour log, pages 3 to 5/);
    assert.doesNotMatch(ben.text(), /The draft names a source here/);
  });

  test('their list says what became of each; all that stand on claims are taken together', async () => {
    await ben.visit(`${path}/details`);
    assert.match(ben.text(), /Review sources: 2 open/);
    await ben.follow(/^Review sources/);
    assert.equal(ben.path, `${path}/proposed-sources`);
    assert.deepEqual(await htmlProblems(ben.body), []);
    assert.match(ben.text(), /source \d+, added by Ben Okafor, .*for claim 1/);
    assert.ok(!ben.offers(/^Add (all|the one)/));
    await ben.visit(`${path}/sentences/5`);
    await ben.fill('Words, trimmed to what matters', 'More than 240 passengers waited.').press('Mark a claim');
    await ben.visit(`${path}/proposed-sources`);
    await ben.press(/^Add the one/);
    assert.equal(ben.notice(), 'One source is added, for one claim; 1 new in the library.');
    await ben.visit(`${path}/details`);
    await ben.press('Add all that match a claim');
    assert.match(ben.notice(), /^No open claim matches the words/);
  });

  test('one is dismissed, and proposed again; a form without its name is refused in a sentence', async () => {
    await ben.visit(`${path}/proposed-sources`);
    await ben.press(/^Dismiss: harbour/);
    assert.match(ben.text(), /dismissed by Ben Okafor/);
    await ben.press(/^Suggest again: harbour/);
    assert.equal(ben.notice(), 'It is suggested again.');
    await ben.press(/^✓ Tick words with it: harbour/);
    assert.match(ben.notice(), /^The words are ticked from “.*”, source \d+\.$/);
    assert.match(ben.text(), /words ticked from source \d+ by Ben Okafor/);
    await ben.send(`${path}/proposed-sources/taking`, {});
    assert.equal(ben.status, 409);
    assert.match(ben.text(), /Choose a source that the draft names/);
  });

  test('guests see none of it, strangers find nothing, nobody is asked to sign in', async () => {
    const dina = await desk.visitor('dina');
    for (const [page, status] of [
      ['proposed-sources', 404],
      ['claims/1', 200],
      ['sentences/4', 200],
    ] as const) {
      await dina.visit(`${path}/${page}`);
      assert.equal(dina.status, status, page);
      assert.doesNotMatch(dina.text(), /From the draft|draft names/);
    }
    await dina.send(`${path}/proposed-sources/taking`, { proposed: '1.1' });
    assert.equal(dina.status, 403);
    const emil = await desk.visitor('emil');
    await emil.visit(`${path}/proposed-sources`);
    assert.equal(emil.status, 404);
    await emil.send(`${path}/proposed-sources/takings`, {});
    assert.equal(emil.status, 404);
    const nobody = await desk.visitor();
    await nobody.visit(`${path}/proposed-sources`);
    assert.match(nobody.path, /^\/sign-in/);
  });
});
