// Who says what in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addAccount } from '#src/accounts/account-commands.ts';
import { askQuestion } from '#src/accounts/question-commands.ts';
import { setRule } from '#src/accounts/rule-commands.ts';
import { judgeDisputed, takeCountsIn } from '#tests/accounts/support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  const id = await takeCountsIn(desk);
  const ben = desk.ctxOf('ben');
  const add = (question: number, party_name: string, value: string, as_of = '') =>
    addAccount(ben, { article_id: id, question }, { party_name, party_role: '', value, as_of, quote: '', from: '' });
  await judgeDisputed(desk, id, 1);
  await askQuestion(ben, id, { point: 'How many fighters?', first: { claim_number: 1 } });
  await add(1, 'Governor’s office', '20 to 30 fighters', '2026-03-14 10:00');
  await add(1, 'City police, incident log of the second precinct', 'about two dozen', '2026-03-14 12:00');
  await add(1, 'Joint Mission', 'declined to say');
  await setRule(
    ben,
    { article_id: id, question: 1 },
    { rule: 'range', rule_sentence: 'Both.', preferred: '', revision: 1 },
  );
  await askQuestion(ben, id, { point: 'How many boats?' });
  for (let party = 1; party <= 12; party += 1) await add(2, `Witness ${party}`, `${party * 9} boats`);
});
after(() => desk.close());

const WINDOWS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

const PAGES = [
  '/articles/1/accounts',
  '/articles/1/accounts?claim=2',
  '/articles/1/accounts/1',
  '/articles/1/accounts/2',
];

inEveryWindow(
  'the pages of who says what can be used by everybody',
  async (look) => {
    const page = await signedIn(desk, 'ben');
    const complaints = complaintsOf(page);
    for (const path of [...PAGES, '/articles/1/claims/1', '/articles/1/report']) {
      await page.goto(path);
      await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
      await look(page, path);
    }
    await page.goto('/articles/1/accounts/1');
    await page.getByRole('link', { name: /^Edit the account of Toma/ }).click();
    await look(page);
    assert.deepEqual(complaints, []);
  },
  WINDOWS,
);

test('one of the two drawings is seen, the one that fits, and its letters can be read', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/1/accounts/1');
  for (const { viewport } of WINDOWS) {
    await page.setViewportSize(viewport);
    const seen = page.locator('.question .range-plot:visible');
    assert.equal(await seen.count(), 1);
    const size = (await page.evaluate(
      `(() => { const svg = [...document.querySelectorAll('.range-plot')].find((one) => one.getBoundingClientRect().width > 0);
        return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; })()`,
    )) as number;
    assert.ok(size > 0.75 && size < 1.3, `scaled by ${size} at ${viewport.width}`);
  }
});

test('no text of a plot stands on another', async () => {
  const page = await signedIn(desk, 'ben');
  for (const path of ['/articles/1/accounts/1', '/articles/1/accounts/2']) {
    await page.goto(path);
    for (const { viewport } of [WINDOWS[0], WINDOWS[2]]) {
      await page.setViewportSize(viewport);
      const clashes = await page.evaluate(`(() => {
        const boxes = [...document.querySelectorAll('.question .range-plot text')]
          .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0);
        const cross = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
        return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => cross(one.box, other.box)).map((other) => one.words + ' / ' + other.words));
      })()`);
      assert.deepEqual(clashes, [], `${path} at ${viewport.width}`);
    }
  }
});

test('on paper the plots are black on white, and none of the forms is printed', async () => {
  const page = await signedIn(desk, 'ben', { colorScheme: 'dark' });
  await page.goto('/articles/1/accounts/1');
  await page.emulateMedia({ media: 'print' });
  const colours =
    await page.evaluate(`[...document.querySelectorAll('.range-plot .ring, .range-plot .bar, .range-plot .head')]
    .map((mark) => getComputedStyle(mark).stroke)`);
  assert.deepEqual([...new Set(colours as string[])], ['rgb(0, 0, 0)']);
  assert.equal(await page.locator('form:visible').count(), 0);
  assert.equal(await page.locator('table.accounts tbody tr:visible').count(), 4);
});
