// A PostgreSQL database that a test gives back is used again only where its tables are as they were.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery, sql } from 'kysely';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { needed } from '#src/item-at.ts';
import { onEngine } from './engines.ts';
import { whetherLeft } from './postgres-databases.ts';

const CHANGES: Record<string, string> = {
  'a table is made': 'create table box (id integer)',
  'a table goes': 'drop table tick',
  'a column comes': 'alter table guess add column box text',
  'a column may be empty': 'alter table guess alter column locked_until drop not null',
  'a column gets a default': `alter table guess alter column key set default 'x'`,
  'an index goes': 'drop index claim_in_hand',
  'a guard sleeps': 'alter table log disable trigger all',
  'a check comes': 'alter table guess add check (count < 7)',
  'a function is made': `create function box() returns integer language sql as 'select 1'`,
  'a type is made': `create type box as enum ('a')`,
  'a migration is forgotten': 'delete from kysely_migration where name = (select max(name) from kysely_migration)',
  'a migration has another time': `update kysely_migration set timestamp = '2020-01-01'`,
};

onEngine('postgres', (engine) => {
  /** What a database is called that is lent, changed by `work` and given back; and the one that is lent next. */
  async function lentTwice(work: (db: Db, url: string) => Promise<unknown>) {
    const lent = await engine.lend();
    const url = needed(lent.config.database_url, 'the address of a database');
    await work(lent.database.db, url);
    await lent.database.close();
    await lent.giveBack();
    const next = await engine.lend();
    const rows = await next.database.db.selectFrom('guess').selectAll().execute();
    const size = await sql<{ said: number }>`select pg_relation_size('guess')::int as said`.execute(next.database.db);
    await next.database.close();
    await next.giveBack();
    return { is_same: next.config.database_url === url, rows, bytes: size.rows[0]?.said };
  }

  const add = sql`insert into guess (key, count, locked_until, forgotten_at) values ('ada', 1, '', '')`;

  test('one with rows is used again, without them', async () => {
    const added = await lentTwice((db) => add.execute(db));
    assert.deepEqual([added.is_same, added.rows], [true, []]);
    const undone = (db: Db) => onlyForNow(db, (transaction) => sql`drop table tick`.execute(transaction));
    assert.equal((await lentTwice(undone)).is_same, true);
  });

  test('one in which somebody is still is not used again', async () => {
    let close = async () => {};
    const seen = await lentTwice(async (_, database_url) => {
      ({ close } = await openDatabase({ data_dir: '', database_url }));
    });
    await close();
    assert.equal(seen.is_same, false);
  });

  test('one whose tables, triggers, rules or migrations are others is not used again', async () => {
    const db = await engine.open();
    const left = (work: string) =>
      onlyForNow(db, async (transaction) => {
        await sql.raw(work).execute(transaction);
        // Connections are kept from who had this database before.
        const { rows } = await sql<{
          pid: number;
        }>`select pid from pg_stat_activity where datname = current_database()`.execute(transaction);
        const asked = CompiledQuery.raw(...whetherLeft(rows.map(({ pid }) => pid)));
        return (await transaction.executeQuery<{ said: unknown }>(asked)).rows[0]?.said;
      });
    for (const [what, change] of Object.entries(CHANGES)) assert.equal(await left(change), null, what);
    assert.deepEqual(await left(`update kysely_migration_lock set is_locked = 0`), []);
    const { is_same } = await lentTwice((lent) => sql`create table box (id integer)`.execute(lent));
    assert.equal(is_same, false);
  });

  test('whoever takes the next looks through nothing that was deleted of a large table', async () => {
    const { bytes } = await lentTwice((db) =>
      sql`insert into guess (key, count, locked_until, forgotten_at)
        select i || repeat('x', 500), 1, '', '' from generate_series(1, 2000) i`.execute(db),
    );
    assert.equal(bytes, 0);
  });
});

/** What `work` says, of which nothing stays. */
async function onlyForNow<Said>(db: Db, work: (transaction: Db) => Promise<Said>): Promise<Said> {
  const undone = new Error('undone');
  let said: Said | undefined;
  const done = db.transaction().execute(async (transaction) => {
    said = await work(transaction);
    throw undone;
  });
  await assert.rejects(done, undone);
  return said as Said;
}
