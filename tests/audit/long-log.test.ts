// A log of two thousand entries is held against its rows; bench/verify.ts takes a long one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyAll } from '#src/cli/verification.ts';
import { systemContext } from '#src/context.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { fillLongLog } from '../../bench/long-log.ts';

onSqlite((engine) => {
  test('two thousand entries, read some hundreds at a time, and every row is compared once', async () => {
    const db = await engine.open();
    const entries = await fillLongLog(db, 2000);
    const found = await verifyAll(systemContext(db));
    assert.deepEqual(found.findings, []);
    assert.equal(
      found.chains.reduce((sum, chain) => sum + chain.entries, 0),
      entries,
    );
    const claims = found.tables.find(({ table }) => table === 'claim');
    assert.deepEqual([claims?.rows, claims?.not_covered], [150, 0]);
  });
});
