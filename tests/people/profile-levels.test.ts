// How strictly profiles ask for the sign-off checks: as they begin, as changed, as in the manual.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { FIRST_PROFILES } from '#src/people/profiles/first-profiles.ts';
import { firstLevels, levelIn, levelsIn, RULES, ruleAsks } from '#src/people/profiles/levels.ts';
import { listProfiles } from '#src/people/profiles/store.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';

test('the manual has the levels that a new desk begins with', () => {
  const manual = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  const names = FIRST_PROFILES.map(({ name }) => name);
  assert.ok(manual.includes(`| check | asks for | ${names.join(' | ')} |`));
  for (const rule of RULES) {
    const levels = names.map((name) => levelIn(firstLevels(name), rule));
    assert.ok(manual.includes(`\n| ${rule} | ${ruleAsks(rule)} | ${levels.join(' | ')} |\n`), rule);
  }
});

onSqlite((engine) => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom(engine);
  });

  test('Ada has Daily ask for two first sources no more; R14 is not hers to ease', async () => {
    const [daily] = (await listProfiles(desk.db, [desk.desks.foreign.id])).filter(({ name }) => name === 'Daily');
    assert.ok(daily);
    assert.deepEqual(levelsIn(daily), firstLevels('Daily'));
    const ada = await desk.visitor('ada');
    const path = `/desks/${desk.desks.foreign.slug}/profiles/${daily.id}`;
    await ada.visit(path);
    assert.match(ada.text(), /R14.* must always hold/);
    await ada.choose(/^Key claims rest on two first sources/, 'is not asked').press('Save profile');
    const after = (await listProfiles(desk.db, [desk.desks.foreign.id])).find(({ id }) => id === daily.id);
    assert.deepEqual(after && levelsIn(after), { ...firstLevels('Daily'), level_r4: 'off' });
    await ada.send(path, { name: 'Daily', revision: String(after?.revision), level_r14: 'off', level_r4: 'never' });
    assert.equal(ada.status, 422);
    const ben = await desk.visitor('ben');
    await ben.visit(path);
    assert.match(ben.text(), /R4\s+Key claims rest on two first sources: is not asked/);
  });
});
