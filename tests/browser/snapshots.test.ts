// Saved copies in a real browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { startWorker, type Worker } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { addedSource, allCopies, alterFile, HTML_PAGE, SVG } from '#tests/sources/copies.ts';
import { emailOf, type NewsroomDesk, PASSWORD, startNewsroom } from '#tests/support/newsroom.ts';
import { captureJobs, keepCopy } from '#tests/support/source-verbs.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn, signIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let server: HostileServer;
let worker: Worker;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  server = await startHostileServer({
    '/hostile': (_req, res) => void res.writeHead(200, { 'Content-Type': 'text/html' }).end(HTML_PAGE),
  });
  const kinds = captureJobs({ allow: server.allow, bytes: 25_000_000 });
  worker = startWorker({ db: desk.db, kinds, onError: assert.ifError });
});
after(async () => {
  await worker.stop();
  await server.close();
  await desk.close();
});

const WINDOWS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1200, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1200, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

const brought = (bytes: Buffer, name: string, claimed: string) => ({ how: 'upload', name, claimed, bytes }) as const;

inEveryWindow(
  'the pages of copies can be used by everybody',
  async (look) => {
    const long = `https://trams.example/${'a-long-address-without-a-break'.repeat(5)} Trams`;
    const number = await addedSource(desk, long);
    const file_name = `${'a-name-without-a-break'.repeat(8)}.png`;
    const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, brought(HTML_PAGE, file_name, 'image/png'));
    const whole = await keepCopy(desk.ctxOf('ben'), number, brought(SVG, 'drawn.svg', 'image/svg+xml'));
    await alterFile(desk.db, snapshot.file_id as string);
    const page = await signedIn(desk, 'ada');
    const complaints = complaintsOf(page);
    for (const path of [
      url('source', { number }),
      url('source_snapshots', { number }),
      url('snapshot', { number: snapshot.number }),
      url('snapshot', { number: whole.snapshot.number }),
    ]) {
      await page.goto(path);
      for (const fold of await page.locator('details.opener > summary').all()) await fold.click();
      for (const fold of await page.locator('details.fold:not([open]) > summary').all()) await fold.click();
      await look(page, path);
    }
    assert.deepEqual(complaints, []);
    await page.goto(url('snapshot_bytes', { number: snapshot.number }));
    await page.getByRole('heading', { name: 'Saved copy has been altered' }).waitFor();
    await look(page);
  },
  WINDOWS,
);

test('hostile pages and drawings run nothing: not in the text of the copy, not when they are opened by their address', async () => {
  const number = await addedSource(desk, 'A hostile page');
  const page = await desk.page({ acceptDownloads: true });
  const left: string[] = [];
  page.on('dialog', (dialog) => {
    left.push('a dialog');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.origin) && !request.url().startsWith('data:')) left.push(request.url());
  });
  await signIn(page, emailOf('ben'), PASSWORD);
  for (const [bytes, name, claimed] of [
    [HTML_PAGE, 'trams.html', 'text/html'],
    [SVG, 'drawn.svg', 'image/svg+xml'],
  ] as const) {
    const { snapshot } = await keepCopy(desk.ctxOf('ben'), number, brought(bytes, name, claimed));
    await page.goto(url('snapshot', { number: snapshot.number }));
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => (globalThis as { ran?: string }).ran), undefined);
    assert.equal(
      await page.locator('main script, main iframe, main svg[onload], main a[href^="javascript:"]').count(),
      0,
    );
    for (const path of [
      url('snapshot_bytes', { number: snapshot.number }),
      url('snapshot_text', { number: snapshot.number }),
    ]) {
      if (path.endsWith('text') && snapshot.text_sha256 === null) continue;
      const saving = page.waitForEvent('download');
      await page.goto(path).catch(() => undefined);
      const download = await saving;
      assert.match(download.suggestedFilename(), /^copy-\d+/);
      if (path.endsWith('bytes')) assert.ok((await readFile(await download.path())).equals(bytes));
    }
    const framed = await page.evaluate(`(async () => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(url('snapshot_bytes', { number: snapshot.number }))};
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return window.ran;
    })()`);
    assert.equal(framed, undefined);
  }
  assert.deepEqual(left, []);
});

test('a capture is followed without a reload, and what is typed meanwhile stays', async () => {
  const number = await addedSource(desk, `${server.origin}/hostile A hostile page`);
  const page = await signedIn(desk, 'ben');
  await page.goto(url('source', { number }));
  await page.getByRole('button', { name: 'Save a copy of the page' }).click();
  await page.locator('summary', { hasText: 'Edit details' }).click();
  await page.getByLabel('Publisher').fill('The tram company');
  await page.getByRole('link', { name: /^Saved copy/ }).waitFor();
  assert.equal(await page.getByLabel('Publisher').inputValue(), 'The tram company');
  await page.getByRole('link', { name: /^Saved copy/ }).click();
  await page.getByText('Six trams stopped on Monday').waitFor();
  assert.equal(await page.evaluate(() => (globalThis as { ran?: string }).ran), undefined);
});

test('a file is brought from the page, and lies about its kind in vain', async () => {
  const number = await addedSource(desk, 'A picture that is none');
  const page = await signedIn(desk, 'ben', WINDOWS[2]);
  await page.goto(url('source', { number }));
  await page.getByRole('link', { name: 'Upload a file or text' }).click();
  await page.getByLabel('File').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: HTML_PAGE });
  await page.getByRole('button', { name: 'Save copy' }).click();
  await page.getByText('came as a PNG picture, but its bytes are a web page').waitFor();
  assert.equal((await allCopies(desk)).at(-1)?.media_type, 'text/html');
});
