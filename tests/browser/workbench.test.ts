// The workbench in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { getClaim } from '#src/claims/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, SENTENCES, takeFerryIn } from '#tests/workbench/support.ts';
import { hears, PLACE, type Spot, selectWords } from './at-workbench.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn, signIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let ben: Page;
let ferry: Ferry;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  ben = await signedIn(desk, 'ben');
});
after(() => desk.close());

/** A fresh article. */
async function takeFerry(): Promise<void> {
  ferry = await takeFerryIn(desk);
}

/** The same, open on Ben's screen. */
async function openFerry(page = ben): Promise<void> {
  await takeFerry();
  await page.goto(ferry.path);
}

const said = (words: string | RegExp, page = ben) => hears(page, words);
const select = (from: Spot, to: Spot) => selectWords(ben, from, to);
const claim = (number: number) => getClaim(desk.db, { id: ferry.id }, { number });

test('the main job by keyboard alone: read, mark, judge, add a source, offer', async () => {
  const complaints = complaintsOf(ben);
  await openFerry();
  await ben.keyboard.press('u');
  await ben.locator('#sentence-1.at-hand').waitFor();
  await ben.keyboard.press('x');
  await said(/would cover: .*240.* Press x again/);
  await ben.keyboard.press('x');
  await ben.locator('#sentence-1.nothing').waitFor();
  await ben.locator('#sentence-2.at-hand').waitFor();
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="1"]').waitFor();
  await ben.keyboard.press('a');
  await ben.keyboard.press('2');
  await ben.getByRole('radio', { name: 'fair paraphrase', checked: true }).waitFor();
  await ben.keyboard.press('5');
  await ben.keyboard.type('Five drowned.');
  await ben.keyboard.press('Control+Enter');
  await said('Claim 1 is saved.');
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('s');
  await ben.keyboard.type('call Lena Orsk 05:40: five, not seven');
  await ben.keyboard.press('Enter');
  await said(/Call with Lena Orsk, 05:40/);
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('f');
  await ben.keyboard.type('A ferry ran aground');
  await ben.keyboard.press('Control+Enter');
  await said('The fix is proposed.');
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('r');
  await said('Claim 1 is waiting for its second read.');
  await ben.keyboard.press('t');
  await said('Claim 1 is assigned to you.');
  await ben.keyboard.press('?');
  await ben.getByRole('dialog', { name: 'Keys' }).waitFor();
  await ben.keyboard.press('Escape');
  await ben.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  const { verdict_sentence, attribution_verdict, content_meaning, state } = await claim(1);
  assert.deepEqual(
    { verdict_sentence, attribution_verdict, content_meaning, state },
    {
      verdict_sentence: 'Five drowned.',
      attribution_verdict: 'fair_paraphrase',
      content_meaning: 'wrong',
      state: 'in_work',
    },
  );
  assert.deepEqual(complaints, []);
});

test('keys pressed faster than the desk answers are all done, in their order', async () => {
  await openFerry();
  await ben.keyboard.type('uuc1u.');
  await ben.locator('.text .tick').first().waitFor();
  assert.equal((await claim(1)).content_meaning, 'ok');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.route('**/verdicts', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await ben.keyboard.type('a25Five drowned.');
  await said('Claim 1 is saved.');
  await ben.waitForFunction(`document.activeElement.value === 'Five drowned.'`);
  await ben.keyboard.press('Escape');
  await ben.keyboard.type('a3scall Orsk 15:40: six');
  await ben.keyboard.press('Enter');
  await said(/Call with Orsk, 15:40/);
  await ben.unroute('**/verdicts');
  const { attribution_verdict, verdict_sentence } = await claim(1);
  assert.deepEqual([attribution_verdict, verdict_sentence], ['changed', 'Five drowned.']);
});

test('j and k go from claim to claim, and Back and Forward follow', async () => {
  await takeFerry();
  for (const words of ['A ferry', 'Port Amel', 'seven passengers'])
    await mark(desk, ferry, SENTENCES.ran_aground, words);
  await ben.goto(ferry.path);
  const shows = (number: number) => ben.locator(`#claim[data-number="${number}"]`).waitFor();
  await ben.keyboard.type('jjj');
  await shows(3);
  await ben.keyboard.press('j');
  await said('This is the last claim.');
  await ben.keyboard.press('k');
  await shows(2);
  assert.match(ben.url(), /\/claims\/2$/);
  assert.match(await ben.title(), /^Claim 2/);
  await ben.goBack();
  await shows(3);
  await ben.goBack();
  await shows(2);
  await ben.goForward();
  await shows(3);
  await ben.getByRole('link', { name: 'Who says what' }).first().click();
  await ben.waitForURL(/\/accounts$/);
  await ben.goBack();
  await shows(3);
});

test('words selected with the mouse get the bar, inside a mark, across sentences and paragraphs, and backwards', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry carrying 240 people ran aground off Port Amel');
  await mark(desk, ferry, SENTENCES.ran_aground, 'carrying 240 people');
  await ben.goto(ferry.path);
  const words = async (number: number) => {
    await ben.locator(`#claim[data-number="${number}"]`).waitFor();
    return ben.locator('#claim blockquote').innerText();
  };
  const bar = ben.getByRole('toolbar', { name: 'With the selected words' });
  await select([2, 17], [2, 27]);
  await bar.getByRole('button', { name: 'Claim' }).click();
  assert.equal(await words(3), '240 people');
  await select([2, 32], [2, 21]);
  await bar.getByRole('button', { name: 'Claim' }).click();
  assert.equal(await words(4), 'people ran');
  await select([3, 80], [4, 8]);
  await bar.getByRole('button', { name: 'Claim' }).click();
  assert.equal(await words(5), 'coast guard. It was a');
  await select([4, 9], [5, 11]);
  await bar.getByRole('button', { name: 'Tick' }).click();
  await ben.locator('#sentence-4 .tick').first().waitFor();
  await ben.locator('#sentence-5 .tick').first().waitFor();
});

test('a selection that begins in the margin is of the words alone', async () => {
  await openFerry();
  await ben.evaluate(`{
    ${PLACE}
    const margin = document.querySelector('#sentence-2 .in-margin');
    getSelection().setBaseAndExtent(margin.firstChild, 0, ...place([2, 7]));
  }`);
  await ben.keyboard.press('c');
  await ben.locator('#claim[data-number="1"]').waitFor();
  assert.equal(await ben.locator('#claim blockquote').innerText(), 'A ferry');
});

test('a drag with a real mouse does what it shows', async () => {
  await openFerry();
  const box = (await ben.evaluate(`{
    ${PLACE}
    const range = document.createRange();
    range.setStart(...place([4, 9]));
    range.setEnd(...place([4, 21]));
    const { left, right, top, bottom } = range.getBoundingClientRect();
    ({ left, right, middle: (top + bottom) / 2 });
  }`)) as { left: number; right: number; middle: number };
  await ben.mouse.move(box.left + 1, box.middle);
  await ben.mouse.down();
  await ben.mouse.move(box.right - 1, box.middle, { steps: 6 });
  await ben.mouse.up();
  await ben
    .getByRole('button', { name: 'Claim', exact: false })
    .filter({ hasText: /^Claim/ })
    .click();
  assert.equal(await ben.locator('#claim blockquote').innerText(), 'cold morning');
});

test('keys do nothing while somebody types, outside the page, or where they are switched off', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.getByLabel('Verdict sentence').fill('');
  await ben.getByLabel('Verdict sentence').pressSequentially('jx1 tr.');
  assert.equal(await ben.getByLabel('Verdict sentence').inputValue(), 'jx1 tr.');
  await ben.getByRole('link', { name: 'Articles', exact: true }).focus();
  await ben.keyboard.press('1');
  assert.equal((await claim(1)).content_meaning, null);
  await ben.keyboard.press('/');
  await ben.keyboard.type('aground/now');
  assert.equal(await ben.locator('#search-words:focus').inputValue(), 'aground/now');
  await ben.goto('/me');
  await ben.keyboard.press('?');
  await ben.getByRole('dialog', { name: 'Keys' }).getByText('search everything').waitFor();
  await ben.keyboard.press('Escape');
  await ben.getByText('Edit preferences').click();
  await ben.getByLabel(/single-letter keys|letter keys/i).uncheck();
  await ben
    .getByRole('button', { name: /^Save pref/ })
    .first()
    .click();
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.keyboard.press('1');
  await ben.keyboard.press('j');
  await ben.keyboard.press('/');
  await ben.keyboard.press('?');
  assert.equal(await ben.locator('#search-words:focus, #help[open]').count(), 0);
  assert.equal((await claim(1)).content_meaning, null);
  await ben.goto('/me');
  await ben.getByText('Edit preferences').click();
  await ben.getByLabel(/single-letter keys|letter keys/i).check();
  await ben.getByRole('button', { name: /^Save/ }).first().click();
});

test('what is typed and not stored stays, whatever else is done meanwhile', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await mark(desk, ferry, SENTENCES.ran_aground, 'Port Amel');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.getByLabel('Add a source').fill('Harbour log, half ty');
  await ben.getByRole('radio', { name: /OK with fix/ }).check();
  await ben.keyboard.press('Escape');
  await ben.locator('body').press('j');
  await ben.locator('#claim[data-number="2"]').waitFor();
  assert.equal(await ben.getByLabel('Add a source').inputValue(), '');
  await ben.keyboard.press('k');
  await ben.locator('#claim[data-number="1"]').waitFor();
  assert.equal(await ben.getByLabel('Add a source').inputValue(), 'Harbour log, half ty');
  assert.equal(await ben.getByRole('radio', { name: /OK with fix/ }).isChecked(), true);
  await ben.getByRole('button', { name: 'Add', exact: true }).click();
  await said(/is added/);
  assert.equal(await ben.getByLabel('Add a source').inputValue(), '');
  assert.equal(await ben.getByRole('radio', { name: /OK with fix/ }).isChecked(), true);
});

test('a draft on what somebody else changed meanwhile meets both texts, and is not lost', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.getByLabel('Verdict sentence').fill('Mine.');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/claims/1`);
  await cleo.getByLabel('Verdict sentence').fill('Hers.');
  await cleo.getByRole('button', { name: 'Save verdict' }).click();
  await said('is saved', cleo);
  await ben.getByLabel('Add a source').fill('Harbour log');
  await ben.getByRole('button', { name: 'Add', exact: true }).click();
  await said(/Harbour log/);
  await ben.getByRole('button', { name: 'Save verdict' }).click();
  await ben.getByRole('heading', { name: 'Somebody saved this first' }).waitFor();
  await ben.getByText('Hers.').waitFor();
  await ben.getByText('Mine.').waitFor();
});

test('an error is shown where it is, with the cursor on the summary', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.keyboard.press('r');
  await said(/cannot go to second read yet/);
  await ben.keyboard.press('s');
  await ben.keyboard.type('Log of the pilots');
  await ben.keyboard.press('Enter');
  await said(/is added/);
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('r');
  await ben.locator('#errors:focus').waitFor();
  await ben.getByRole('link', { name: 'Say whether it is so.' }).click();
  assert.equal(await ben.evaluate('document.activeElement.id'), 'field-verdicts-content_verdict');
});

test('a desk that does not answer is said, and nothing typed is lost', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await ben.goto(`${ferry.path}/claims/1`);
  await ben.route('**/articles/**', (route) => route.abort());
  await ben.getByLabel('Verdict sentence').fill('Typed at 11 p.m.');
  await ben.getByRole('button', { name: 'Save verdict' }).click();
  await said(/did not answer/);
  assert.equal(await ben.getByLabel('Verdict sentence').inputValue(), 'Typed at 11 p.m.');
  await ben.locator('body').press('Escape');
  await ben.getByRole('link', { name: /: all claims/ }).click();
  await said(/did not answer/);
  await ben.unroute('**/articles/**');
  await ben.route('**/verdicts', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'text/html',
      body: '<main><p class="lead">What you were doing was not stored.</p></main>',
    }),
  );
  await ben.getByRole('button', { name: 'Save verdict' }).click();
  await said('What you were doing was not stored.');
  assert.equal(await ben.getByLabel('Verdict sentence').inputValue(), 'Typed at 11 p.m.');
  await ben.unroute('**/verdicts');
  await ben.getByRole('button', { name: 'Save verdict' }).click();
  await said('Claim 1 is saved.');
  assert.equal((await claim(1)).verdict_sentence, 'Typed at 11 p.m.');
});

test('whoever was signed out meanwhile is told so, and loses nothing', async () => {
  const cleo = await signedIn(desk, 'cleo');
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await cleo.goto(`${ferry.path}/claims/1`);
  await cleo.getByLabel('Verdict sentence').fill('Typed with care.');
  const other = await cleo.context().newPage();
  await other.goto('/');
  await other
    .getByText('Me', { exact: true })
    .or(other.locator('.me summary'))
    .first()
    .click()
    .catch(() => {});
  await other.evaluate(`document.querySelector('form[action="/sign-out"]').requestSubmit()`);
  await other.waitForURL(/sign-in/);
  await cleo.getByRole('button', { name: 'Save verdict' }).click();
  await said(/You are signed out/, cleo);
  assert.equal(await cleo.getByLabel('Verdict sentence').inputValue(), 'Typed with care.');
  await signIn(other, emailOf('cleo'), PASSWORD);
  await cleo.getByRole('button', { name: 'Save verdict' }).click();
  await said('Claim 1 is saved.', cleo);
});

test('a second reader sends back with b and a line, and opens the verdicts with d, which judges nothing', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await mark(desk, ferry, SENTENCES.cold, 'a cold morning');
  await judge(desk, ferry, 1, 'wrong');
  await judge(desk, ferry, 2, 'wrong');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/claims/2`);
  await cleo.keyboard.press('d');
  await said(/you are the checker/, cleo);
  assert.equal((await claim(2)).checker_id, desk.persons.ben.id);
  await cleo.goto(`${ferry.path}/claims/1`);
  await cleo.keyboard.press('b');
  await cleo.keyboard.type('Who says so?');
  await cleo.keyboard.press('Enter');
  await said(/Claim 1 goes back with your line\. Claim 2 is next\./, cleo);
  await cleo.locator('#claim[data-number="2"]').waitFor();
  assert.equal((await claim(1)).state_line, 'Who says so?');
});

test('the list of plain OKs says how many are ticked, and clears them in one press', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.cold, 'a cold morning');
  await addEvidence(desk.ctxOf('ben'), ferry.id, { number: 1, source_line: 'Weather service', stance: 'for' });
  await judge(desk, ferry, 1, 'ok');
  await mark(desk, ferry, SENTENCES.unexplained, 'Nobody has explained');
  await judge(desk, ferry, 2, 'ok');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/second-read`);
  const button = cleo.locator('[data-initials]');
  assert.equal(await button.innerText(), 'Initial the selected claim');
  await cleo.getByLabel('2, Nobody has explained').check();
  assert.equal(await button.innerText(), 'Initial the 2 selected claims');
  await cleo.getByRole('button', { name: 'Clear all' }).click();
  assert.ok(await button.isDisabled());
  assert.equal(await cleo.locator('[data-stays]').innerText(), '2 stay in the list.');
});

test('beside the queue lies the claim that is read, its foot in the window, and one key opens the next', async () => {
  await takeFerry();
  for (const words of ['A ferry', '240 people']) await mark(desk, ferry, SENTENCES.ran_aground, words);
  for (const number of [1, 2]) await judge(desk, ferry, number, 'wrong');
  const cleo = await signedIn(desk, 'cleo', { viewport: { width: 1366, height: 768 } });
  await cleo.goto(`${ferry.path}/second-read`);
  const place = cleo.locator('#claim-name');
  assert.equal(await place.innerText(), 'Claim 1 1 of 2 to read');
  for (const name of [/^Agree/, /^Send back/])
    assert.ok(((await cleo.getByRole('button', { name }).boundingBox())?.y ?? 999) < 740);
  assert.ok(((await cleo.getByLabel('If you send it back: what is missing?').boundingBox())?.y ?? 999) < 700);
  await cleo.getByRole('link', { name: 'Disagree' }).click();
  assert.ok(await cleo.locator('#differ[open]').isVisible());
  await cleo.locator('#workbench').focus();
  await cleo.keyboard.press('j');
  await cleo.locator('#claim[data-number="2"]').waitFor();
  await cleo.keyboard.press('f');
  await cleo.keyboard.type('240 passengers');
  await cleo.keyboard.press('Control+Enter');
  await said('The fix is proposed.', cleo);
  assert.match(cleo.url(), /\/claims\/2\?list=second_read/, 'a fix is proposed without leaving the queue');
  await cleo.keyboard.press('r');
  await said('Claim 2 is done. Claim 1 is next.', cleo);
  assert.equal(await place.innerText(), 'Claim 1 1 of 1 to read');
  await cleo.keyboard.press('r');
  await cleo.getByRole('heading', { name: 'Nothing waits for a second read' }).waitFor();
});

test('a second reader agrees with one key, and differs only with a button', async () => {
  await takeFerry();
  await mark(desk, ferry, SENTENCES.ran_aground, 'A ferry');
  await judge(desk, ferry, 1, 'wrong');
  const cleo = await signedIn(desk, 'cleo');
  await cleo.goto(`${ferry.path}/claims/1`);
  await cleo.keyboard.press('1');
  await said(/you become the checker/, cleo);
  assert.equal((await claim(1)).content_meaning, 'wrong');
  await cleo.locator('#workbench').focus();
  await cleo.keyboard.press('r');
  await said('Claim 1 is done.', cleo);
});

test('without scripts everything is there, and nothing that needs them', async () => {
  const page = await signedIn(desk, 'ben', { javaScriptEnabled: false });
  await openFerry(page);
  assert.equal(await page.getByRole('toolbar').count(), 0);
  await page.getByRole('link', { name: 'Sentence 5' }).click();
  await page.getByRole('button', { name: 'Mark a claim' }).click();
  assert.match(page.url(), /\/claims\/1$/);
  await page.getByRole('radio', { name: '✓ OK', exact: true }).check();
  await page.getByRole('radio', { name: 'word for word' }).check();
  await page.getByRole('button', { name: 'Save verdict' }).click();
  await page.getByText('Claim 1 is waiting for its second read.').waitFor();
});
