// All that stands around a signed report, as the demo has it, in a real browser.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { CAST, DEMO_PASSWORD } from '#src/demo/cast.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signIn } from './support.ts';

const PAGES = [
  '/articles/1/sign-off',
  '/articles/1/reports',
  '/articles/1/second-read',
  '/articles/1/as-ran',
  '/articles/2/sign-off',
  '/articles/2/reports',
  '/articles/2/reports/1',
  '/articles/2/report',
  '/articles/2/report/confidential',
  '/articles/2/complaints',
  '/articles/2/complaints/1',
  '/articles/2/corrections/1',
  '/articles/2/legal',
  '/articles/2/as-ran',
  '/desks/foreign-desk',
  '/desks/foreign-desk/numbers?span=all',
  '/search?words=veshtar',
  '/search?words=vestar+polise',
  '/search?words=veshtar&verdict=author&to=2026-01-01',
];

let desk: TestDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startDesk());
  await buildNewsroom(desk.db, desk.at, 'Europe/Oslo');
});
after(() => desk.close());

inEveryWindow(
  'sign-off, reports, complaints and Legal can be used by everybody, folds and files open',
  async (look) => {
    const page = await desk.page();
    const complaints = complaintsOf(page);
    await signIn(page, CAST.ada.email, DEMO_PASSWORD);
    for (const path of PAGES) {
      assert.equal((await page.goto(path))?.status(), 200, path);
      // The account menu lies over the page it is opened on; another test opens it on a page of its own.
      await page.evaluate(`for (const fold of document.querySelectorAll('details:not(.me)')) fold.open = true`);
      await look(page, path);
    }
    assert.deepEqual(complaints, []);
  },
);
