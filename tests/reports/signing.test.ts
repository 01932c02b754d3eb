// Signing: one number, two models, one signature over both, and what stands in its way.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { findDetailOf } from '#src/audit/store.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { makeDeskKey } from '#src/people/keys/commands.ts';
import { fingerprintOf, isSigned } from '#src/people/keys/desk-key.ts';
import { buildInternalReport } from '#src/reports/build.ts';
import { changesBetween } from '#src/reports/signing/changes.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import { readStatement } from '#src/reports/signing/statement.ts';
import { getReport, listReports } from '#src/reports/signing/store.ts';
import { modelOf, sealOf } from '#src/reports/signing/stored-report.ts';
import { closeClaim } from '#src/reviews/second-read/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { claimAt, HALF_CHECKED } from './half-checked.ts';
import { formOf, REASON, SIGNED, sign, waiveAll } from './signed-article.ts';

const OPEN = [2, 3, 5, 6, 7, 8];

onEachEngine((engine) => {
  engine.rule(
    'an editor signs with claims open: a number, two models, their hashes, and a signature that holds',
    async () => {
      const newsroom = await HALF_CHECKED.open(engine);
      const { id } = newsroom;
      const ada = newsroom.ctxOf('ada');
      assert.deepEqual(await sign(ada, id), { number: 1, open_claims: OPEN, is_internal_only: false });

      const report = await getReport(ada.db, id, 1);
      for (const audience of ['internal', 'public'] as const) {
        const text = audience === 'internal' ? report.internal_model : report.public_model;
        const { sha256, statement, signature, public_key, key_fingerprint } = sealOf(report, audience);
        assert.equal(createHash('sha256').update(String(text), 'utf8').digest('hex'), sha256);
        assert.ok(isSigned(statement, { signature, public_key }));
        assert.equal(key_fingerprint, fingerprintOf(public_key));
        const said = readStatement(statement);
        assert.equal(said[`${audience}_sha256`], sha256);
        assert.deepEqual([said.report, said.article.id, said.key, said.signed_at], [1, id, key_fingerprint, ada.at]);

        const model = modelOf(report, audience);
        assert.equal(model.state, 'signed');
        assert.deepEqual(model.signed?.open_claims, OPEN);
        assert.deepEqual(
          [model.signed?.number, model.signed?.signed_by, model.signed?.reason, model.signed?.changes_since_previous],
          [1, 'Ada Lind', REASON, null],
        );
        assert.deepEqual(model.log_head, said.log_head);
        assert.ok(model.not_checked.claims.every(({ cause }) => cause.startsWith('for time; ')));
      }
      assert.match(modelOf(report, 'internal').signed?.salt ?? '', /^[0-9a-f]{32}$/);
      assert.equal(modelOf(report, 'public').signed?.salt, null);
      const entry = await findDetailOf(ada.db, { subject: `report:${report.id}`, verb: 'report.signed' });
      assert.deepEqual([entry?.report, entry?.public_sha256, entry?.open_claims], [1, report.public_sha256, OPEN]);
    },
  );

  engine.rule(
    'reviewers, guests, legal and the operator sign nothing, other desks find nothing, and no row is stored',
    async () => {
      const newsroom = await HALF_CHECKED.open(engine);
      const { id } = newsroom;
      const wanted = await formOf(newsroom.ctxOf('ada'), id);
      for (const name of ['ben', 'dina', 'frida'] as const)
        await assert.rejects(signReport(newsroom.ctxOf(name), id, wanted), Forbidden);
      await assert.rejects(signReport(newsroom.operator, id, wanted), Forbidden);
      await assert.rejects(signReport(newsroom.ctxOf('emil'), id, wanted), NotFound);
      assert.deepEqual(await listReports(newsroom.db, id), []);
    },
  );

  engine.rule(
    'an open claim that nobody named, one that is done, a reason that is missing: refused, with what to do',
    async () => {
      const newsroom = await HALF_CHECKED.open(engine);
      const { id } = newsroom;
      const ada = newsroom.ctxOf('ada');
      const refused: [Parameters<typeof sign>[2], RegExp, string][] = [
        [{ open_claims: [2, 3, 5, 6] }, /2 claims are not done: 7, 8/, 'open_claims'],
        [{ open_claims: [...OPEN, 1] }, /no longer open: 1/, 'open_claims'],
        [{ reason: ' ' }, /Say why claims are signed open/, 'reason'],
      ];
      for (const [more, words, field] of refused)
        await assert.rejects(sign(ada, id, more), (error: unknown) => {
          assert.ok(error instanceof RuleBroken);
          assert.match(error.message, words);
          assert.equal(error.field, field);
          return true;
        });
      await assert.rejects(sign(ada, id, { version: 2 }), /Version 1 came/);
      assert.deepEqual(await listReports(newsroom.db, id), []);
    },
  );

  engine.rule('where a check blocks nothing is signed, and the refusal says which and why', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const ada = newsroom.ctxOf('ada');
    await assert.rejects(signReport(ada, id, await formOf(ada, id)), (error: unknown) => {
      assert.ok(error instanceof RuleBroken);
      assert.match(error.message, /^Not signed: \d checks block\. R1: /);
      assert.doesNotMatch(error.message, /R2: /, 'claims that are signed open');
      return true;
    });
    assert.deepEqual(await listReports(newsroom.db, id), []);
    await waiveAll(ada, id);
    await signReport(ada, id, await formOf(ada, id));
  });

  engine.rule('the next report has the next number, wants a reason, and prints what has changed', async () => {
    const newsroom = await SIGNED.open(engine);
    const { id } = newsroom;
    const ada = newsroom.ctxOf('ada');
    const first = await getReport(ada.db, id, 1);
    const article = await getArticle(ada, id);
    const before = modelOf(first, 'internal');
    assert.deepEqual(changesBetween(before, await buildInternalReport(ada, article, before.signed)), []);

    await closeClaim(newsroom.ctxOf('cleo'), id, { number: 3, revision: (await claimAt(newsroom, id, 3)).revision });
    await makeDeskKey(ada, 'foreign-desk');
    await assert.rejects(sign(ada, id, { reason: '' }), RuleBroken);
    await sign(ada, id, { reason: 'Claim 3 was read second.' });
    const second = await getReport(ada.db, id, 2);
    const { signed } = modelOf(second, 'public');
    assert.deepEqual(signed?.changes_since_previous, [
      'Claim 3: now Confirmed; it was not checked.',
      'R16 should hold, and does not; it held.',
    ]);
    assert.equal(first.internal_model, (await getReport(ada.db, id, 1)).internal_model);
    assert.notEqual(second.public_key, first.public_key);
    for (const report of [first, second]) assert.ok(isSigned(report.statement, report));
  });

  test('of two editors who sign at once one signs, and the other reads that it is signed', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const ada = newsroom.ctxOf('ada');
    await waiveAll(ada, id);
    const wanted = await formOf(ada, id);
    const done = await Promise.allSettled([signReport(ada, id, wanted), signReport(ada, id, wanted)]);
    assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const { reason } = done.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    assert.match(String(reason), /Report 1 was signed while you had this page open/);
    assert.deepEqual(
      (await listReports(ada.db, id)).map(({ number }) => number),
      [1],
    );
  });

  engine.rule('a reason that names a confidential source is not signed, for the public report prints it', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const ada = newsroom.ctxOf('ada');
    const source_line = 'call Farhad Mirzai 15:40: six boats';
    await addEvidence(newsroom.ctxOf('ben'), id, { number: 2, source_line, is_confidential: true, alias: 'a guard' });
    await assert.rejects(sign(ada, id, { reason: 'Farhad Mirzai did not answer.' }), /names a confidential source/);
    await sign(ada, id);
  });
});
