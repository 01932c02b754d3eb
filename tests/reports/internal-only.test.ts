// A report that is signed for inside only: nobody outside gets a word of it, and the next may be for all.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { changeClaimKey } from '#src/claims/marking/commands.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { writeSignedFile } from '#src/reports/files.ts';
import { notePublicationOf } from '#src/reports/handed-out/commands.ts';
import { openZip } from '#src/reports/retrace/open-zip.ts';
import { retraceZip } from '#src/reports/retrace/retrace-zip.ts';
import { verifyReports } from '#src/reports/signing/verify.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';
import { formOf, sign, waiveAll } from './signed-article.ts';

const REASON = 'The lawyers of the port have to see it first.';

let desk: NewsroomDesk & HalfChecked;
let id: string;
before(async () => {
  desk = await HALF_CHECKED.start();
  ({ id } = desk);
  await waiveAll(desk.ctxOf('ada'), id);
});
after(() => desk.close());

test('Ada signs for inside only, and the page says so before and after', async () => {
  const ada = await desk.visitor('ada');
  await ada.visit('/articles/1/sign-off');
  assert.match(ada.text(), /Who gets it Internal only: no public report .* Public and internal Internal only/);
  for (const number of (await formOf(desk.ctxOf('ada'), id)).open_claims) await ada.tick(new RegExp(`^${number} · `));
  await ada
    .choose('Who gets it', 'Internal only')
    .fill('Reason', REASON)
    .press(/^Sign report 1/);
  assert.equal(ada.notice(), 'Report 1 is signed, internal only. It stays available under its number.');
  assert.match(ada.text(), /on version 1, with \d claims open, internal only/);
  assert.ok(ada.offers('INTERNAL') && !ada.offers('Public'));
  assert.deepEqual(await htmlProblems(ada.body), []);
  await ada.follow('INTERNAL');
  assert.equal(ada.status, 200);
  assert.match(ada.body, /Signed as internal only:<\/b> there is no public report of this number\./);
  assert.ok(!ada.offers('The public report'));
  assert.deepEqual(await htmlProblems(ada.body), []);
});

test('nobody gets its public model, in any format; the internal one and its ZIP are there', async () => {
  const [ada, dina] = [await desk.visitor('ada'), await desk.visitor('dina')];
  for (const format of ['html', 'pdf', 'json', 'md', 'csv', 'zip', 'annotations.json']) {
    for (const visitor of [ada, dina]) {
      await visitor.visit(`/articles/1/reports/1/report.${format}?audience=public`);
      assert.equal(visitor.status, 403, format);
    }
  }
  await ada.visit('/articles/1/reports/1?audience=public');
  assert.equal(ada.status, 403);
  assert.match(ada.text(), /Report 1 was signed as internal only: there is no public one\./);
  await ada.visit('/articles/1/reports/1/report.json?audience=internal');
  assert.equal(ada.status, 200);
  const article = await getArticle(desk.ctxOf('ada'), id);
  const wanted = { format: 'md', audience: 'public', number: 1, table: undefined } as const;
  await assert.rejects(writeSignedFile(desk.ctxOf('ada'), article, wanted), Forbidden);
  await assert.rejects(
    notePublicationOf(
      desk.ctxOf('ada'),
      { article_id: id, number: 1 },
      { audience: 'public', to_whom: 'The port', how: 'mail', sent_at: '2026-03-14T18:00' },
    ),
    (error) => error instanceof RuleBroken && error.field === 'audience',
  );
});

test('a guest learns that the number was given, and neither reason nor key nor what changed', async () => {
  const dina = await desk.visitor('dina');
  await dina.visit('/articles/1/reports');
  assert.match(dina.text(), /1 Signed as internal only, 14 March 2026/);
  assert.doesNotMatch(dina.within('.content').text(), /lawyers|Ada|SHA-256|changed since/i);
  await dina.visit('/articles/1/reports/1');
  assert.equal(dina.status, 403);
});

test('it is verified as any other, and its ZIP is re-traced, with no public file in it', async () => {
  assert.deepEqual((await verifyReports(desk.db)).faults, []);
  const ada = await desk.visitor('ada');
  await ada.visit('/articles/1/reports/1/report.zip?audience=internal');
  assert.equal(ada.status, 200);
  const path = join(await mkdtemp(join(tmpdir(), 'claimdesk-inside-')), 'report.zip');
  await writeFile(path, ada.bytes);
  assert.equal((await retraceZip(path, [])).fault, null);
  const { names } = await openZip(path);
  assert.deepEqual(
    names.filter((name) => name.startsWith('public/')),
    ['public/model.json'],
  );
});

test('the next is for everybody: it says nothing of the one before, and the desk reads what changed', async () => {
  await changeClaimKey(desk.ctxOf('ben'), id, { number: 5, is_key: true });
  await sign(desk.ctxOf('ada'), id, { reason: 'It runs tonight.' });
  const [ada, dina] = [await desk.visitor('ada'), await desk.visitor('dina')];
  await dina.visit('/articles/1/reports/2');
  assert.equal(dina.status, 200);
  assert.doesNotMatch(dina.text(), /lawyers|since the report before/i);
  await ada.visit('/articles/1/reports/2?audience=internal');
  assert.match(ada.text(), /changed since the report before Claim 5: it is now a key claim/);
  await ada.visit('/articles/1/reports/1?audience=internal');
  assert.match(ada.body, /Report 2<\/a> is the latest\./);
});
