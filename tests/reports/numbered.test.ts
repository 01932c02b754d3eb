// Signed reports on their pages and as files: read for ever, with what changed since.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { verifyAll } from '#src/cli/verification.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { getReport } from '#src/reports/signing/store.ts';
import { askQuery } from '#src/reviews/queries/commands.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import type { NewsroomDesk } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { claimAt, HALF_CHECKED, type HalfChecked } from './half-checked.ts';
import { formOf, REASON, SIGNED, sign, waiveAll } from './signed-article.ts';

describe('the pages of signed reports', () => {
  let desk: NewsroomDesk & HalfChecked;
  let id: string;
  before(async () => {
    desk = await HALF_CHECKED.start();
    ({ id } = desk);
  });
  after(() => desk.close());

  test('before one is signed the list says what to do', async () => {
    const ben = await (await desk.visitor('ben')).visit('/articles/1/reports');
    assert.match(ben.text(), /No report is signed yet/);
    assert.deepEqual(await htmlProblems(ben.body), []);
  });

  test('a signed report is read as it was signed, and the list says what has changed since', async () => {
    await sign(desk.ctxOf('ada'), id);
    const ben = await (await desk.visitor('ben')).visit('/articles/1/reports');
    assert.match(ben.text(), /Nothing has changed since report 1/);
    assert.match(ben.text(), /Signed by Ada Lind, .*, on version 1, with 6 claims open/);
    assert.ok(ben.text().includes(REASON));
    await ben.visit('/articles/1/reports/1?audience=public');
    const signed = ben.text();
    assert.match(signed, /Report 1/);
    assert.match(signed, /not checked, for time; /);
    assert.match(signed, /Signature \(Ed25519\)/);
    assert.deepEqual(await htmlProblems(ben.body), []);

    await closeClaim(desk.ctxOf('cleo'), id, { number: 3, revision: (await claimAt(desk, id, 3)).revision });
    await ben.visit('/articles/1/reports');
    assert.match(ben.text(), /Changed since report 1.*Claim 3: now Confirmed; it was not checked\./);
    assert.equal((await ben.visit('/articles/1/reports/1?audience=public')).text(), signed);
    assert.equal((await ben.visit('/articles/1/reports/2')).status, 404);
  });

  test('every format of the register is written of a signed report, and the internal ones say INTERNAL', async () => {
    const ben = await desk.visitor('ben');
    const { public_sha256, internal_sha256 } = await getReport(desk.db, id, 1);
    for (const { name, audiences } of REPORT_FORMATS)
      for (const audience of audiences) {
        await ben.visit(`/articles/1/reports/1/report.${name}?audience=${audience}`);
        assert.equal(ben.status, 200, `${name} ${audience}`);
        const file_name = `claimdesk-1-report-1${audience === 'internal' ? '-INTERNAL' : ''}`;
        assert.ok(ben.headers['content-disposition']?.includes(file_name), `${name} ${audience}`);
        const hash = audience === 'internal' ? internal_sha256 : public_sha256;
        if (name === 'html') assert.ok(ben.body.includes(hash));
      }
  });

  test('guests read the public report, and never the internal one', async () => {
    const dina = await (await desk.visitor('dina')).visit('/articles/1/reports');
    assert.doesNotMatch(dina.text(), /INTERNAL/);
    await dina.follow('Public');
    assert.match(dina.text(), /Report 1/);
    assert.equal((await dina.visit('/articles/1/reports/1?audience=internal')).status, 403);
    assert.equal((await dina.visit('/articles/1/reports/1/report.json?audience=internal')).status, 403);
    const emil = await desk.visitor('emil');
    assert.equal((await emil.visit('/articles/1/reports/1')).status, 404);
  });
});

test('Ada signs on the page of reports: what blocks is said first, and what she typed comes back', async () => {
  const desk = await HALF_CHECKED.start();
  const { id } = desk;
  const ada = await (await desk.visitor('ada')).visit('/articles/1/reports');
  assert.match(ada.text(), /checks block/);
  assert.match(ada.text(), /Not checked, for time 6/);
  await ada.fill('Reason', REASON).press('Sign report 1 with 6 open');
  assert.equal(ada.status, 422);
  assert.match(ada.text(), /6 claims are not done: 2, 3, 5, 6, 7, 8/);
  assert.equal(ada.value('Reason'), REASON);
  assert.deepEqual(await htmlProblems(ada.body), []);
  await waiveAll(desk.ctxOf('ada'), id);
  await ada.visit('/articles/1/reports');
  for (const claim of (await formOf(desk.ctxOf('ada'), id)).open_claims)
    ada.choose('Sign with these claims open', new RegExp(`^${claim} ·`));
  await ada.fill('Reason', REASON).press('Sign report 1 with 6 open');
  assert.match(ada.text(), /Signed by Ada Lind/);
  await ada.visit('/articles/1/sign-off');
  assert.match(ada.text(), /Report 1 stands Signed by Ada Lind, .*, with 6 claims open\. Nothing has changed since\./);
  assert.match(ada.text(), /Sign report 2 anyway .* Open report 1/);
  assert.deepEqual(await htmlProblems(ada.body), []);
  const said = { question: 'Is it in the copy?', to_whom: 'editor', number: 1 } as const;
  await askQuery(desk.ctxOf('ben'), id, said);
  await ada.visit('/articles/1/sign-off');
  assert.match(ada.text(), /Report 2 .*Changed since report 1 open it .*Signed by Ada Lind.*Sign report 2/);
  assert.doesNotMatch(ada.text(), /stands/);
  const ben = await (await desk.visitor('ben')).visit('/articles/1/reports');
  assert.doesNotMatch(ben.text(), /Sign report/);
  await desk.close();
});

onSqlite((engine) => {
  test('verify holds every report, and names one that was forged past its guard', async () => {
    const newsroom = await SIGNED.open(engine);
    const { db } = newsroom;
    behindTheLog(db);
    const { id } = newsroom;
    const faults = async () => (await verifyAll(newsroom.operator)).findings.filter((one) => one.startsWith('Report'));
    assert.deepEqual((await verifyAll(newsroom.operator)).reports, { checked: 1, erased: 0 });
    assert.deepEqual(await faults(), []);
    await dropGuard(db, 'report');
    const { public_model, signature } = await getReport(db, id, 1);
    const set = (column: string, value: string | null) =>
      sql`update report set ${sql.ref(column)} = ${value}`.execute(db);
    await set('public_model', String(public_model).replace('Lusk', 'Musk'));
    assert.match((await faults()).join('\n'), /Report 1 of article 1: its public model was changed\./);
    await set('public_model', public_model);
    await set('signature', `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`);
    assert.match((await faults()).join('\n'), /Report 1 of article 1: its signature is not that of its desk’s key\./);
    await set('signature', signature);
    await sql`update report set number = 2`.execute(db);
    assert.match((await faults()).join('\n'), /what was signed speaks of another\./);
  });
});
