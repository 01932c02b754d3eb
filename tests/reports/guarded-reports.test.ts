// What somebody with the database in hand cannot do to a signed report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { getReport } from '#src/reports/signing/store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { SIGNED } from './signed-article.ts';

const COLUMNS =
  'id, desk_id, article_id, number, version_id, key_id, signed_by, signed_at, internal_model, public_model, internal_sha256, public_sha256, statement, signature, reason, open_claims, log_number, log_hash, erased_at, erased_by';

const ERASE = `update report set internal_model = null, public_model = null, reason = '', erased_at = signed_at, erased_by = signed_by`;

onEachEngine((engine) => {
  test('by hand no signed report is changed, emptied, taken away or put in the place of another', async () => {
    const newsroom = await SIGNED.open(engine);
    const { db } = newsroom;
    behindTheLog(db);
    const { id } = newsroom;
    const before = await getReport(db, id, 1);
    const other = COLUMNS.replace('public_model', `'{}'`);
    const attempts = [
      `update report set public_model = '{}'`,
      `update report set public_model = '{}', public_sha256 = 'x'`,
      `update report set number = 2`,
      `update report set is_internal_only = 1`,
      `update report set reason = 'another'`,
      ERASE,
      `${ERASE}, number = 2`,
      `${ERASE}, is_internal_only = 1`,
      'delete from report',
      `insert into report (${COLUMNS}) select ${COLUMNS} from report where true on conflict (id) do update set reason = 'x'`,
      ...(engine.name === 'sqlite'
        ? [`insert or replace into report (${COLUMNS}) select ${other} from report`]
        : ['truncate report cascade']),
    ];
    for (const attempt of attempts) await assert.rejects(sql.raw(attempt).execute(db), /guarded/, attempt);
    if (engine.name === 'sqlite') {
      // As another program opens the file.
      await sql.raw('pragma recursive_triggers = off').execute(db);
      for (const attempt of attempts) await assert.rejects(sql.raw(attempt).execute(db), /guarded/, attempt);
    }
    assert.deepEqual(await getReport(db, id, 1), before);
  });

  test('by hand no report is put in that nobody signed, or that is open without a reason', async () => {
    const newsroom = await SIGNED.open(engine);
    const { db } = newsroom;
    behindTheLog(db);
    const row = { ...(await db.selectFrom('report').selectAll().executeTakeFirstOrThrow()), id: 'another', number: 2 };
    const put = (more: object) =>
      db
        .insertInto('report')
        .values({ ...row, ...more })
        .execute();
    await assert.rejects(put({ signed_by: null }), /not.null/i);
    await assert.rejects(put({ signed_by: 'operator' }), /foreign key/i);
    await assert.rejects(put({ reason: '' }), /check|report_reason/i);
    await assert.rejects(put({ number: 1 }), /unique/i);
    await assert.rejects(put({ internal_model: null }), /check|erased_whole/i);
  });
});
