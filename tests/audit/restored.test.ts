// A desk that was backed up on one engine and put back on the other keeps every hash.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import { backupTo } from '#src/database/backup.ts';
import { engineOf } from '#src/database/engine.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { lendTold } from '#tests/demo/told.ts';
import { onEngine } from '#tests/support/engines.ts';
import { lendSqlite } from '#tests/support/sqlite-template.ts';
import { onlyForNow, run } from './forgery.ts';

onEngine('postgres', (engine) => {
  test('it verifies on SQLite and on PostgreSQL, and a change there is found', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'claimdesk-restored-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const told = await engine.open(lendTold);
    const { tables } = await verifyAll(systemContext(told));
    // From SQLite to PostgreSQL, and from there back.
    let from = told;
    for (const to of [await engine.open(), await engine.open(lendSqlite)]) {
      const file = join(folder, `${engineOf(to)}.claimdesk`);
      await backupTo(from, file);
      await restoreFrom(to, file);
      const found = await verifyAll(systemContext(to));
      assert.deepEqual(found.findings, []);
      assert.deepEqual(found.tables, tables);
      const { findings } = await onlyForNow(to, run('update figure set high = 7 where high is null'));
      assert.match(findings.join('\n'), /^Figure of claim \d+ of article \d was changed .* in high: /);
      from = to;
    }
  });
});
