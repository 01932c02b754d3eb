// People go on working while `verify` reads: it sees one moment, and nobody waits for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as breathe } from 'node:timers/promises';
import { verifyAll } from '#src/cli/verification.ts';
import { openDatabase } from '#src/database/connect.ts';
import { addSource } from '#src/sources/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openRealDesk } from './real-desk.ts';

onEachEngine((engine) => {
  test('sources are added in one process while another verifies, again and again, and everything holds', async (t) => {
    const config = await engine.freshConfig();
    const [desk, reader] = [await openDatabase(config), await openDatabase(config)];
    t.after(() => Promise.all([desk.close(), reader.close()]));
    const { slug, ben } = await openRealDesk(desk.db);
    let is_done = false;
    let added = 0;
    const work = async () => {
      while (!is_done) {
        await addSource(ben, { desk: slug, source_line: `Source ${++added}`, type: 'document' });
        await breathe();
      }
    };
    const look = async () => {
      const seen: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        const found = await verifyAll({ ...ben, db: reader.db });
        assert.deepEqual(found.findings, []);
        seen.push(found.tables.find(({ table }) => table === 'source')?.rows ?? 0);
        await breathe();
      }
      return seen;
    };
    const [seen] = await Promise.all([look().finally(() => (is_done = true)), work()]);
    assert.ok((seen.at(-1) ?? 0) > (seen[0] ?? 0), `${seen}: something was added between two looks`);
  });
});
