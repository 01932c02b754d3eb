// Erasing an article: the words are gone, what was signed can still be told from what was forged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findDetailOf } from '#src/audit/store.ts';
import { verifyAll } from '#src/cli/verification.ts';
import { dropGuard } from '#src/database/guarded-rows.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { isSigned } from '#src/people/keys/desk-key.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { getReport } from '#src/reports/signing/store.ts';
import { sealOf } from '#src/reports/signing/stored-report.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { BODY, HALF_CHECKED } from './half-checked.ts';
import { SIGNED } from './signed-article.ts';

const WHY = { reason: 'A court said so.' };

/** Whether these words stand in any version or report. */
async function isThere({ db }: Newsroom, words: string): Promise<boolean> {
  const rows = [
    await db.selectFrom('version').selectAll().execute(),
    await db.selectFrom('report').selectAll().execute(),
  ];
  return JSON.stringify(rows).includes(JSON.stringify(words).slice(1, -1));
}

onEachEngine((engine) => {
  engine.rule(
    'an editor erases: words, reasons and what was compared go; number, hash and signature stay and hold',
    async () => {
      const newsroom = await SIGNED.open(engine);
      const { db } = newsroom;
      const ada = newsroom.ctxOf('ada');
      const { id } = newsroom;
      const before = await getReport(db, id, 1);
      const words = BODY.slice(0, 40);
      assert.ok(await isThere(newsroom, words));
      assert.deepEqual(await eraseArticle(ada, id, WHY), { versions: 1, reports: 1 });
      assert.ok(!(await isThere(newsroom, words)));
      const report = await getReport(db, id, 1);
      assert.deepEqual([report.internal_model, report.public_model, report.reason], [null, null, '']);
      assert.deepEqual(sealOf(report, 'public'), sealOf(before, 'public'));
      assert.ok(isSigned(report.statement, report));
      assert.equal((await findDetailOf(db, { subject: `article:${id}`, verb: 'article.erased' }))?.reason, WHY.reason);
      assert.equal(await findDetailOf(db, { subject: `report:${report.id}`, verb: 'report.signed' }), null);
      const found = await verifyAll(newsroom.operator);
      assert.deepEqual([found.reports, found.texts.erased], [{ checked: 1, erased: 1 }, 1]);
      assert.deepEqual(
        found.findings.filter((one) => !one.includes('never entered')),
        [],
      );
      assert.equal(await eraseArticle(ada, id, WHY), null, 'a repeat is harmless');
    },
  );

  engine.rule(
    'reviewers, guests and other desks erase nothing; without a reason nobody does; the operator may',
    async () => {
      const newsroom = await HALF_CHECKED.open(engine);
      const { id } = newsroom;
      for (const name of ['ben', 'dina', 'frida'] as const)
        await assert.rejects(eraseArticle(newsroom.ctxOf(name), id, WHY), Forbidden);
      await assert.rejects(eraseArticle(newsroom.ctxOf('emil'), id, WHY), NotFound);
      await assert.rejects(eraseArticle(newsroom.ctxOf('ada'), id, { reason: ' ' }), RuleBroken);
      assert.ok(await isThere(newsroom, BODY.slice(0, 40)));
      assert.deepEqual(await eraseArticle(newsroom.operator, id, WHY), { versions: 1, reports: 0 });
    },
  );

  test('by hand no text of a version is changed, emptied or taken away', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { db } = newsroom;
    behindTheLog(db);
    const attempts = [
      `update version set text = 'another'`,
      'update version set text = null',
      `update version set note = 'x'`,
      'delete from version',
      ...(engine.name === 'postgres' ? ['truncate version cascade'] : []),
    ];
    for (const attempt of attempts) await assert.rejects(sql.raw(attempt).execute(db), /guarded/, attempt);
  });

  engine.rule('what was emptied past the guards is no erasure, and verify says so', async () => {
    const newsroom = await SIGNED.open(engine);
    const { db } = newsroom;
    behindTheLog(db);
    for (const table of ['version', 'report']) await dropGuard(db, table);
    await sql`update version set text = null`.execute(db);
    await sql`update report set internal_model = null, public_model = null, reason = '', erased_at = signed_at`.execute(
      db,
    );
    const found = (await verifyAll(newsroom.operator)).findings.join('\n');
    assert.match(
      found,
      /The text of article 1, version 1, is not there, and no entry of the log says that it was erased\./,
    );
    assert.match(
      found,
      /Report 1 of article 1: its words are gone, and no entry of the log says that they were erased\./,
    );
  });
});

test('Ada erases on the page, and the list of reports keeps the tombstone', async () => {
  const desk = await SIGNED.start();
  const ada = await (await desk.visitor('ada')).visit('/articles/1/erasure');
  assert.deepEqual(await htmlProblems(ada.body), []);
  await ada.fill('Why', WHY.reason).press('Erase the words');
  assert.equal(ada.status, 422);
  assert.equal(ada.value('Why'), WHY.reason);
  await ada.tick('I understand that the words cannot be restored').press('Erase the words');
  assert.match(ada.text(), /The words of this article were erased/);
  await ada.visit('/articles/1/reports');
  assert.match(ada.text(), /Its words were erased by Ada Lind/);
  assert.deepEqual(await htmlProblems(ada.body), []);
  for (const path of ['', '/report', '/reports/1', '/sign-off', '/second-read', '/claims/1', '/coverage']) {
    await ada.visit(`/articles/1${path}`);
    assert.equal(ada.status, 410, path);
    assert.match(ada.text(), /Erased by Ada Lind, .*\. Why: A court said so\./, path);
    assert.deepEqual(await htmlProblems(ada.body), [], path);
  }
  assert.equal((await ada.visit('/articles/1/report.json')).status, 410);
  await ada.visit('/articles/1');
  await ada.follow('Reports');
  assert.match(ada.text(), /Its words were erased/);
  assert.match((await ada.visit('/articles')).text(), /Gunmen raid the grain port.*words erased/);
  const dina = await (await desk.visitor('dina')).visit('/articles/1');
  assert.equal(dina.status, 410);
  assert.match(dina.text(), /Erased by Ada Lind/);
  assert.doesNotMatch(dina.text(), /A court said so/);
  assert.equal((await (await desk.visitor('emil')).visit('/articles/1')).status, 404);
  const ben = await (await desk.visitor('ben')).visit('/articles/1/erasure');
  assert.doesNotMatch(ben.text(), /I understand that/);
  await desk.close();
});
