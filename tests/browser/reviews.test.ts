// Queries, fixes and the writer's page in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { answerFacts } from '#src/reviews/own-facts/answer-commands.ts';
import { makeFactsLink } from '#src/reviews/own-facts/link-commands.ts';
import { handInContacts, handInNote } from '#src/reviews/package/hand-in-commands.ts';
import { takePiece } from '#src/reviews/package/take-commands.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { makeWriterLink } from '#src/reviews/writer/link-commands.ts';
import { PARAGRAPHS, type Strike, strikeAt } from '#tests/reviews/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let strike: Strike;
let link: string;
let facts: string;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  strike = await strikeAt(desk);
  const ben = desk.ctxOf('ben');
  await askQuery(ben, strike.id, { number: 1, to_whom: 'writer', question: 'Who counted the dockers?' });
  await askQuery(ben, strike.id, { to_whom: 'editor', question: 'Do we run this today?' });
  await strike.ask({ old_words: '16 cranes', new_words: '15 cranes', reason: 'the port’s list' });
  await strike.revise({ crane: PARAGRAPHS.crane.replace('16', '15') });
  await strike.ask({ number: 1, old_words: 'Five hundred', new_words: 'Four hundred', reason: 'the union says so' });
  const asked = { name: 'The union', note: 'Call me.', days: 3, sentences: [2, 3], version: 2 };
  const { token } = await makeFactsLink(ben, strike.id, asked);
  facts = `/facts/${token}`;
  const right = [{ position: 1, verdict: 'wrong' as const, says: 'Six hundred.' }];
  await answerFacts(desk.ctx(NOBODY), token, { answers: right, how_known: '', may_name: 'no' });
  link = `/writer/${(await makeWriterLink(desk.ctxOf('ada'), strike.id, { name: 'Marta Quist', days: 3 })).token}`;
  await handIn(link.slice('/writer/'.length));
});
after(() => desk.close());

const NOBODY = { kind: 'nobody', id: null } as const;

/** A note, and two people to call, one of them taken up already. */
async function handIn(token: string): Promise<void> {
  const outside = desk.ctx(NOBODY);
  const person = { body: 'The port', phone: '555 0110', mail: '', about: '16', words: '' };
  const people = [
    { ...person, name: 'Ina Vold', is_confidential: 0 as const },
    { ...person, name: 'Per Ek', is_confidential: 1 as const },
  ];
  await handInContacts(outside, token, people);
  await handInNote(outside, token, { words: 'Counted twice.', about: '1', is_confidential: false });
  const first = desk.db.selectFrom('handed_piece').select('id').orderBy('id');
  const { id: piece_id } = await first.executeTakeFirstOrThrow();
  const ben = desk.ctxOf('ben');
  const article = await getArticle(ben, strike.id);
  const taken = { title: '', type: 'document', alias: '', claim: undefined } as const;
  await takePiece(ben, { article, piece_id }, taken, async () => undefined);
}

inEveryWindow('the pages of queries and fixes can be used by everybody, with all their folds open', async (look) => {
  const page = await signedIn(desk, 'ada');
  const complaints = complaintsOf(page);
  for (const path of [
    '/queries',
    '/fixes',
    '/fixes?sentence=4',
    '/queries?claim=1',
    '/fixes/list',
    '/writer-links',
    '/own-facts',
    '/package',
    '/contacts',
  ]) {
    await page.goto(`${strike.path}${path}`);
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    await look(page, path);
  }
  await page.goto('/');
  await look(page);
  assert.deepEqual(complaints, []);
});

inEveryWindow('so can the writer’s page, with errors, and where a link is over', async (look) => {
  const page = await desk.page();
  const complaints = complaintsOf(page);
  await page.goto(link);
  await look(page);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText('Nothing is filled in yet').waitFor();
  await look(page);
  assert.deepEqual(
    complaints.filter((complaint) => !complaint.includes('422')),
    [],
  );
  for (const path of [`${link}/package`, facts, '/writer/made-up']) {
    await page.goto(path);
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    await look(page, path.slice(0, 8));
  }
});

test('on a telephone the tab that one is in is in sight, however far right it is', async () => {
  const page = await signedIn(desk, 'ada', { viewport: { width: 390, height: 844 } });
  for (const [path, tab] of [
    ['/package', 'Writer & replies'],
    ['/sign-off', 'Report'],
    ['/claims', 'Text'],
  ] as const) {
    await page.goto(`${strike.path}${path}`);
    const box = await page.locator('.tabs a[aria-current]', { hasText: tab }).boundingBox();
    assert.ok(box && box.x >= 0 && box.x + box.width <= 390, `${path}: ${JSON.stringify(box)}`);
  }
});

test('the writer answers without scripts, on a telephone, and is thanked', async () => {
  const page = await desk.page({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await page.goto(link);
  await page.getByLabel('Your answer to question 1').fill('The union’s secretary.');
  await page.getByLabel('I agree').first().check();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText(/Thank you\. The desk has your answer to question 1 and your view on change 2\./).waitFor();
  assert.equal((await strike.query(1)).state, 'answered');
});

test('on paper there are the changes with their boxes, and none of the tools', async () => {
  const page = await signedIn(desk, 'ada', { colorScheme: 'dark' });
  for (const path of ['/fixes', '/queries', '/fixes/list']) {
    await page.goto(`${strike.path}${path}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const button of await page.locator('main button').all())
      assert.equal(await button.isVisible(), false, `${path}: ${await button.innerText()}`);
    assert.equal(await page.evaluate('getComputedStyle(document.querySelector("h1")).color'), 'rgb(0, 0, 0)', path);
  }
  assert.equal(await page.getByText('☐').first().isVisible(), true);
  const redline = await page.request.get(`${new URL(page.url()).origin}${strike.path}/fixes.docx?as=redline`);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${strike.path}/versions`);
  await page.getByLabel('Or a file').setInputFiles({ name: 'back.docx', mimeType: '', buffer: await redline.body() });
  await page.getByRole('button', { name: /^Add version/ }).click();
  await page
    .getByText(/, to review$/)
    .first()
    .waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByText('Fixes and queries in it').isVisible(), true);
  assert.equal(await page.getByText('The next version').isVisible(), false, 'whose text boxes would be cut off');
  await page.goto(link);
  assert.equal(await page.getByText('Five hundred dockers').first().isVisible(), true);
  await page.goto(`${link}/package`);
  assert.equal(await page.getByText('Person 1').isVisible(), true);
  assert.equal(await page.locator('[type="file"]').first().isVisible(), false, 'paper takes no files');
});

test('q and f ask: in the claim in hand, about the words selected, and about the article', async () => {
  const page = await signedIn(desk, 'ben');
  const complaints = complaintsOf(page);
  await page.goto(`${strike.path}/claims/1`);
  await page.locator('#workbench').focus();
  await page.keyboard.press('q');
  await page.keyboard.type('On which day?');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'On which day?' }).waitFor();
  assert.equal((await strike.query(3)).claim_number, 1);

  await page.locator('#workbench').focus();
  await page.evaluate(SELECT_TALKS);
  await page.keyboard.press('f');
  await page.waitForURL(/\/fixes\?/);
  assert.equal(await page.getByLabel('Current words').inputValue(), 'Talks go', 'half a word means the word');
  await page.locator('input[name="new_words"]:focus').waitFor();
  await page.keyboard.type('Speeches go');
  await page.keyboard.press('Enter');
  await page.getByText('The fix is proposed.').waitFor();
  assert.match(page.url(), /\/claims\/1(#claim)?$/, 'back at the claim beside which the words were selected');

  await page.goto(strike.path);
  await page.locator('#workbench').focus();
  await page.keyboard.press('q');
  await page.waitForURL(/\/queries#ask$/);
  assert.deepEqual(complaints, []);
});

/** From the first letter of the last sentence to the middle of its second word. */
const SELECT_TALKS = `
  const words = document.createTreeWalker(document.querySelector('#sentence-6'), NodeFilter.SHOW_TEXT);
  while (words.nextNode() && !words.currentNode.data.startsWith('Talks'));
  const range = document.createRange();
  range.setStart(words.currentNode, 0);
  range.setEnd(words.currentNode, 7);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
`;
