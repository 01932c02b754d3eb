// What a browser that keeps nothing loads for the article page: few files, and the next time none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { checkedArticle } from '../../bench/checked-article.ts';
import { type InBrowser, openInBrowser, signIn } from './support.ts';

const CLAIMS = 200;

let desk: NewsroomDesk & InBrowser;
let number: number;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  number = await checkedArticle(desk, CLAIMS);
});
after(() => desk.close());

/** What came over the line while the page was opened, by its path. */
async function loadedBy(page: Page, path: string): Promise<Map<string, number>> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const paths = new Map<string, string>();
  const loaded = new Map<string, number>();
  line.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (encodedDataLength > 0) loaded.set(paths.get(requestId) ?? '', encodedDataLength);
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  await line.detach();
  return loaded;
}

test('a first visit to an article of 200 claims takes 12 requests and 153 kB at most, fonts included', async (t) => {
  const door = await desk.page();
  await signIn(door, emailOf('ben'), PASSWORD);
  const page = await desk.page({ storageState: await door.context().storageState() });
  const first = await loadedBy(page, `/articles/${number}`);
  const bytes = first.values().reduce((sum, one) => sum + one, 0);
  t.diagnostic(`${first.size} requests, ${bytes} bytes`);
  assert.ok(first.size <= 12, [...first.keys()].join(' '));
  assert.ok(bytes <= 153_000, [...first].map(([path, size]) => `${path} ${size}`).join(', '));
  const next = await loadedBy(page, '/articles');
  assert.deepEqual([...next.keys()], ['/articles'], 'the browser has all the rest');
});
