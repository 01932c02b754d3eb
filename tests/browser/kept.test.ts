// What is kept of a verdict, in a real browser: a click saves, and what is not stored says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { getClaim } from '#src/claims/store.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn } from '#tests/workbench/support.ts';
import { hears, holdUp } from './at-workbench.ts';
import { axeViolations } from './axe.ts';
import { type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
let ferry: Ferry;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
});
after(() => desk.close());

/** Two claims of a fresh article, the first attributed and in hand. */
async function openClaims(page = ben): Promise<void> {
  ferry = await takeFerryIn(desk);
  await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
  await mark(desk, ferry, SENTENCES.cold, 'cold morning');
  await page.goto(`${ferry.path}/claims/1`);
}

const claim = (number: number) => getClaim(desk.db, { id: ferry.id }, { number });
const said = (words: string | RegExp, page = ben) => hears(page, words);
const inHand = (number: number, page = ben) => page.locator(`#claim[data-number="${number}"]`).waitFor();
const pill = (name: string | RegExp, page = ben) => page.getByRole('radio', { name });
const sentence = (page = ben) => page.getByLabel('Verdict sentence');
const unsaved = (page = ben) => page.getByText('Not saved', { exact: true });
const mainButton = (page = ben) => page.locator('#claim > footer .button.main:visible');

async function stored(number = 1): Promise<unknown[]> {
  const { content_meaning, attribution_verdict, verdict_sentence } = await claim(number);
  return [content_meaning, attribution_verdict, verdict_sentence];
}

test('a click on OK, or on “Was it said?”, is stored at once', async () => {
  await openClaims();
  await pill('word for word').click();
  await said(/Claim 1 is saved/);
  await pill('✓ OK', ben).first().click();
  await said('Claim 1 is waiting for its second read.');
  assert.deepEqual(await stored(), ['ok', 'word_for_word', '']);
  assert.equal(await unsaved().count(), 0);
});

test('any other verdict is chosen, says that it is not saved, and is stored with its sentence by Ctrl+Enter', async () => {
  await openClaims();
  await pill(/wrong/).click();
  await unsaved().waitFor();
  assert.match(await mainButton().innerText(), /^Save verdict/);
  assert.equal(await ben.evaluate('document.activeElement.name'), 'verdict_sentence');
  await ben.evaluate('scrollTo(0, 0)');
  assert.deepEqual(await axeViolations(ben), []);
  assert.deepEqual(await stored(), [null, null, '']);
  await ben.keyboard.type('It was switched on.');
  await ben.keyboard.press('Control+Enter');
  await said(/Claim 1 is saved/);
  assert.equal(await unsaved().count(), 0);
  assert.match(await mainButton().innerText(), /^Send to second read/);
  assert.deepEqual(await stored(), ['wrong', null, 'It was switched on.']);
});

test('leaving the field stores it, too, by Escape, by Tab and by a click elsewhere', async () => {
  const ways: [string, (page: Page) => Promise<unknown>][] = [
    ['wrong', (page) => page.keyboard.press('Escape')],
    ['context', (page) => page.getByLabel('Add a source').click()],
    [
      'author',
      (page) =>
        page
          .locator('.kicker')
          .first()
          .click({ position: { x: 2, y: 2 } }),
    ],
  ];
  for (const [meaning, leave] of ways) {
    await openClaims();
    await pill({ wrong: /wrong/, context: /needs context/, author: /on author/ }[meaning] as RegExp).click();
    await ben.keyboard.type('The log says so.');
    await leave(ben);
    await said(/Claim 1 is saved/);
    assert.deepEqual(await stored(), [meaning, null, 'The log says so.']);
  }
});

test('leaving the claim stores it: by j, by a link to another claim, and by a link to another page', async () => {
  const leave: ((page: Page) => Promise<unknown>)[] = [
    async (page) => {
      await page.locator('#claim').focus();
      await page.keyboard.press('j');
      await inHand(2);
    },
    async (page) => {
      await page.getByRole('link', { name: /^Text/ }).first().click();
      await page.locator('.claim-list').waitFor();
    },
    async (page) => {
      await page
        .getByRole('link', { name: /^Report/ })
        .first()
        .click();
      await page.waitForURL(/report$/);
    },
  ];
  for (const go of leave) {
    await openClaims();
    await pill(/can.t stand up/).click();
    await ben.keyboard.type('Nobody says so.');
    await go(ben);
    assert.deepEqual(await stored(), ['unsupported', null, 'Nobody says so.']);
  }
});

test('arrows that go through the verdicts store none on the way, and the one they stop at when the claim is left', async () => {
  await openClaims();
  await pill('✓ OK').first().focus();
  await ben.keyboard.press('Space');
  await said(/saved/);
  for (const _ of [1, 2, 3]) await ben.keyboard.press('ArrowRight');
  await unsaved().waitFor();
  assert.deepEqual(await stored(), ['ok', null, '']);
  await ben.keyboard.press('j');
  await inHand(2);
  assert.deepEqual(await stored(), ['context', null, '']);
});

test('whoever closes the window on a verdict that is not saved is asked', async () => {
  const page = await ben.context().newPage();
  await openClaims(page);
  await pill(/wrong/, page).click();
  await page.keyboard.type('Half a sen');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.dismiss();
  assert.equal(await sentence(page).inputValue(), 'Half a sen');
});

test('a verdict that the desk did not take goes on saying that it is not saved, and is not left in silence', async () => {
  await openClaims();
  await ben.route('**/verdicts', (route) => route.abort());
  await pill('✓ OK').first().click();
  await said(/did not answer/);
  await unsaved().waitFor();
  assert.match(await mainButton().innerText(), /^Save verdict/);
  await ben.locator('#claim').focus();
  // The desk has said so before: what counts is that it was asked again, in vain.
  const in_vain = ben.waitForEvent('requestfailed');
  await ben.keyboard.press('j');
  await in_vain;
  await ben.evaluate('new Promise((seen) => setTimeout(seen, 100))');
  await said(/did not answer/);
  await inHand(1);
  await ben.unroute('**/verdicts');
  await ben.keyboard.press('j');
  await inHand(2);
  assert.deepEqual(await stored(), ['ok', null, '']);
});

test('a form that was refused is not saved though it shows what was typed, and is left only when asked', async () => {
  await openClaims();
  await ben.getByLabel('As of').fill('teatime');
  await pill('✓ OK').first().click();
  await ben.locator('#errors:focus').waitFor();
  await unsaved().waitFor();
  ben.once('dialog', (dialog) => dialog.dismiss());
  await ben.locator('#claim').focus();
  await ben.keyboard.press('j');
  await inHand(1);
  ben.once('dialog', (dialog) => dialog.accept());
  await ben.keyboard.press('j');
  await inHand(2);
  assert.deepEqual(await stored(), [null, null, '']);
});

test('a claim to be checked again is confirmed by a click on the verdict that it has', async () => {
  await openClaims();
  await judge(desk, ferry, 1, 'wrong');
  await behindTheLog(desk.db)
    .updateTable('claim')
    .set({ check_again: 'the speaker changed', state: 'in_work' })
    .where('article_id', '=', ferry.id)
    .where('number', '=', 1)
    .execute();
  await ben.reload();
  await sentence().pressSequentially(' Still.');
  await ben.keyboard.press('Escape');
  await ben.locator('body').press('j');
  await inHand(2);
  assert.equal((await claim(1)).check_again, 'the speaker changed', 'a word in its sentence confirms nothing');
  await ben.keyboard.press('k');
  await inHand(1);
  await unsaved().waitFor();
  await pill(/wrong/).click();
  await ben.keyboard.press('Escape');
  await said(/Claim 1 is saved/);
  assert.equal((await claim(1)).check_again, '');
});

test('a second reader who clicks a verdict becomes no checker, and is asked before leaving it', async () => {
  await openClaims();
  await judge(desk, ferry, 1, 'wrong');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/claims/1`);
  await cleo.locator('summary', { hasText: 'Disagree' }).click();
  await pill('✓ OK', cleo).first().click();
  await said(/Not saved/, cleo);
  await unsaved(cleo).waitFor();
  assert.match(await mainButton(cleo).innerText(), /Agree/);
  let asked = 0;
  cleo.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await cleo.locator('#claim').focus();
  await cleo.keyboard.press('j');
  await cleo.keyboard.press('Escape');
  await inHand(1, cleo);
  assert.equal(asked, 1);
  assert.equal((await claim(1)).checker_id, desk.persons.ben.id);
  await cleo.locator('#verdicts').getByRole('button', { name: 'Save verdict' }).click();
  await said(/second read/, cleo);
  assert.equal((await claim(1)).checker_id, desk.persons.cleo.id);
});

test('without scripts, a verdict that is chosen looks other than one that is stored', async () => {
  const page = await signedIn(desk, 'ben', { javaScriptEnabled: false });
  await openClaims(page);
  const look = async (of: Locator) =>
    (await of.evaluate((radio) => {
      const { outlineStyle, backgroundColor } = (globalThis as never as Look).getComputedStyle(
        (radio as never as { parentElement: object }).parentElement,
      );
      return [outlineStyle, backgroundColor];
    })) as string[];
  await pill('✓ OK', page).first().check();
  const chosen = await look(pill('✓ OK', page).first());
  await page.getByRole('button', { name: 'Save verdict' }).click();
  assert.deepEqual(await stored(), ['ok', null, '']);
  const kept = await look(pill('✓ OK', page).first());
  await pill(/wrong/, page).check();
  assert.equal(chosen[0], 'dashed');
  assert.notEqual(kept[0], 'dashed');
  assert.notEqual(chosen[1], kept[1]);
  assert.deepEqual((await look(pill(/wrong/, page)))[0], 'dashed');
});

interface Look {
  getComputedStyle(element: object): { outlineStyle: string; backgroundColor: string };
}

test('after Ctrl+Enter letters are keys again, even while the desk is awaited', async () => {
  await openClaims();
  await ben.keyboard.press('5');
  await ben.keyboard.type('It was switched on.');
  const letGo = await holdUp(ben, '**/verdicts');
  await ben.keyboard.press('Control+Enter');
  await ben.keyboard.type('a1r');
  letGo();
  await said('Claim 1 is waiting for its second read.');
  assert.deepEqual(await stored(), ['wrong', 'word_for_word', 'It was switched on.']);
  assert.equal((await claim(1)).state, 'ready');
});

test('a sentence typed ahead with its Ctrl+Enter ends there, and the keys behind it are keys', async () => {
  await openClaims();
  const letGo = await holdUp(ben, '**/claims/2');
  await ben.keyboard.type('j4It was mild.');
  await ben.keyboard.press('Control+Enter');
  await ben.keyboard.type('r');
  letGo();
  await said('Claim 2 is waiting for its second read.');
  assert.deepEqual(await stored(2), ['context', null, 'It was mild.']);
});

test('after a source is sent with Enter letters are keys again', async () => {
  await openClaims();
  const letGo = await holdUp(ben, '**/evidence');
  await ben.keyboard.type('sHarbour log, p. 4');
  await ben.keyboard.press('Enter');
  await ben.keyboard.type('a2');
  letGo();
  await said(/Claim 1 is saved/);
  await ben.getByText('Harbour log').first().waitFor();
  assert.equal(await ben.getByLabel('Add a source').inputValue(), '');
  assert.deepEqual(await stored(), [null, 'fair_paraphrase', '']);
});

test('what was typed for a field that did not come is said, and pressed as no keys', async () => {
  await openClaims();
  const letGo = await holdUp(ben, '**/claims/2', 'abort');
  await ben.keyboard.type('j5Not true at all');
  letGo();
  await said(/did not answer.*not entered anywhere: “Not true at all”/);
  await ben.unroute('**/claims/2');
  assert.deepEqual(await stored(), [null, null, '']);
  assert.equal((await claim(1)).state, 'open');
});

test('r saves the sentence on the screen and sends the claim on', async () => {
  await openClaims();
  await pill('word for word').click();
  await said(/saved/);
  await pill(/wrong/).click();
  await ben.keyboard.type('It was switched on.');
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('r');
  await said('Claim 1 is waiting for its second read.');
  assert.deepEqual(await stored(), ['wrong', 'word_for_word', 'It was switched on.']);
});
