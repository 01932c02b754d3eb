// Every page of the workbench in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bringAsRan } from '#src/articles/as-ran/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { axeViolations } from './axe.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  await halfCheckedArticle(desk);
  const ada = desk.ctxOf('ada');
  const { id } = await getArticle(ada, 1);
  await bringAsRan(ada, id, { headline: 'Otherwise', body: 'It ran otherwise, with 12 boats.' });
});
after(() => desk.close());

const PAGES = [
  '/',
  '/articles',
  '/articles/1',
  '/articles/1/claims?list=back',
  '/articles/1/claims?list=suggested',
  '/articles/1/claims?list=unread',
  '/articles/1/claims/4',
  '/articles/1/claims/6',
  '/articles/1/claims/9',
  '/articles/1/sentences/3',
  '/articles/1/coverage',
  '/articles/1/second-read',
  '/articles/1/as-ran',
  '/articles/1/fixes',
  '/articles/1/log',
];

inEveryWindow('the pages of the workbench can be used by everybody', async (look) => {
  const page = await signedIn(desk, 'ben');
  const complaints = complaintsOf(page);
  for (const path of PAGES) {
    await page.goto(path);
    await look(page, path);
  }
  assert.deepEqual(complaints, []);
});

inEveryWindow('so can a claim with all its folds open, one to be read second, and one with errors', async (look) => {
  const page = await signedIn(desk, 'cleo');
  for (const path of ['/articles/1/claims/3', '/articles/1/claims/7', '/articles/1/claims/5']) {
    await page.goto(path);
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    await look(page, path);
  }
  await page.getByRole('button', { name: 'Propose fix' }).click();
  await page.locator('#errors:focus').waitFor();
  await look(page);
});

test('who hears the workbench hears which claim, how it stands, what nobody has read and what is left over', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/1/claims/4');
  const heard = await page.locator('body').ariaSnapshot();
  for (const line of [
    '- link "Skip to content"',
    '- link "Skip to the claim"',
    '- region "Claim 4, 5 of 8, key, accounts differ, done"',
    '- link ", claim 4, accounts differ, key"',
    '- link "killing at least four people , claim 3, OK"',
    '- link "Sentence 4 , not read yet"',
    'the grain port of Lusk (unchecked) as',
    '- list "Outstanding"',
  ])
    assert.ok(heard.includes(line), `${line} in ${heard.slice(0, 9000)}`);
  // What is opened is said once, and who opened it on its words comes to it.
  const focused = () => page.evaluate(`document.activeElement.id`);
  await page.locator('.text mark[data-claim="7"] a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('#claim[data-number="7"]').waitFor();
  assert.equal(await focused(), 'claim');
  const told = page.locator('[data-told]');
  assert.match(await told.innerText(), /^Claim 7, \d of 8, wrong, .*: The alliance took command of the operation$/);
  await page.locator('.text mark[data-claim="1"] a').first().focus();
  await page.keyboard.press('g');
  assert.equal(await focused(), 'claim');
});

test('what is copied of the text is its words, without numbers and signs', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/1');
  const copied = await page.evaluate(`{
    const paragraph = document.querySelector('.text .paragraph:has(#sentence-3)');
    getSelection().selectAllChildren(paragraph);
    getSelection().toString();
  }`);
  assert.match(
    String(copied),
    /^A spokesman for the river militia, Toma Arrel, said that “more than 90 of our men” had landed and/,
  );
  assert.doesNotMatch(String(copied), /claim|Sentence|\d[✓±⇄△✕∅✎]/);
});

test('the help can be used by everybody', async () => {
  const page = await signedIn(desk, 'ben', { colorScheme: 'dark' });
  await page.goto('/articles/1/claims/4');
  await page.locator('#workbench').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
});

test('on paper there are the text and the claim, and none of the tools', async () => {
  const page = await signedIn(desk, 'ben', { colorScheme: 'dark' });
  for (const path of ['/articles/1/claims/4', '/articles/1/coverage', '/articles/1/log', '/articles/1']) {
    await page.goto(path);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    assert.equal(await page.getByRole('navigation', { name: 'Main' }).isVisible(), false, path);
    assert.equal(await page.getByRole('navigation', { name: 'This article' }).isVisible(), false, path);
    for (const button of await page.locator('main button').all())
      assert.equal(await button.isVisible(), false, `${path}: ${await button.innerText()}`);
    assert.equal(await page.evaluate('getComputedStyle(document.querySelector("h1")).color'), 'rgb(0, 0, 0)', path);
  }
  assert.equal(await page.getByText('Two boats and some sixty gunmen').first().isVisible(), true);
});
