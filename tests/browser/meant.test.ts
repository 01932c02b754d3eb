// What keys are about, in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { getClaim, listClaims } from '#src/claims/store.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn } from '#tests/workbench/support.ts';
import { hears, holdUp, selectWords } from './at-workbench.ts';
import { type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
let ferry: Ferry;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
});
after(() => desk.close());

/** A fresh article with a claim in hand that Ben found wrong. */
async function openWrongClaim(page = ben): Promise<void> {
  ferry = await takeFerryIn(desk);
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await judge(desk, ferry, 1, 'wrong');
  await page.goto(`${ferry.path}/claims/1`);
}

const claim = (number: number) => getClaim(desk.db, { id: ferry.id }, { number });
const said = (words: string | RegExp, page = ben) => hears(page, words);
const inHand = (number: number, page = ben) => page.locator(`#claim[data-number="${number}"]`).waitFor();

async function meanings(): Promise<(string | null)[]> {
  const { id } = await desk.db
    .selectFrom('version')
    .select('id')
    .where('article_id', '=', ferry.id)
    .executeTakeFirstOrThrow();
  const claims = await listClaims(desk.db, { article_id: ferry.id, version_id: id });
  return claims.sort((a, b) => a.number - b.number).map((one) => one.content_meaning);
}

/** Selects the words "cold morning" of sentence 4. */
const selectCold = (page = ben) => selectWords(page, [4, 9], [4, 21]);

test('a digit on selected words marks and judges them in one press, and leaves the claim in hand as it was', async () => {
  await openWrongClaim();
  const posts: string[] = [];
  ben.on('request', (request) => request.method() === 'POST' && posts.push(new URL(request.url()).pathname));
  await selectCold();
  await ben.keyboard.press('1');
  await inHand(2);
  await said('Claim 2 is marked. It is waiting for its second read.');
  assert.equal(await ben.locator('#claim blockquote').innerText(), 'cold morning');
  assert.deepEqual(await meanings(), ['wrong', 'ok']);
  assert.deepEqual(posts, [`${ferry.path}/claims`]);
  const { verdict_sentence, state } = await claim(1);
  assert.deepEqual([verdict_sentence, state], ['The coast guard’s own list says otherwise.', 'ready']);
});

test('any other verdict puts the cursor into the sentence of the new claim, with what was typed at once', async () => {
  await openWrongClaim();
  const letGo = await holdUp(ben, '**/claims');
  await selectCold();
  await ben.keyboard.type('4It was mild. ');
  letGo();
  await inHand(2);
  await ben.waitForFunction(`document.activeElement.name === 'verdict_sentence'`);
  await ben.keyboard.type('It was 14 degrees.');
  await ben.keyboard.press('Control+Enter');
  await said('Claim 2 is saved.');
  const { verdict_sentence, content_meaning } = await claim(2);
  assert.deepEqual([verdict_sentence, content_meaning], ['It was mild. It was 14 degrees.', 'context']);
  assert.equal((await claim(1)).verdict_sentence, 'The coast guard’s own list says otherwise.');
});

test('pressed twice, in haste or after the answer, a digit makes one claim and touches no other', async () => {
  await openWrongClaim();
  const letGo = await holdUp(ben, '**/claims');
  await selectCold();
  await ben.keyboard.type('11');
  letGo();
  await inHand(2);
  await ben.keyboard.press('1');
  await said(/second read/);
  assert.deepEqual(await meanings(), ['wrong', 'ok']);
});

test('words of two parts are refused with a reason, stay selected, and nothing is judged however often it is tried', async () => {
  await openWrongClaim();
  await selectWords(ben, [1, 6], [2, 7]);
  await ben.keyboard.press('1');
  await said(/Select words of one part/);
  assert.notEqual(await ben.evaluate('getSelection().toString()'), '');
  await ben.locator('#workbench').focus();
  await ben.keyboard.type('1a3');
  await said(/Select words of one part/);
  assert.deepEqual(await meanings(), ['wrong']);
  assert.equal((await claim(1)).attribution_verdict, 'fair_paraphrase');
});

test('words selected beside the text are no words of it, and a digit says so', async () => {
  await openWrongClaim();
  await ben.evaluate(`getSelection().selectAllChildren(document.querySelector('#claim blockquote'))`);
  for (const key of ['1', 'c', '.', 'x']) {
    await ben.keyboard.press('Escape');
    await ben.evaluate(`getSelection().selectAllChildren(document.querySelector('#claim blockquote'))`);
    await ben.keyboard.press(key);
    await said(/not in the article’s text/);
  }
  assert.deepEqual(await meanings(), ['wrong']);
});

test('a and a digit say whether the selected words were said, and refuse words that nobody says', async () => {
  await openWrongClaim();
  await selectWords(ben, [3, 1], [3, 12]);
  await ben.keyboard.type('a3');
  await inHand(2);
  assert.equal((await claim(2)).attribution_verdict, 'changed');
  await selectCold();
  await ben.keyboard.type('a1');
  await said(/in the article’s own voice/);
  assert.deepEqual(await meanings(), ['wrong', null]);
});

test('a, then Shift for the digits of some keyboards, still answers whether it was said', async () => {
  await openWrongClaim();
  await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
  await ben.goto(`${ferry.path}/claims/2`);
  await ben.keyboard.press('a');
  await ben.keyboard.press('Shift');
  await ben.keyboard.press('2');
  await said(/Claim 2 is saved/);
  const { attribution_verdict, content_meaning } = await claim(2);
  assert.deepEqual([attribution_verdict, content_meaning], ['fair_paraphrase', null]);
});

test('what u or p found is marked and judged by a digit, and the claim in hand is not', async () => {
  await openWrongClaim();
  await ben.keyboard.press('u');
  await ben.locator('.at-hand').waitFor();
  await ben.keyboard.press('2');
  await inHand(2);
  assert.equal((await claim(2)).content_meaning, 'fixed');
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('p');
  await ben.locator('.suggested.at-hand').first().waitFor();
  await ben.keyboard.press('1');
  await inHand(3);
  await said(/Claim 3 is marked as it was suggested/);
  assert.deepEqual(await meanings(), ['wrong', 'fixed', 'ok']);
});

test('words that are a claim with its verdict are not judged over again, by a digit or by c and a digit', async () => {
  await openWrongClaim();
  await mark(desk, ferry, SENTENCES.cold, 'cold morning');
  await judge(desk, ferry, 2, 'unsupported');
  await ben.reload();
  await selectCold();
  await ben.keyboard.press('1');
  await said(/already claim 2, and it has its verdict/);
  await ben.locator('#workbench').focus();
  await selectCold();
  const letGo = await holdUp(ben, '**/claims');
  await ben.keyboard.type('c1');
  letGo();
  await said('These words are already claim 2.');
  await inHand(2);
  assert.deepEqual(await meanings(), ['wrong', 'unsupported']);
});

test('r, t and s are about the claim in hand, and do nothing while words are selected', async () => {
  await openWrongClaim();
  for (const key of ['r', 't', 's']) {
    await selectCold();
    await ben.keyboard.press(key);
    await said(`Words are selected, and ${key} is about claim 1. Press Esc first.`);
  }
  assert.equal((await claim(1)).state, 'ready');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/claims/1`);
  await selectCold(cleo);
  await cleo.keyboard.press('r');
  await said(/Press Esc first/, cleo);
  assert.equal((await claim(1)).state, 'ready');
  await cleo.keyboard.press('Escape');
  await cleo.keyboard.press('r');
  await said('Claim 1 is done.', cleo);
});

test('a second reader who judges selected words makes a claim of them, and does not become the checker of the one in hand', async () => {
  const cleo = await signedIn(desk, 'cleo');
  await openWrongClaim(cleo);
  await selectCold(cleo);
  await cleo.keyboard.press('1');
  await inHand(2, cleo);
  assert.equal((await claim(1)).checker_id, desk.persons.ben.id);
  assert.equal((await claim(2)).checker_id, desk.persons.cleo.id);
});

test('what is pressed behind a step that fails is not done to the claim that still lies there', async () => {
  await openWrongClaim();
  await mark(desk, ferry, SENTENCES.cold, 'cold morning');
  await ben.reload();
  const fail = await holdUp(ben, '**/claims/2', 'abort');
  await ben.keyboard.type('j1');
  fail();
  await said(/did not answer/);
  await ben.unroute('**/claims/2');
  await ben.keyboard.press('k');
  await said('This is the first claim.');
  assert.deepEqual(await meanings(), ['wrong', null]);
  const letGo = await holdUp(ben, '**/claims/2');
  await ben.keyboard.type('j1');
  letGo();
  await said('Claim 2 is waiting for its second read.');
  assert.deepEqual(await meanings(), ['wrong', 'ok']);
});

test('words selected while the desk is awaited are the ones that are judged, though the page was put in place anew', async () => {
  await openWrongClaim();
  const letGo = await holdUp(ben, '**/evidence');
  await ben.getByLabel('Add a source').fill('Harbour log');
  await ben.getByRole('button', { name: 'Add', exact: true }).click();
  await selectCold();
  await ben.keyboard.press('1');
  letGo();
  await inHand(2);
  assert.deepEqual(await meanings(), ['wrong', 'ok']);
  await selectWords(ben, [6, 0], [6, 6]);
  await ben.evaluate(`document.querySelector('#taking-form')?.requestSubmit()`);
  await said(/assigned to you/);
  assert.equal(await ben.evaluate('getSelection().toString()'), 'Nobody');
});

test('the page is not put in place under a pressed mouse button', async () => {
  await openWrongClaim();
  const box = await ben.locator('#sentence-4').boundingBox();
  assert.ok(box);
  await ben.mouse.move(box.x + 40, box.y + box.height / 2);
  await ben.mouse.down();
  await ben.evaluate(`document.querySelector('#taking-form').requestSubmit()`);
  await ben.waitForResponse(/\/claims\/1\/taking$/);
  await ben.mouse.move(box.x + 110, box.y + box.height / 2, { steps: 4 });
  await ben.mouse.up();
  await said(/assigned to you/);
  assert.notEqual(await ben.evaluate('getSelection().toString()'), '');
});

test('a key that is held down, or pressed while a dialog is open, judges nothing twice and nothing behind the dialog', async () => {
  await openWrongClaim();
  await selectCold();
  await ben.keyboard.down('1');
  for (let times = 0; times < 4; times += 1) await ben.keyboard.down('1');
  await ben.keyboard.up('1');
  await inHand(2);
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.keyboard.type('?1');
  await ben.getByRole('dialog', { name: 'Keys' }).waitFor();
  await ben.keyboard.press('1');
  await ben.keyboard.press('Escape');
  assert.deepEqual(await meanings(), ['wrong', 'ok']);
});

test('two suggestions taken from their list in haste are the two that were meant', async () => {
  ferry = await takeFerryIn(desk);
  await ben.goto(`${ferry.path}/claims?list=suggested&above=0`);
  const words = await ben.locator('.suggestion-list .words').allInnerTexts();
  const letGo = await holdUp(ben, '**/taking');
  const take = (number: number) =>
    ben.evaluate(
      `document.querySelectorAll('.suggestion-list form[action$="/taking"] button')[${number}].click()`,
    ) as Promise<void>;
  await take(3);
  await take(4);
  letGo();
  await said(/Claim 2 is marked/);
  assert.deepEqual([(await claim(1)).statement, (await claim(2)).statement], words.slice(3, 5));
});

test('the help lists the digits though no claim is in hand', async () => {
  ferry = await takeFerryIn(desk);
  await ben.goto(ferry.path);
  await ben.keyboard.press('?');
  const help = ben.getByRole('dialog', { name: 'Keys' });
  await help.getByText('mark a claim and judge it').waitFor();
  await help.getByRole('heading', { name: 'Is it so?' }).waitFor();
  await ben.keyboard.press('Escape');
});

test('arrows select words round what u found, z takes back what was done last, and both are said', async () => {
  await openWrongClaim();
  await ben.keyboard.press('u');
  await said(/^(Unchecked|Not read yet): “/);
  await selectCold();
  await ben.keyboard.press('u');
  assert.equal(await ben.evaluate('String(getSelection())'), '', 'what is found is what the next key is about');
  await selectCold();
  await ben.keyboard.press('ArrowRight');
  await said('Selected: “morning”');
  await ben.keyboard.press('ArrowLeft');
  await ben.keyboard.press('ArrowLeft');
  await said('Selected: “a cold morning”');
  await ben.keyboard.press('1');
  await inHand(2);
  await ben.keyboard.press('*');
  await said('Claim 2 is a key claim and gets a second read of its own.');
  await ben.keyboard.press('z');
  await said('Undone: claim 2 is no longer a key claim.');
  await ben.keyboard.press('z');
  await said(/claim 2 is dropped/);
  assert.equal((await claim(2)).state, 'withdrawn');
});

test('another verdict puts the cursor behind the sentence that is there', async () => {
  await openWrongClaim();
  await ben.keyboard.press('4');
  await ben.keyboard.type(' Since Monday.');
  // The verdict was saved before, and the desk said so in the same words.
  const sent = ben.waitForResponse((answer) => /Since.Monday/.test(answer.request().postData() ?? ''));
  await ben.keyboard.press('Control+Enter');
  await sent;
  await said(/Claim 1 is saved/);
  assert.match((await claim(1)).verdict_sentence, /\S Since Monday\.$/);
});

test('a source behind a dash speaks against, Shift and Enter keep the cursor for the next, Shift and a digit say it was said', async () => {
  await openWrongClaim();
  await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
  await ben.goto(`${ferry.path}/claims/2`);
  await ben.keyboard.press('Shift+Digit2');
  await said(/Claim 2 is saved/);
  assert.equal((await claim(2)).attribution_verdict, 'fair_paraphrase');
  await ben.keyboard.type('s- port log, page 3');
  await ben.keyboard.press('Shift+Enter');
  await said(/speaks against the claim/);
  await ben.keyboard.type('harbour map');
  await ben.keyboard.press('Enter');
  await said('“harbour map” is added.');
  const uses = await desk.db
    .selectFrom('evidence')
    .select(['stance', 'place'])
    .where('claim_id', '=', (await claim(2)).id)
    .execute();
  assert.deepEqual(
    uses.map((use) => [use.stance, use.place]),
    [
      ['against', 'page 3'],
      ['for', ''],
    ],
  );
});

test('words are selected by a drag inside a claim, copied without its number, and the next claim is the next of the list', async () => {
  await openWrongClaim();
  await mark(desk, ferry, SENTENCES.radar, 'The captain had switched the radar off');
  await mark(desk, ferry, SENTENCES.ran_aground, 'Port Amel');
  await ben.goto(`${ferry.path}/claims?list=open`);
  await ben.keyboard.press('j');
  await inHand(3);
  await ben.keyboard.press('j');
  await inHand(2);
  await ben.keyboard.press('j');
  await said('This is the last claim of the list.');
  const link = ben.locator('mark[data-claim="2"] a').first();
  const box = await link.boundingBox();
  assert.ok(box);
  await ben.mouse.move(box.x + 2, box.y + 8);
  await ben.mouse.down();
  await ben.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
  await ben.mouse.up();
  assert.match(await ben.evaluate<string>('getSelection().toString()'), /^The/);
  await inHand(2);
  const copied = await ben.evaluate<string>(`(() => {
    getSelection().selectAllChildren(document.querySelector('mark[data-claim="2"]').closest('.paragraph'));
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    document.dispatchEvent(event);
    return event.clipboardData.getData('text/plain');
  })()`);
  assert.match(copied, /The captain had switched the radar off/);
  assert.doesNotMatch(copied, /off2|Sentence|\+/);
});
