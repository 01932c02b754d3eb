// A SQLite file that tests use one after the other is for each of them as it was at first.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import type { Db } from '#src/database/engine.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { KeptFiles, type LentFile } from './kept-files.ts';
import { sqliteTemplate } from './sqlite-template.ts';

const add = (db: Db) =>
  sql`insert into guess (key, count, locked_until, forgotten_at) values ('ada', 1, '', '')`.execute(db);
const count = async (db: Db) => (await sql`select * from guess`.execute(db)).rows.length;

async function opened() {
  const files = new KeptFiles(await sqliteTemplate());
  const after = async (work: (lent: LentFile) => Promise<unknown>) => {
    const first = await files.lend();
    await work(first);
    await first.database.close();
    first.giveBack();
    const second = await files.lend();
    assert.equal(await count(second.database.db), 0);
    const other = new SqliteDatabase(sqliteFileOf(second.data_dir), { readonly: true });
    assert.deepEqual(other.prepare('select * from guess').all(), [], 'to another connection, too');
    other.close();
    await add(second.database.db);
    assert.equal(await count(second.database.db), 1);
    await second.database.close();
    second.giveBack();
    return { is_same: second.data_dir === first.data_dir, data_dir: second.data_dir };
  };
  return { after, end: () => files.end() };
}

test('what was written is gone, whether it stood in the log or in the file, and so is what lay beside it', async (t) => {
  const { after, end } = await opened();
  t.after(end);
  assert.ok((await after(({ database }) => add(database.db))).is_same);
  const checkpointed = await after(async ({ data_dir, database: { db } }) => {
    await add(db);
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    mkdirSync(join(data_dir, 'more'));
    writeFileSync(join(data_dir, 'more', 'note'), 'late');
  });
  assert.ok(checkpointed.is_same);
  assert.ok(!existsSync(join(checkpointed.data_dir, 'more')));
});

test('where tables or settings were changed, or somebody writes still, the next gets a new file', async (t) => {
  const { after, end } = await opened();
  t.after(end);
  for (const change of ['create table tide (height integer)', 'pragma foreign_keys = off', 'begin'])
    assert.ok(!(await after(({ database: { db } }) => sql.raw(change).execute(db))).is_same, change);
});
