// The pages of lists of sources in a real browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setBackForRetraction } from '#src/evidence/set-back/commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { importList } from '#src/sources/retractions/import-commands.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

const LIST = `title;url;publisher;interest;Notes;type
"Bulletin 31, of which the title is so long that it has to be broken on a narrow screen";karsa.example/31;Office of the governor;;;
Bulletin 32;javascript:alert(1);${'a-publisher-without-a-break'.repeat(5)};;why;spaceship
Bulletin 32;https://karsa.example/31/;;;;
;;;"nobody;s";;
The registrar;https://karsa.example/registrar;Registry;Sells what it registers;;
`;

let desk: NewsroomDesk & InBrowser;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  const { slug } = desk.desks.foreign;
  await addSource(desk.ctxOf('ben'), { desk: slug, source_line: 'https://karsa.example/registrar', doi: '10.1000/r' });
  const open = async function* () {
    yield Buffer.from('DOI,Reason,Nature\n10.1000/r,Copied,Retraction\nnone here,,\n');
  };
  const given = { name: 'Retraction list', file_name: 'list.csv', open, onRetracted: setBackForRetraction };
  await importList(desk.ctxOf('ada'), slug, given);
});
after(() => desk.close());

inEveryWindow('the pages of lists can be used by everybody', async (look) => {
  const page = await signedIn(desk, 'ada');
  const complaints = complaintsOf(page);
  for (const path of ['/sources/retractions', '/sources/retractions/1', '/sources/1']) {
    await page.goto(path);
    await look(page);
  }
  await page.goto('/sources');
  await page.locator('summary', { hasText: 'Export' }).click();
  await look(page);
  await page.goto('/sources/import');
  await look(page);
  await page.getByRole('button', { name: 'Review list' }).click();
  await page.getByRole('alert').waitFor();
  await look(page);
  await page.getByLabel('Or paste the list').fill(LIST);
  await page.getByRole('button', { name: 'Review list' }).click();
  await page.getByRole('heading', { name: 'Review list' }).waitFor();
  await look(page);
  await page.locator('summary', { hasText: 'columns' }).click();
  const here = page.url();
  for (const show of ['new', 'here', 'twice', 'remarks', 'broken', 'all']) {
    await page.goto(`${here}?show=${show}`);
    await look(page);
  }
  await page.getByRole('button', { name: 'Import ticked entries' }).click();
  await page.getByRole('alert').waitFor();
  await look(page);
  await page.getByRole('alert').getByRole('link').click();
  await page.locator('#field-entry:focus').waitFor();
  assert.deepEqual(
    complaints.filter((one) => !one.includes('422')),
    [],
  );
});

test('a list goes in from a file, and the library comes out as one', async () => {
  const page = await signedIn(desk, 'ben');
  await page.goto('/sources/import');
  await page.getByLabel('File').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.getByRole('button', { name: 'Review list' }).click();
  await page.getByRole('button', { name: 'Import all 2 new ones' }).click();
  await page.getByText('2 sources are in the library').waitFor();
  await page.locator('summary', { hasText: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'BibTeX' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^foreign-desk-sources-2026-03-14\.bib$/);
  assert.match(await readFile(await download.path(), 'utf8'), /Bulletin 31/);
});
