// A desk that was backed up on one engine and put back on the other keeps every hash.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { onlyForNow, run } from './forgery.ts';

onEachEngine((engine) => {
  test('it verifies on SQLite and on PostgreSQL, and a change there is found', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'claimdesk-restored-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const db = await engine.open();
    await buildNewsroom(db, '2026-03-12T16:20:00.000Z', 'Europe/Oslo');
    const { tables } = await verifyAll(systemContext(db));
    await backupTo(db, join(folder, 'desk.claimdesk'));
    for (const config of [await engine.bareConfig(), { data_dir: folder, database_url: null }]) {
      const other = await openDatabase(config);
      try {
        await restoreFrom(other.db, join(folder, 'desk.claimdesk'));
        const found = await verifyAll(systemContext(other.db));
        assert.deepEqual(found.findings, []);
        assert.deepEqual(found.tables, tables);
        const { findings } = await onlyForNow(other.db, run('update figure set high = 7 where high is null'));
        assert.match(findings.join('\n'), /^Figure of claim \d+ of article \d was changed .* in high: /);
      } finally {
        await other.close();
      }
    }
  });
});
