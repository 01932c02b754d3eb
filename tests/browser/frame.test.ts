// The frame of every page in a real browser.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { Router } from 'express';
import { pino } from 'pino';
import { trialRoutes } from '#tests/http/support.ts';
import { startDesk, type TestDesk } from '#tests/support/app.ts';
import { axeViolations } from './axe.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser } from './support.ts';

let desk: TestDesk & InBrowser;
before(async () => {
  const routes = Router();
  routes.get('/trial/upload', (_req, res) => {
    res.send(`<!doctype html><html lang="en"><title>Trial</title><form method="post" action="/trial/form" enctype="multipart/form-data">
      <label>Words <textarea name="words"></textarea></label><input type="file" name="file"><button>Send</button></form>`);
  });
  routes.get('/trial/distance', (_req, res) => {
    res.send(`<!doctype html><html lang="en"><title>Trial</title><script defer src="/static/browser.js" data-run="distances"></script>
      <p><time datetime="2026-03-14T16:50:00Z">21:20</time><span data-distance="2026-03-14T16:50:30Z" data-before=", "></span></p>`);
  });
  desk = await openInBrowser(
    await startDesk(undefined, { more: [routes, trialRoutes()], log: pino({ level: 'silent' }) }),
  );
});
after(() => desk.close());

inEveryWindow('refusals can be read by everybody', async (look) => {
  const page = await desk.page();
  for (const path of ['/trial/foreign', '/trial/forbidden', '/trial/stale', '/trial/crash']) {
    await page.goto(path);
    await look(page, path);
  }
});

test('a page asks for nothing that the desk does not have or does not allow', async () => {
  const page = await desk.page();
  const complaints = complaintsOf(page);
  await page.goto('/trial');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(complaints, []);
});

test('beside a clock time stands how far off it is, and goes on counting', async () => {
  // Its clock stays with a browser.
  const page = await desk.freshPage();
  await page.clock.install({ time: new Date('2026-03-14T16:00:00Z') });
  await page.goto('/trial/distance');
  const distance = page.locator('[data-distance]');
  assert.equal(await distance.textContent(), ', in 50 min');
  await page.clock.runFor('03:00');
  assert.equal(await distance.textContent(), ', in 47 min');
});

test('an upload that is too large shows our page, and Back brings what was typed', async () => {
  const page = await desk.page();
  await page.goto('/trial/upload');
  await page.getByLabel('Words').fill('typed with care');
  // From a file on disk: sent through the browser's own wire, thirty megabytes would take longer than the test may.
  const big = join(mkdtempSync(join(tmpdir(), 'upload-')), 'big.bin');
  writeFileSync(big, Buffer.alloc(30_000_000, 'x'));
  await page.locator('input[type=file]').setInputFiles(big);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'That is too large' }).waitFor();
  await page.goBack();
  assert.equal(await page.getByLabel('Words').inputValue(), 'typed with care');
  rmSync(dirname(big), { recursive: true });
});

test('words that were found readable are measured again where they come to stand on another ground', async () => {
  const page = await desk.page();
  const countHard = async () => (await axeViolations(page)).filter((one) => one.startsWith('color-contrast')).length;
  const hardToRead = async (body: string) => {
    await page.setContent(`<!doctype html><html lang="en"><title>Trial</title><style>
      body, .white { background: #fff; color: #444; } .black { background: #000; width: 20em; height: 6em; }
      .over { position: absolute; top: 0; left: 0; } .cell { display: grid; } .cell > * { grid-area: 1 / 1; }
      @media (prefers-color-scheme: dark) { .white { background: #333; } }</style><main><h1>Trial</h1>${body}</main>`);
    return countHard();
  };
  assert.equal(await hardToRead('<p class="white">Readable</p>'), 0);
  assert.equal(await hardToRead('<div class="black over"></div><p class="over">Over it</p>'), 1);
  assert.equal(await hardToRead('<div class="cell"><div class="black"></div><p>In it</p></div>'), 1);
  assert.equal(await hardToRead('<div class="black"><p>On it</p></div>'), 1);
  assert.equal(await hardToRead('<p style="opacity: 0.5">Faded</p>'), 1);
  assert.equal(await hardToRead('<p style="font-size: 1.1em" class="white">Readable</p>'), 0);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await countHard(), 1);
});

test('what comes or goes in a narrow window is held against all rules, though the page was found well in the wide one', async () => {
  const page = await desk.page();
  const faultsOf = async (body: string) => {
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.setContent(`<!doctype html><html lang="en"><title>Trial</title><style>
      @media (width < 600px) { .wide { display: none; } } @media (width > 600px) { .phone { display: none; } }
      </style><main><h1>Trial</h1>${body}</main>`);
    assert.deepEqual(await axeViolations(page), []);
    await page.setViewportSize({ width: 360, height: 740 });
    return (await axeViolations(page)).map((one) => one.split(':')[0]);
  };
  assert.deepEqual(await faultsOf('<button type="button"><span class="wide">Send</span></button>'), ['button-name']);
  assert.deepEqual(await faultsOf('<p>Words <img class="phone" src="data:,"></p>'), ['image-alt']);
  assert.deepEqual(await faultsOf('<p>Words <span class="wide">and more</span></p>'), []);
});
