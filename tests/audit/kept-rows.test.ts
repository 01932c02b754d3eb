// Every table and column either has its hash in the log or a reason why not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEPT, NOT_KEPT } from '#src/database/kept-rows.ts';
import { portableTables } from '#src/database/portable.ts';
import type { Database } from '#src/database/schema.ts';
import { onEachEngine } from '#tests/support/engines.ts';

onEachEngine((engine) => {
  test('the log keeps a hash of every table and column, or says why not', async () => {
    const db = await engine.open();
    const tables = await db.transaction().execute(portableTables);
    const [kept, left] = [Object.keys(KEPT), Object.keys(NOT_KEPT)];
    assert.deepEqual([...kept, ...left].sort(), tables.map(({ name }) => name).sort());
    for (const { name, columns, key } of tables) {
      const table = KEPT[name as keyof Database];
      if (table === undefined) continue;
      const said = [...table.key, ...(table.list?.of ?? table.columns), ...Object.keys(table.without)];
      assert.deepEqual(said.sort(), columns, name);
      if (table.list === undefined) assert.deepEqual(table.key, key, `the key of ${name}`);
    }
  });
});
