// A desk whose first person made it on the first page: its log keeps hashes from the start.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { nobodyContext, systemContext } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { firstPersonToken, setUpDesk } from '#src/people/setup/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { onlyForNow } from './forgery.ts';

const AT = '2026-03-12T16:20:00.000Z';

async function insertProfile(db: Db): Promise<void> {
  const profile = await db.selectFrom('profile').selectAll().limit(1).executeTakeFirstOrThrow();
  const own = { id: '00000000-0000-7000-8000-000000000000', name: 'Mine', name_key: 'mine', position: 99 };
  await db
    .insertInto('profile')
    .values({ ...profile, ...own, is_default: 0 })
    .execute();
}

onEachEngine((engine) => {
  test('all of it holds and is covered, and a row that came unseen is found', async () => {
    const db = await engine.open();
    const token = (await firstPersonToken(db)) ?? '';
    const person = { display_name: 'Ada Lind', email: 'ada@newsroom.example', password: 'ink before the presses roll' };
    const desk = { desk_name: 'City desk', time_zone: 'UTC', language: 'en' };
    await setUpDesk(nobodyContext(db, AT), { token, ...person, ...desk }, null);
    const found = await verifyAll(systemContext(db));
    assert.deepEqual(found.findings, []);
    assert.ok(found.tables.every(({ old_rows, not_covered }) => old_rows + not_covered === 0));
    assert.doesNotMatch(found.not_covered.join('\n'), /from before/);
    const { findings } = await onlyForNow(db, insertProfile);
    assert.match(findings.join('\n'), /^Profile was never entered in the log/);
  });
});
