// Suggestions in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { getClaim } from '#src/claims/store.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, SENTENCES, takeFerryIn } from '#tests/workbench/support.ts';
import { axeViolations } from './axe.ts';
import { show } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, scrollsSideways, signedIn, WINDOWS } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
let ferry: Ferry;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
});
after(() => desk.close());

async function openFerry(path = ''): Promise<void> {
  ferry = await takeFerryIn(desk);
  await ben.goto(`${ferry.path}${path}`);
}

const said = (words: string | RegExp) => ben.locator('[data-said]').filter({ hasText: words }).waitFor();
const atHand = () => ben.locator('.text .suggested.at-hand').first();
const claim = (number: number) => getClaim(desk.db, { id: ferry.id }, { number });

test('p goes to what is suggested and says why; c takes it, and it is judged with the next key', async () => {
  const complaints = complaintsOf(ben);
  await openFerry();
  await ben.keyboard.press('p');
  await said(/^Suggested: .*Press c to add it, d to dismiss it/);
  const first = await atHand().getAttribute('data-start');
  await ben.keyboard.press('p');
  await ben.waitForFunction(`document.querySelector('.suggested.at-hand')?.dataset.start !== '${first}'`);
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="1"]').waitFor();
  await said('Claim 1 is marked as it was suggested.');
  await ben.keyboard.press('1');
  await said('Claim 1 is saved.');
  const { content_meaning, statement } = await claim(1);
  assert.equal(content_meaning, 'ok');
  assert.ok(!(await ben.locator('.text .suggested').allInnerTexts()).includes(statement));
  assert.deepEqual(complaints, []);
});

test('beside the list, Enter takes and d dismisses, one after the other', async () => {
  await openFerry('/claims?list=suggested');
  const before = await ben.locator('.suggestion-list li[id]').count();
  await ben.locator('#workbench').focus();
  await ben.keyboard.press('p');
  await atHand().waitFor();
  await ben.keyboard.press('Enter');
  await said(/Claim 1 is marked.*Suggested: /);
  await ben.locator('#claim[data-suggestions]').waitFor();
  await atHand().waitFor();
  await ben.keyboard.press('d');
  await said(/^Dismissed/);
  await ben.getByText('Dismissed in this version: 1').waitFor();
  assert.ok((await ben.locator('.suggestion-list li[id]').count()) < before + 1);
  assert.match(ben.url(), /list=suggested/);
});

test('without a suggestion under the cursor, d says what to do and c marks what is selected', async () => {
  await openFerry();
  await ben.keyboard.press('d');
  await said('Press p to go to the first suggestion.');
  await ben.keyboard.press('c');
  await said(/Select words first/);
  await ben.keyboard.press('p');
  await atHand().waitFor();
  await ben.keyboard.press('Escape');
  assert.equal(await ben.locator('.at-hand').count(), 0);
});

test('words inside a suggestion are selected and marked as they are, the sign not among them', async () => {
  await openFerry();
  await ben.evaluate(`{
    const words = document.createTreeWalker(document.querySelector('#sentence-3 .suggested'), NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(words, 1, words, 12);
  }`);
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="1"]').waitFor();
  assert.equal(await ben.locator('#claim blockquote').innerText(), 'The captain');
});

test('the whole sentence is still selected by the letter where suggestions are drawn in it', async () => {
  await openFerry();
  await ben.evaluate(`getSelection().selectAllChildren(document.querySelector('#sentence-3'))`);
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="1"]').waitFor();
  assert.match(await ben.locator('#claim blockquote').innerText(), /^“The captain.*for the coast guard\.$/);
});

test('with the mouse: the list, the line, and all from it up', async () => {
  await openFerry();
  await ben.getByRole('link', { name: /^Suggestions/ }).click();
  await ben.locator('#claim[data-suggestions]').waitFor();
  await ben.getByLabel('Minimum score').fill('80');
  await ben.getByRole('button', { name: 'Apply' }).click();
  await ben.waitForURL(/above=80/);
  await ben.getByRole('button', { name: /^Add all/ }).click();
  await said(/claims are marked as they were suggested/);
  assert.ok((await ben.locator('.claim-list li').count()) > 1);
});

test('the help speaks of the keys', async () => {
  await openFerry();
  await ben.keyboard.press('?');
  await ben.getByRole('heading', { name: 'Suggestions' }).waitFor();
  await ben.keyboard.press('Escape');
});

test('text, list and sentence pass axe, light and dark, and fit a telephone', async () => {
  ferry = await takeFerryIn(desk);
  const paths = [ferry.path, `${ferry.path}/claims?list=suggested`, `${ferry.path}/sentences/${SENTENCES.radar}`];
  for (const path of paths) {
    await ben.goto(path);
    for (const window of WINDOWS) {
      await show(ben, window);
      if (window.name !== 'narrow') assert.deepEqual(await axeViolations(ben), [], `${path}, ${window.name}`);
    }
    assert.equal(await scrollsSideways(ben), false, path);
    await show(ben, WINDOWS[0]);
  }
  // What comes next is looked at in the dark, on a telephone.
  await show(ben, { ...WINDOWS[2], colorScheme: 'dark' });
});

test('v goes to what does not agree; n, q and f take it up, d dismisses it with a reason, z takes that back', async () => {
  const complaints = complaintsOf(ben);
  const body = 'The ferry sank on Monday, 3 May 2011. Brandt spoke twice. Brandt will speak again. Brendt left.';
  ferry = await takeFerryIn(desk, { body });
  await ben.goto(ferry.path);
  const count = (open: number) =>
    ben.locator('.switch [aria-current]', { hasText: new RegExp(`^Does not agree ${open}$`) }).waitFor();
  await ben.keyboard.press('v');
  await count(2);
  await said(/^2011-05-03 was a Tuesday\. Press n to note it/);
  await ben.keyboard.press('n');
  await said(/A note belongs to a claim/);
  await ben.keyboard.press('d');
  await ben.keyboard.type('By the old calendar.');
  await ben.keyboard.press('Enter');
  await said(/^Dismissed for this version/);
  await count(1);
  await ben.keyboard.press('z');
  await said(/^Open again/);
  await count(2);
  await ben.keyboard.press('v');
  await said(/was a Tuesday/);
  await ben.keyboard.press('q');
  await said('Query 1 is sent.');
  await ben.keyboard.press('v');
  await said(/^“Brendt” here/);
  await ben.keyboard.press('f');
  await said('Fix 1 is proposed.');
  await count(0);
  await ben.locator('.claim-body details summary').first().click();
  assert.deepEqual([await axeViolations(ben), await scrollsSideways(ben), complaints], [[], false, []]);
});
