// The pages of versions in a real browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BODY, fireAt, PARAGRAPHS } from '#tests/claims/revise-support.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  const fire = await fireAt(desk);
  const { mayor, insurance, ...others } = PARAGRAPHS;
  await fire.revise(BODY.replace('at least 24', 'at least 26').replace(insurance, 'Nobody has said who will pay.'));
  await fire.revise([...Object.values(others), mayor].join('\n\n'), { version: 2, note: 'from the wire, 17:10' });
});
after(() => desk.close());

const PAGES = [
  'versions',
  'versions/2/changes',
  'versions/3/changes',
  'versions/3/compare?with=1',
  'claims/1',
] as const;

inEveryWindow('what a version changed can be read by everybody', async (look) => {
  const page = await signedIn(desk, 'ben');
  const complaints = complaintsOf(page);
  for (const address of PAGES) {
    await page.goto(`/articles/1/${address}`);
    await look(page, address);
  }
  assert.deepEqual(complaints, []);
});

test('the forms of the text say which version the page showed', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/1');
  assert.equal(await page.locator('#mark-form input[name="version"]').inputValue(), '3');
});

test('on paper a comparison says how many paragraphs stand as before', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/1/versions/3/compare?with=1');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('summary', { hasText: 'as before' }).first().isVisible(), true);
});
