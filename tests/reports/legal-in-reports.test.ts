// What reports say of Legal: inside who cleared which version, outside only that it is cleared.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { REPORT_FORMATS } from '#src/reports/formats/register.ts';
import { clearArticle, clearClaim, holdClaim, noteForLegal } from '#src/reviews/legal/commands.ts';
import type { Audience } from '#src/sources/held-back/audience.ts';
import { type Strike, strikeAt } from '#tests/reviews/support.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { textOf } from './every-file.ts';

/** Who of Legal, why a claim is held, what was noted and said with a clearance: none of it goes out. */
const INSIDE = /Frida|Holm|Marlow may sue|sued before|is public anyway|register says/;

/** What can be read in each file of this audience, by its name and table. */
async function filesOf(visitor: Visitor, path: string, audience: Audience): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { name, audiences, tables = [''] } of REPORT_FORMATS)
    for (const table of audiences.includes(audience) ? tables : []) {
      const called = `${name} ${table}`.trim();
      await visitor.visit(`${path}/report.${name}?audience=${audience}${table === '' ? '' : `&table=${table}`}`);
      assert.equal(visitor.status, 200, called);
      files.set(called, await textOf(visitor.bytes));
    }
  return files;
}

describe('Legal in the reports', () => {
  let desk: NewsroomDesk;
  let strike: Strike;
  before(async () => {
    desk = await startNewsroom();
    strike = await strikeAt(desk);
    const [ben, frida] = [desk.ctxOf('ben'), desk.ctxOf('frida')];
    await desk.db.updateTable('article').set({ needs_legal: 1 }).where('id', '=', strike.id).execute();
    behindTheLog(desk.db);
    await holdClaim(ben, strike.id, { number: 1, reason: 'Marlow may sue.' });
    await holdClaim(ben, strike.id, { number: 2, reason: 'Marlow may sue here, too.' });
    await noteForLegal(frida, strike.id, { number: 1, note: 'He has sued before.' });
    await clearClaim(frida, strike.id, { number: 1, version: 1, holds: 1, line: 'The register says so.' });
    await clearArticle(frida, strike.id, { version: 1, line: 'All of it is public anyway.' });
  });
  after(() => desk.close());

  test('the internal one names Legal, the version and the claims that are held still', async () => {
    const ben = await desk.visitor('ben');
    await ben.visit(`${strike.path}/report.json?audience=internal`);
    const { legal } = ben.json() as { legal: { cleared: Record<string, unknown>; claims: Record<string, unknown>[] } };
    assert.deepEqual([legal.cleared.cleared_by, legal.cleared.version], ['Frida Holm', 1]);
    assert.deepEqual(
      legal.claims.map(({ claim, held_by, cleared }) => [claim, held_by, cleared !== null]),
      [
        [1, ['Ben Okafor'], true],
        [2, ['Ben Okafor'], false],
      ],
    );
    await ben.visit(`${strike.path}/report?audience=internal`);
    assert.match(ben.text(), /Cleared by Legal Frida Holm, for version 1/);
    assert.doesNotMatch(ben.body, /sued before|Marlow may sue/, 'notes and reasons stay on their pages');
  });

  test('the public one says that this version is cleared, and no more in any format', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit(`${strike.path}/report.json?audience=public`);
    assert.deepEqual((dina.json() as { legal: unknown }).legal, { cleared_version: 1 });
    await dina.visit(`${strike.path}/report`);
    assert.match(dina.text(), /Cleared by Legal for version 1/);
    const ben = await desk.visitor('ben');
    const inside = await filesOf(ben, strike.path, 'internal');
    for (const name of ['html', 'pdf', 'docx', 'md', 'json'])
      assert.match(inside.get(name) ?? '', /Frida Holm/, `what is read of ${name} would show her name`);
    for (const [called, text] of await filesOf(dina, strike.path, 'public')) assert.doesNotMatch(text, INSIDE, called);
  });

  test('a version that nobody cleared says nothing of the one before', async () => {
    await strike.revise({ end: 'Talks broke off.' });
    const dina = await desk.visitor('dina');
    await dina.visit(`${strike.path}/report.json?audience=public`);
    assert.deepEqual((dina.json() as { legal: unknown }).legal, { cleared_version: null });
    await dina.visit(`${strike.path}/report`);
    assert.doesNotMatch(dina.text(), /Cleared by Legal/);
  });
});
