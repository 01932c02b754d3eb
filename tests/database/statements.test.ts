// Prepared statements are kept, as long as the tables are what they were.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { sqliteDialect } from '#src/database/sqlite-dialect.ts';
import { SqliteDriver } from '#src/database/sqlite-driver.ts';
import { Statements } from '#src/database/statements.ts';

test('a column that comes is seen by whoever asked for all columns before', async () => {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new SqliteDriver(new Sqlite(':memory:'))) });
  const rows = async () => (await sql`select * from quay`.execute(db)).rows;
  await sql`create table quay (name text)`.execute(db);
  await sql`insert into quay values ('north')`.execute(db);
  assert.deepEqual(await rows(), [{ name: 'north' }]);
  await sql`alter table quay add column depth integer`.execute(db);
  assert.deepEqual(await rows(), [{ name: 'north', depth: null }]);
  await db.destroy();
});

test('the same words are prepared once; those asked for long ago go first', () => {
  const statements = new Statements(new Sqlite(':memory:'));
  const first = statements.of('select 0');
  assert.equal(statements.of('select 0'), first);
  const second = statements.of('select 1');
  for (let number = 2; number <= 1_000; number++) {
    statements.of('select 0');
    statements.of(`select ${number}`);
  }
  assert.equal(statements.of('select 0'), first);
  assert.notEqual(statements.of('select 1'), second);
});

test('a statement that failed works again', async () => {
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new SqliteDriver(new Sqlite(':memory:'))) });
  await sql`create table quay (name text primary key)`.execute(db);
  const add = (name: string) => sql`insert into quay values (${name})`.execute(db);
  await add('north');
  await assert.rejects(add('north'), /UNIQUE/);
  await add('south');
  assert.equal((await sql`select * from quay`.execute(db)).rows.length, 2);
  await db.destroy();
});
