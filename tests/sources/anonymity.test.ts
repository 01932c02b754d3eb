// Why a confidential source has no name: on its card, in the log, in its list, in the report.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { buildInternalReport, buildPublicReport } from '#src/reports/build.ts';
import { isTold } from '#src/reports/report-evidence.ts';
import { HELD_BACK } from '#src/sources/held-back/discretion.ts';
import { type Told, toldDesk } from '#tests/sources/held-back/told-desk.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';

const REASON = 'would lose his post if he were named';

describe('why a confidential source has no name', () => {
  let desk: NewsroomDesk;
  let told: Told;
  let ben: Visitor;
  before(async () => {
    desk = await startNewsroom();
    told = await toldDesk(desk);
    ben = await desk.visitor('ben');
  });
  after(() => desk.close());

  const publicReport = async () => {
    const dina = desk.ctxOf('dina');
    return buildPublicReport(dina, await getArticle(dina, told.article));
  };

  const say = async (why: string, granted_by = '') => {
    await ben.visit(`/sources/${told.source}`);
    await ben.fill('Reason for anonymity', why).fill('Granted by', granted_by).press('Save source');
    assert.equal(ben.notice(), 'The source is saved.');
  };

  test('a reviewer writes it on the card, and the public reads the reason without who granted it', async () => {
    await say(REASON, 'Ada Lind, 12 March');
    await ben.visit(`/sources/${told.source}`);
    assert.match(ben.body, /would lose his post if he were named/);
    const uses = (await publicReport()).findings.flatMap((finding) => [...finding.evidence]);
    const reasons = uses.filter((use) => !isTold(use)).map((use) => ('public_reason' in use ? use.public_reason : ''));
    assert.ok(reasons.includes(REASON), reasons.join(' | '));
    assert.doesNotMatch(JSON.stringify(await publicReport()), /Ada Lind, 12 March/);
    const inside = desk.ctxOf('ben');
    const internal = await buildInternalReport(inside, await getArticle(inside, told.article));
    const source = internal.findings
      .flatMap((finding) => finding.evidence)
      .find((use) => use.source.number === Number(told.source))?.source;
    assert.deepEqual([source?.anonymity_reason, source?.granted_by], [REASON, 'Ada Lind, 12 March']);
  });

  test('it stands in the report that guests open, and in the log of the desk', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(`/articles/${told.article}/report`);
    assert.match(dina.text(), /confidential · would lose his post if he were named/);
    const { detail } = await desk.db
      .selectFrom('log')
      .innerJoin('log_detail', (join) =>
        join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
      )
      .select('log_detail.after as detail')
      .where('log.verb', '=', 'source.changed')
      .orderBy('log.at', 'desc')
      .orderBy('log.number', 'desc')
      .executeTakeFirstOrThrow();
    assert.match(detail, /"anonymity_reason":"would lose his post if he were named"/);
  });

  test('a reason that names the source is held back', async () => {
    await say('Quillon Harbottle would lose his post');
    assert.match(JSON.stringify(await publicReport()), new RegExp(`"public_reason":"${HELD_BACK}"`));
  });

  test('an open source keeps neither', async () => {
    const ada = await desk.visitor('ada');
    await ada.visit('/sources/new');
    await ada.fill('Add a source', 'The open ledger').fill('Reason for anonymity', REASON).fill('Granted by', 'Ada');
    await ada.press('Add source');
    const row = await desk.db
      .selectFrom('source')
      .select(['anonymity_reason', 'granted_by'])
      .where('title', '=', 'The open ledger')
      .executeTakeFirstOrThrow();
    assert.deepEqual({ ...row }, { anonymity_reason: '', granted_by: '' });
  });
});
