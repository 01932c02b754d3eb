// The workbench changes where something changed: all else stays as it lies there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, mark, SENTENCES, takeFerryIn } from '#tests/workbench/support.ts';
import { hears, holdUp } from './at-workbench.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
let ferry: Ferry;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
  ferry = await takeFerryIn(desk);
  await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
  await mark(desk, ferry, SENTENCES.ran_aground, 'at least seven passengers drowned');
});
after(() => desk.close());

const inHand = (number: number) => ben.locator(`#claim[data-number="${number}"]`).waitFor();
/** Signs an element, to see whether it is still the same one later. */
const sign = (selector: string) => ben.evaluate(`document.querySelector('${selector}').signed = true`);
const isSame = (selector: string) => ben.evaluate(`document.querySelector('${selector}').signed === true`);

test('the next claim comes into hand, and the head and the words of neither stay', async () => {
  const complaints = complaintsOf(ben);
  await ben.goto(`${ferry.path}/claims/2`);
  await inHand(2);
  for (const selector of ['.head', '#sentence-1', '#main']) await sign(selector);
  await ben.keyboard.press('j');
  await inHand(1);
  assert.deepEqual(await Promise.all(['.head', '#sentence-1', '#main'].map(isSame)), [true, true, true]);
  assert.equal(await ben.locator('.text mark.on').first().getAttribute('data-claim'), '1');
  assert.equal(await ben.locator('.text mark.on[data-claim="2"]').count(), 0);
  assert.match(await ben.title(), /^Claim 1/);
  assert.ok(ben.url().endsWith('/claims/1'));
  await ben.goBack();
  await inHand(2);
  assert.deepEqual(complaints, []);
});

test('a verdict changes the claim, its mark and the head; what is read stays where it lies', async () => {
  await ben.goto(`${ferry.path}/claims/2`);
  await inHand(2);
  await sign('#sentence-1');
  await ben.keyboard.press('1');
  await hears(ben, /Claim 2/);
  await ben.locator('#claim header .verdict', { hasText: 'OK' }).waitFor();
  assert.equal(await isSame('#sentence-1'), true);
});

test('what u found is let go of with the next claim: a digit judges the claim, not the words', async () => {
  await ben.goto(`${ferry.path}/claims/2`);
  await inHand(2);
  await ben.keyboard.press('u');
  await ben.locator('.text .at-hand').first().waitFor();
  await ben.keyboard.press('j');
  await inHand(1);
  assert.equal(await ben.locator('.text .at-hand').count(), 0);
});

test('a source that is there already leaves nothing typed behind when it is sent again', async () => {
  await ben.goto(`${ferry.path}/claims/1`);
  await inHand(1);
  for (const _ of [1, 2]) {
    await ben.keyboard.press('s');
    await ben.keyboard.type('call Lena Orsk 05:40: five, not seven');
    await ben.keyboard.press('Enter');
    await hears(ben, /Call with Lena Orsk|already/);
    await ben.keyboard.press('Escape');
  }
  assert.equal(await ben.locator('#claim input[name="source_line"]').inputValue(), '');
});

test('what is typed while an answer is awaited stays, also where the answer changes nothing', async () => {
  const field = ben.locator('#claim input[name="source_line"]');
  const letGo = await holdUp(ben, /\/claims\/1\/evidence/);
  await ben.keyboard.press('s');
  await ben.keyboard.type('call Lena Orsk 05:40: five, not seven');
  await ben.keyboard.press('Enter');
  await field.fill('https://example.org/next');
  letGo();
  await ben.waitForLoadState('networkidle');
  await hears(ben, /Call with Lena Orsk|already/);
  assert.equal(await field.inputValue(), 'https://example.org/next');
});

test('what another saves comes into the page while somebody reads, and nothing of it under their hands', async () => {
  const cleo = await signedIn(desk, 'cleo');
  const complaints = complaintsOf(cleo);
  await cleo.goto(`${ferry.path}/claims/1`);
  await ben.goto(`${ferry.path}/claims/1`);
  await cleo.locator('.here li', { hasText: 'Ben Okafor, has this article open' }).waitFor();
  const sentence = cleo.locator('#field-verdicts-verdict_sentence');
  await sentence.fill('Hers, and not stored yet.');
  await ben.locator('.others-line', { hasText: 'Cleo Rahimi is editing this claim.' }).waitFor();
  await cleo.evaluate("document.querySelector('#claim').signed = true");
  await ben.locator('#verdicts label', { hasText: 'wrong' }).click();
  await ben.locator('#field-verdicts-verdict_sentence').fill('His.');
  await ben.keyboard.press('Control+Enter');
  const line = cleo.locator('.others-line', { hasText: 'Ben Okafor set a verdict at' });
  await line.getByRole('button', { name: 'Show' }).waitFor();
  await hears(cleo, /Ben Okafor set a verdict: claim 1/);
  await cleo.locator('.text mark.on.false').first().waitFor();
  assert.equal(await cleo.evaluate("document.querySelector('#claim').signed"), true, 'the claim in her hand stays');
  await line.getByRole('button', { name: 'Show' }).click();
  await cleo.locator('#claim header .verdict', { hasText: 'wrong' }).waitFor();
  assert.equal(await sentence.inputValue(), 'Hers, and not stored yet.');
  assert.equal(await cleo.evaluate('document.activeElement.id'), 'field-verdicts-verdict_sentence');
  await cleo.keyboard.press('Control+Enter');
  await cleo.getByRole('heading', { name: 'Somebody saved this first' }).waitFor();
  assert.equal(await cleo.getByLabel('What you wrote').isChecked(), true);
  await cleo.getByRole('button', { name: 'Save what I chose' }).click();
  await cleo.locator('#claim header .verdict', { hasText: 'wrong' }).waitFor();
  assert.equal(await sentence.inputValue(), 'Hers, and not stored yet.');
  await cleo.locator('body').click({ position: { x: 5, y: 400 } });
  await ben.locator('.others-line', { hasText: 'Cleo Rahimi reworded the verdict sentence' }).waitFor();
  await ben.locator('#field-verdicts-verdict_sentence').fill('His again.');
  await ben.keyboard.press('Control+Enter');
  await cleo.locator('.others-line', { hasText: 'reworded the verdict sentence' }).waitFor();
  assert.equal(await sentence.inputValue(), 'His again.', 'nobody is in it: it comes by itself');
  assert.deepEqual(
    complaints.filter((one) => !/409/.test(one)),
    [],
  );
});
