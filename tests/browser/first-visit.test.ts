// What a browser without a cache loads for the article of bench/desk.ts: few files, and next time none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { takeCheckedIn } from '../../bench/desk/checked-articles.ts';
import { loadedBy } from '../../bench/desk/in-browser.ts';
import { type InBrowser, openInBrowser, signedIn } from './support.ts';

const CLAIMS = 200;

let desk: NewsroomDesk & InBrowser;
let number: number;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  const cast = { desk: desk.desks.foreign, checker: desk.ctxOf('ben'), second: desk.ctxOf('cleo') };
  number = (await takeCheckedIn(cast, 'The harbour at Tarn, all of it', CLAIMS)).number;
});
after(() => desk.close());

test('a first visit to an article of 200 claims takes 12 requests and 145 kB at most, fonts included', async (t) => {
  const door = await signedIn(desk, 'ben');
  const page = await desk.freshPage({ storageState: await door.context().storageState() });
  const first = await loadedBy(page, `/articles/${number}`);
  const bytes = first.values().reduce((sum, one) => sum + one, 0);
  t.diagnostic(`${first.size} requests, ${bytes} bytes`);
  assert.ok(first.size <= 12, [...first.keys()].join(' '));
  assert.ok(bytes <= 145_000, [...first].map(([path, size]) => `${path} ${size}`).join(', '));
  const next = await loadedBy(page, '/articles');
  assert.deepEqual([...next.keys()], ['/articles'], 'the browser has all the rest');
});
