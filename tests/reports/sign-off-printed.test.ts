// What reports print of the sign-off checks, with reasons and waivers, and nothing confidential outside.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { buildReport } from '#src/reports/build.ts';
import { rowsOf } from '#src/reports/formats/sheet-rows.ts';
import { changesBetween } from '#src/reports/signing/changes.ts';
import { signOffChanges } from '#src/reports/signing/sign-off-changes.ts';
import { reopenClaim } from '#src/reviews/second-read/commands.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { waiveCheck } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import { onSqlite } from '#tests/support/engines.ts';
import type { Newsroom } from '#tests/support/newsroom.ts';
import { everyFile } from './every-file.ts';
import { HALF_CHECKED, type HalfChecked } from './half-checked.ts';

/** The files that say of each check how it stands. */
const TELLING = ['html', 'pdf', 'docx', 'md', 'xlsx', 'csv checks', 'json'];

onSqlite((engine) => {
  let newsroom: Newsroom & HalfChecked;
  let id: string;

  before(async () => {
    newsroom = await HALF_CHECKED.open(engine);
    ({ id } = newsroom);
    const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
    await reopenClaim(ben, id, { number: 4, reason: 'another count' });
    await addEvidence(ben, id, {
      number: 5,
      source_line: 'call Captain Rahmat 15:40: six bombers',
      is_confidential: true,
    });
    await waive('R4', 'Nobody else saw the boats land.');
    await waive('R5', 'Captain Rahmat has the only list.');
    async function waive(rule: 'R4' | 'R5', words: string) {
      const { results } = await gatherSignOff(ada, await getArticle(ada, id));
      const missing = results.find((one) => one.rule === rule)?.missing ?? [];
      await waiveCheck(ada, id, { rule, words, seen: missingSeen(missing) });
    }
  });

  async function report(audience: 'internal' | 'public') {
    const ada = newsroom.ctxOf('ada');
    return buildReport(ada, await getArticle(ada, id), audience);
  }

  test('both print every check with how it stands, and the waivers with their reasons', async () => {
    for (const audience of ['internal', 'public'] as const) {
      const { sign_off } = await report(audience);
      assert.equal(sign_off.profile, 'Daily');
      const states = Object.fromEntries(sign_off.checks.map(({ rule, state }) => [rule, state]));
      assert.deepEqual([states.R2, states.R4, states.R7, states.R11], ['blocks', 'waived', 'holds', 'holds']);
      assert.equal(states.R14, undefined, 'nobody looked through a draft');
      assert.deepEqual(
        sign_off.answers.map(({ rule, kind }) => [rule, kind]),
        [
          ['R4', 'waiver'],
          ['R5', 'waiver'],
        ],
      );
      assert.equal(sign_off.answers[0]?.words, 'Nobody else saw the boats land.');
    }
  });

  test('to the public no check and no waiver names the confidential source', async () => {
    assert.match(JSON.stringify((await report('internal')).sign_off), /Rahmat/);
    const outside = JSON.stringify((await report('public')).sign_off);
    assert.doesNotMatch(outside, /Rahmat/);
    assert.match(outside, /Held back: it names a confidential source/);
    assert.match(outside, /A confidential source of claim 5/);
  });

  test('every file that people read, and the table of checks, tells how each check stands and who said what to it', async () => {
    const article = await getArticle(newsroom.ctxOf('ada'), id);
    for (const audience of ['internal', 'public'] as const) {
      const files = await everyFile(newsroom.ctxOf('ada'), article, audience);
      const told = files.filter(({ called }) => TELLING.includes(called));
      assert.equal(told.length, TELLING.length);
      for (const { called, text } of told) {
        for (const rule of ['R1', 'R2', 'R4', 'R5', 'R19']) assert.ok(text.includes(rule), `${called} ${rule}`);
        assert.match(text, /Nobody else saw the boats land\./, called);
        assert.match(text, /waived/, called);
        assert.equal(/Rahmat has the only list/.test(text), audience === 'internal', called);
      }
    }
  });

  test('the table of checks has a row a check, and below it one for what was said to it', async () => {
    const { sign_off } = await report('internal');
    const rows = rowsOf(await report('internal'), 'checks');
    assert.equal(rows.length, sign_off.checks.length + sign_off.answers.length);
    const at = rows.findIndex(({ rule }) => rule === 'R4');
    assert.deepEqual([rows[at]?.state, rows[at]?.answer], ['waived', null]);
    const { answer, words, by, state } = rows[at + 1] ?? {};
    assert.deepEqual([answer, words, by, state], ['waiver', 'Nobody else saw the boats land.', 'Ada Lind', null]);
  });

  test('what changed of checks, reasons and waivers is told in a sentence each', async () => {
    const { sign_off: now } = await report('internal');
    const checks = now.checks.map((check) => (check.rule === 'R4' ? { ...check, state: 'holds' as const } : check));
    const before = { ...now, checks, answers: now.answers.filter(({ rule }) => rule !== 'R4') };
    assert.deepEqual(signOffChanges(before, now), [
      'R4 is waived; it held.',
      'New waiver for R4: “Nobody else saw the boats land.”.',
    ]);
    assert.deepEqual(signOffChanges(now, before), [
      'R4 holds; it was waived.',
      'The waiver for R4 no longer holds: “Nobody else saw the boats land.”.',
    ]);
    assert.deepEqual(signOffChanges(now, now), []);
    assert.deepEqual(signOffChanges({ ...now, checks: [] }, now), [], 'a check that only one knows');
    const whole = await report('internal');
    assert.deepEqual(changesBetween({ ...whole, sign_off: before }, whole), signOffChanges(before, now));
  });
});
