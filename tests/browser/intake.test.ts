// Adding an article from a document, in a real browser: everybody can use the pages, in every window.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { intakeJobs } from '#src/articles/intake/job.ts';
import { RuleBroken } from '#src/errors.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { startWorker, type Worker, workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { makeDocx } from '#tests/articles/documents/documents.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { inEveryWindow } from './every-window.ts';
import { complaintsOf, type InBrowser, openInBrowser, signedIn } from './support.ts';

let desk: NewsroomDesk & InBrowser;
let server: HostileServer;
before(async () => {
  desk = await openInBrowser(await startNewsroom());
  server = await startHostileServer();
});
after(async () => {
  await server.close();
  await desk.close();
});

inEveryWindow('a document is looked over and taken in by everybody', async (look) => {
  const page = await signedIn(desk, 'ben');
  const complaints = complaintsOf(page);
  await page.goto('/articles/new');
  await look(page);
  const name = `a-name-that-is-long-and-has-no-break-${'in-it-'.repeat(20)}.docx`;
  await page.getByLabel('Or a file').setInputFiles({ name, mimeType: 'application/x-any', buffer: makeDocx() });
  await page.getByRole('button', { name: 'Add article' }).click();
  await page.getByRole('heading', { name: 'Used' }).waitFor();
  await page.locator('summary', { hasText: 'Proposed sources' }).click();
  await look(page);
  await page.getByRole('button', { name: 'Add article' }).click();
  await page.waitForURL(/\/articles\/\d+$/);
  const article = page.url();
  await page.goto(`${article}/details`);
  await page.locator('summary', { hasText: 'Proposed sources' }).click();
  await look(page);
  await page.goto(`${article}/sentences/4`);
  await look(page);
  await page.getByRole('button', { name: 'Mark a claim' }).click();
  await page.waitForURL(/\/claims\/1/);
  await look(page);
  await page.goto(`${article}/proposed-sources`);
  await look(page);
  await page.getByRole('button', { name: 'Add all 2 that match a claim' }).click();
  await page.getByText('2 sources are added').waitFor();
  await look(page);
  await page.goto(`${article}/versions`);
  await page.getByLabel('Or a file').setInputFiles({ name, mimeType: 'application/x-any', buffer: makeDocx() });
  await page.getByRole('button', { name: 'Add version 2' }).click();
  await page.getByRole('heading', { name: 'If you add it' }).waitFor();
  await look(page);
  const waiting = await askForJob(desk.ctxOf('ben'), {
    kind: 'nothing',
    desk_id: null,
    title: 'Adding an article from wire.example',
    back: '/articles/new',
    input: {},
  });
  await page.goto(url('job', { id: waiting }));
  await look(page);
  const nothing = async () => {
    throw new RuleBroken('There is no wire.example, or its name cannot be found now.');
  };
  await workOnce({ db: desk.db, kinds: { nothing }, onError: assert.ifError });
  await page.getByRole('heading', { name: 'That did not work' }).waitFor();
  await look(page);
  assert.deepEqual(complaints, []);
});

test('an address is followed to its look without a click', async () => {
  const kinds = intakeJobs({ allow: server.allow });
  const worker: Worker = startWorker({ db: desk.db, kinds, onError: assert.ifError });
  const page = await signedIn(desk, 'ben');
  await page.goto('/articles/new');
  await page.getByLabel('Or an article on the web').fill(`${server.origin}/ferry`);
  await page.getByRole('button', { name: 'Add article' }).click();
  await page.getByRole('heading', { name: 'Used' }).waitFor();
  assert.equal(await page.getByLabel('Headline').inputValue(), 'The ferry was late again');
  await worker.stop();
});
