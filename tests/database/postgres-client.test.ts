// Connections to PostgreSQL: what the server plans once, and how long it keeps it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Db } from '#src/database/engine.ts';
import { PLANNED_WITH_ITS_VALUES } from '#src/database/statement-names.ts';
import { onEngine } from '#tests/support/engines.ts';

/** How many statements the server keeps for this connection, and what they are. */
async function kept(db: Db): Promise<string[]> {
  const asked = sql<{ statement: string }>`select statement from pg_prepared_statements order by prepare_time`;
  return (await asked.execute(db)).rows.map(({ statement }) => statement);
}

onEngine('postgres', (engine) => {
  test('what is asked again is planned once for its connection, whatever its values are', async () => {
    const db = await engine.open();
    await db.connection().execute(async (one) => {
      for (const name of ['a', 'b', 'c'])
        await one
          .insertInto('setting')
          .values({ name, value: name.repeat(2) })
          .execute();
      const values = [];
      for (const name of ['b', 'c', 'none'])
        values.push(await one.selectFrom('setting').select('value').where('name', '=', name).execute());
      assert.deepEqual(values, [[{ value: 'bb' }], [{ value: 'cc' }], []]);
      const statements = await kept(one);
      assert.equal(statements.filter((text) => /^select "value" from "setting"/.test(text)).length, 1);
      assert.equal(statements.filter((text) => /^insert into "setting"/.test(text)).length, 1);
      for (const name of ['b', 'c', 'none'])
        await sql`${PLANNED_WITH_ITS_VALUES} select value from setting where name = ${name}`.execute(one);
      assert.equal((await kept(one)).filter((text) => text.includes('planned with')).length, 0);
    });
  });

  test('of very many statements the server keeps those that were asked of late, and answers all', async () => {
    const db = await engine.open();
    await db.connection().execute(async (one) => {
      for (let count = 0; count < 700; count += 1)
        for (let turn = 0; turn < 2; turn += 1) {
          const { rows } = await sql<{ sum: number }>`select ${sql.lit(count)} + 1 as sum`.execute(one);
          assert.deepEqual(rows, [{ sum: count + 1 }]);
        }
      const statements = await kept(one);
      assert.ok(statements.length <= 201, `${statements.length} are kept`);
      assert.ok(statements.includes('select 699 + 1 as sum') && !statements.includes('select 3 + 1 as sum'));
      assert.deepEqual((await sql`select 3 + 1 as sum`.execute(one)).rows, [{ sum: 4 }]);
    });
  });

  test('who asked before somebody changed a table is answered with its columns as they are now', async () => {
    const db = await engine.open();
    await db.connection().execute(async (one) => {
      const ask = async () => (await sql`select * from setting`.execute(one)).rows;
      await sql`insert into setting (name, value) values ('a', 'b')`.execute(one);
      for (let turn = 0; turn < 3; turn += 1) assert.deepEqual(await ask(), [{ name: 'a', value: 'b' }]);
      await sql`alter table setting add column more integer`.execute(one);
      for (let turn = 0; turn < 3; turn += 1) assert.deepEqual(await ask(), [{ name: 'a', value: 'b', more: null }]);
    });
  });

  test('after somebody changed a table one transaction fails on what was planned, and the next does not', async () => {
    const db = await engine.open();
    await db.connection().execute(async (one) => {
      const ask = () => one.transaction().execute((transaction) => sql`select * from counter`.execute(transaction));
      for (let turn = 0; turn < 3; turn += 1) await ask();
      await sql`alter table counter add column more integer`.execute(one);
      await assert.rejects(ask(), /cached plan/);
      await ask();
    });
  });

  test('lists of any length are one statement, and find what is in them, odd letters and numbers too', async () => {
    const db = await engine.open();
    const odd = ['a,b', '{"c"}', 'd\\e', 'f"g', 'NULL', '', 'h\ni', '😀'];
    await db
      .insertInto('setting')
      .values(odd.map((name) => ({ name, value: 'x' })))
      .execute();
    const question = (names: string[]) => db.selectFrom('setting').select('name').where('name', 'in', names);
    assert.equal(question(['a']).compile().sql, question(odd).compile().sql);
    assert.deepEqual((await question(odd).execute()).map(({ name }) => name).sort(), odd.toSorted());
    assert.deepEqual(await question([]).execute(), []);
    const others = db.selectFrom('setting').select('name').where('name', 'not in', odd.slice(1));
    assert.deepEqual(await others.execute(), [{ name: 'a,b' }]);
    await db.insertInto('counter').values({ name: 'claims', value: 7 }).execute();
    const counters = db.selectFrom('counter').select('value').where('value', 'in', [6, 7]);
    assert.deepEqual(await counters.execute(), [{ value: 7 }]);
  });
});
