// The program's own migrations.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { migrationNames } from '#src/database/migrate.ts';
import { portableTables } from '#src/database/portable.ts';
import { onEachEngine, onEngine } from '#tests/support/engines.ts';
import { presentHashes, recordedHashes } from '#tests/support/record-migrations.ts';

test('landed migrations have not changed', () => {
  const present = presentHashes();
  for (const [name, hash] of Object.entries(recordedHashes()))
    assert.equal(present[name], hash, `${name} has landed: leave it as it was and write a new migration`);
});

test('every migration is on record', () => {
  const recorded = recordedHashes();
  const missing = migrationNames().filter((name) => !recorded[name]);
  assert.deepEqual(missing, [], 'run: node tests/support/record-migrations.ts');
});

test('every file among the migrations is one by its name', () => {
  const files = readdirSync(join(import.meta.dirname, '../../migrations')).filter((file) => file !== 'hashes.json');
  assert.deepEqual(
    files.sort(),
    migrationNames().map((name) => `${name}.ts`),
  );
});

const tablesByEngine: unknown[] = [];

onEachEngine((engine) => {
  test('every table has a primary key', async () => {
    const db = await engine.open();
    const tables = await db.transaction().execute(portableTables);
    for (const table of tables) assert.notEqual(table.key.length, 0, `${table.name} has no primary key`);
    tablesByEngine.push(tables);
  });
});

test('both engines have the same tables, columns and keys', () => {
  assert.equal(tablesByEngine.length, 2);
  assert.deepEqual(tablesByEngine[0], tablesByEngine[1]);
});

onEngine('postgres', (engine) => {
  test('every text is compared byte by byte', async () => {
    const db = await engine.open();
    const others = await sql<{ column: string }>`
      select c.table_name || '.' || c.column_name as "column" from information_schema.columns c
      where c.table_schema = current_schema() and c.table_name not like 'kysely%' and c.data_type in ('text', 'character varying')
        and c.collation_name is distinct from 'C'`.execute(db);
    assert.deepEqual(
      others.rows.map((row) => row.column),
      [],
    );
  });
});
