// What answers a sign-off check: levels, reasons, waivers, claims to be signed open.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { firstLevels, levelColumn } from '#src/people/profiles/levels.ts';
import { type SignOffInput, signOffOf } from '#src/signoff/sign-off.ts';
import { HALF_CHECKED } from '#tests/reports/half-checked.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { lookedAt, resultOf } from './looked-at.ts';

const SAID = { id: '1', words: 'sole source: the militia', by: 'Ben Okafor', at: '2026-03-14T15:00:00.000Z' };

onSqlite((engine) => {
  let input: SignOffInput;
  before(async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    input = await lookedAt(newsroom, newsroom.id);
  });

  test('the level of the profile says whether what is missing blocks', async () => {
    for (const [level, state] of [
      ['must', 'blocks'],
      ['should', 'should'],
      ['off', 'off'],
    ] as const) {
      const levels = { ...firstLevels('Daily'), [levelColumn('R4')]: level };
      assert.equal((await resultOf({ ...input, levels }, 'R4')).state, state);
    }
    assert.ok((await signOffOf(input)).some(({ rule, state }) => rule === 'R4' && state === 'blocks'));
  });

  test('a reason for the one claim answers, as long as what it rests on is the same', async () => {
    const { key, covers } = (await resultOf(input, 'R4')).missing[0] ?? { key: '', covers: '' };
    const reasons = [{ ...SAID, rule: 'R4' as const, key, covers }];
    const result = await resultOf({ ...input, reasons }, 'R4');
    assert.deepEqual([result.state, result.reasoned.length], ['holds', 1]);
    assert.equal(
      (await resultOf({ ...input, reasons: [{ ...SAID, rule: 'R4', key, covers: 'else' }] }, 'R4')).state,
      'blocks',
    );
    const evidence = input.view.evidence.slice(1);
    assert.equal((await resultOf({ ...input, reasons, view: { ...input.view, evidence } }, 'R4')).state, 'holds');
    assert.equal((await resultOf({ ...input, reasons, view: { ...input.view, evidence: [] } }, 'R4')).state, 'blocks');
  });

  test('a waiver answers what it names and nothing that came after it', async () => {
    const items = (await resultOf(input, 'R4')).missing.map(({ key, covers, label }) => ({ key, covers, label }));
    const waivers = [{ ...SAID, rule: 'R4' as const, items }];
    assert.equal((await resultOf({ ...input, waivers }, 'R4')).state, 'waived');
    const claims = input.view.claims.map((claim) => (claim.number === 3 ? { ...claim, is_key: 1 as const } : claim));
    const later = await resultOf({ ...input, waivers, view: { ...input.view, claims } }, 'R4');
    assert.deepEqual(
      [later.state, later.missing.map(({ claim }) => claim), later.waived.map(({ claim }) => claim)],
      ['blocks', [3], [4]],
    );
  });

  test('nothing more is asked of a claim that is to be signed open', async () => {
    const open = new Set([2, 3, 5, 6, 7, 8]);
    const result = await resultOf({ ...input, open }, 'R2');
    assert.deepEqual([result.state, result.left_open.length], ['left_open', 6]);
    assert.equal(result.sentence, '6 of 8 claims are not done.');
  });

  test('what names a confidential source is never answered by reason, waiver or an open claim', async () => {
    const leaks = [{ key: 'leak:1', label: 'Captain Rahmat', href: '/articles/1/report' }];
    const [{ covers } = { covers: '' }] = (await resultOf({ ...input, leaks }, 'R14')).missing;
    const answer = { key: 'leak:1', covers, label: '' };
    const waivers = [{ ...SAID, rule: 'R14' as const, items: [answer] }];
    const reasons = [{ ...SAID, rule: 'R14' as const, ...answer }];
    const result = await resultOf({ ...input, leaks, waivers, reasons }, 'R14');
    assert.deepEqual([result.state, result.can_be_waived], ['blocks', false]);
    assert.equal((await resultOf({ ...input, leaks: null }, 'R14')).state, 'blocks', 'nobody looked');
  });
});
