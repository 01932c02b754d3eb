// The report in a real browser: on the desk, on paper, and as a file opened from a disk.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { getDocumentProxy } from 'unpdf';
import { exportReport } from '#src/cli/export.ts';
import { HEADLINE, halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { axeViolations } from './axe.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  await halfCheckedArticle(desk);
});
after(() => desk.close());

const WINDOWS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 900, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 900, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

inEveryWindow(
  'the report can be read by everybody',
  async (look) => {
    const page = await signedIn(desk, 'dina');
    const complaints = complaintsOf(page);
    await page.goto('/articles/1/report');
    await look(page);
    assert.deepEqual(complaints, []);
  },
  WINDOWS,
);

test('a claim in the text leads to what was found about it', async () => {
  const page = await signedIn(desk, 'dina');
  await page.goto('/articles/1/report');
  await page.getByRole('link', { name: /^The alliance took command of the operation/ }).click();
  assert.equal(new URL(page.url()).hash, '#claim-7');
});

test('on paper there is the report alone, black on white', async () => {
  const page = await signedIn(desk, 'dina', { colorScheme: 'dark' });
  await page.goto('/articles/1/report');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.getByRole('navigation').isVisible(), false);
  assert.equal(await page.getByText('Not signed.').isVisible(), true);
  const ink = await page.evaluate('getComputedStyle(document.querySelector("h1")).color');
  assert.equal(ink, 'rgb(0, 0, 0)');
});

test('the file shows itself from a disk, in its own letters, and asks for nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'claimdesk-report-'));
  const { file_name, pieces } = await exportReport(desk.ctxOf('dina'), 1, { format: 'html' });
  await writeFile(join(folder, file_name), pieces);
  const page = await desk.page();
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, file_name)).href);
  const loaded = await page.evaluate(
    'document.fonts.ready.then(() => document.fonts.check("16px \\"Source Serif 4\\""))',
  );
  assert.equal(loaded, true);
  assert.equal(await page.getByRole('heading', { level: 1 }).isVisible(), true);
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    asked.filter((address) => !address.startsWith('data:')),
    [pathToFileURL(join(folder, file_name)).href],
  );
  assert.deepEqual(await axeViolations(page), []);
  await rm(folder, { recursive: true });
});

test('each printed page says at its foot what it is and which of how many, an internal one at its head that it is one', async () => {
  const page = await signedIn(desk, 'ben');
  for (const path of ['/articles/1/report', '/articles/1/report?audience=public']) {
    await page.goto(path);
    assert.deepEqual(await axeViolations(page), []);
    const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
    assert.ok(document.numPages > 1);
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      // Letters that a font sets closer stand in pieces of their own.
      const letters = lettersOf(items.map((item) => ('str' in item ? item.str : '')).join(''));
      assert.equal(letters.includes(lettersOf('INTERNAL: this may name')), !path.includes('public'), `page ${number}`);
      assert.ok(letters.includes(lettersOf(`Draft · ${HEADLINE}`)), `page ${number}`);
      assert.ok(letters.includes(`${number}/${document.numPages}`), `page ${number}`);
    }
  }
});

function lettersOf(text: string): string {
  return text.replaceAll(/\s/g, '');
}
