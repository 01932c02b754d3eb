// Connections to PostgreSQL: what the server plans once, and how long it keeps it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { record } from '#src/audit/log.ts';
import { transact } from '#src/context.ts';
import { type Db, isUniqueViolation } from '#src/database/engine.ts';
import { insertRow, updateRow } from '#src/database/rows.ts';
import { statement } from '#src/database/statement.ts';
import { PLANNED_WITH_ITS_VALUES } from '#src/database/statement-names.ts';
import { onEngine } from '#tests/support/engines.ts';
import { messagesOf } from '#tests/support/messages.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

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

  test('what is stored without waiting is in the log, and where it fails nothing of the transaction stays', async () => {
    const { db, desks, operator } = await openNewsroom(engine);
    const desk_id = desks.foreign.id;
    const renamed = (name: string, more: (ctx: typeof operator) => Promise<unknown>) =>
      transact(operator, async (ctx) => {
        await updateRow(ctx.db, 'desk', { id: desk_id, changes: { name } });
        await record(ctx, { chain: desk_id, verb: 'desk.changed', subject: `desk:${desk_id}` });
        await updateRow(ctx.db, 'desk', { id: desk_id, changes: { slug: name.toLowerCase() } });
        await more(ctx);
        await record(ctx, { chain: desk_id, verb: 'desk.changed', subject: `desk:${desk_id}` });
      });
    const twice = { name: 'twice', value: 'x' };
    await renamed('Night', ({ db }) => insertRow(db, 'setting', twice));
    const entries = db.selectFrom('log_detail').select('rows').where('chain', '=', desk_id).orderBy('number', 'desc');
    for (const { rows } of await entries.limit(2).execute())
      assert.deepEqual(Object.keys(JSON.parse(rows ?? '')), ['desk']);
    await assert.rejects(
      renamed('Late', ({ db }) => insertRow(db, 'setting', twice)),
      isUniqueViolation,
    );
    const asked = db.selectFrom('desk').select(['name', 'slug']).where('id', '=', desk_id);
    assert.deepEqual(await asked.execute(), [{ name: 'Night', slug: 'night' }]);
    await assert.rejects(
      transact(operator, ({ db }) => insertRow(db, 'setting', twice)),
      isUniqueViolation,
    );
  });

  test('of what is asked in one turn of a transaction each gets its own answer, and those behind a failure fail with it', async () => {
    const { db, operator } = await openNewsroom(engine);
    const sum = (db: Db, of: number) => sql<{ sum: number }>`select ${of}::integer + 1 as sum`.execute(db);
    const known = statement((db, { name }: { name: string }) =>
      db.selectFrom('setting').select('value').where('name', '=', name),
    );
    await insertRow(db, 'setting', { name: 'a', value: 'b' });
    for (let turn = 0; turn < 3; turn += 1)
      await transact(operator, async ({ db }) => {
        const names = ['a', 'none', 'a'].map((name) => known(db, { name }));
        const [first, none, last] = await Promise.all(names);
        assert.deepEqual(
          [first, none, last, (await sum(db, 1)).rows],
          [[{ value: 'b' }], [], [{ value: 'b' }], [{ sum: 2 }]],
        );
      });
    const wrong = statement((db, { name }: { name: string }) =>
      db.selectFrom('setting').select(sql`value::integer`.as('value')).where('name', '=', name),
    );
    const both = transact(operator, ({ db }) =>
      Promise.allSettled([known(db, { name: 'a' }), wrong(db, { name: 'a' }), known(db, { name: 'a' })]),
    );
    await assert.rejects(both, /Nothing was committed/);
    assert.deepEqual(await known(db, { name: 'a' }), [{ value: 'b' }]);
    await assert.rejects(wrong(db, { name: 'a' }), /invalid input syntax/);
  });

  test('what is read in one turn outside transactions goes there in one message, and what fails of it fails alone', async () => {
    const { db } = await openNewsroom(engine);
    const known = statement((db, { name }: { name: string }) =>
      db.selectFrom('setting').select('value').where('name', '=', name),
    );
    const wrong = () => db.selectFrom('setting').select(sql`value::integer`.as('value')).execute();
    const whole = () => db.selectFrom('counter').selectAll().where('name', '=', 'none').execute();
    const odd = () => known(db, { name: [10n] as never });
    await insertRow(db, 'setting', { name: 'a', value: 'b' });
    for (let turn = 0; turn < 3; turn += 1) {
      const all = () => Promise.all([known(db, { name: 'a' }), whole()]);
      assert.equal(await messagesOf(async () => assert.deepEqual(await all(), [[{ value: 'b' }], []])), 1);
      const [first, failed, last] = await Promise.allSettled([
        known(db, { name: 'a' }),
        wrong(),
        known(db, { name: 'a' }),
      ]);
      assert.deepEqual([first.status, last.status], ['fulfilled', 'fulfilled']);
      assert.match(String(failed.status === 'rejected' && failed.reason), /invalid input syntax/);
    }
    assert.deepEqual(
      (await Promise.allSettled([odd(), known(db, { name: 'a' })])).map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
    );
    await sql`alter table counter add column more integer`.execute(db);
    const both = await Promise.all([known(db, { name: 'a' }), whole()]);
    assert.deepEqual(both, [[{ value: 'b' }], []]);
  });

  test('what goes on when its transaction has failed meanwhile stores nothing', async () => {
    const { db, operator } = await openNewsroom(engine);
    const late: Promise<unknown>[] = [];
    const failing = transact(operator, async ({ db }) => {
      await insertRow(db, 'setting', { name: 'undone', value: 'x' });
      const store = (name: string) => insertRow(db, 'setting', { name, value: 'x' });
      const goOn = [Promise.resolve(), new Promise<void>((resolve) => setImmediate(resolve)), wait(20)];
      for (const [at, moment] of goOn.entries()) late.push(moment.then(() => store(`late ${at}`)));
      throw new Error('It fails.');
    });
    await assert.rejects(failing, /It fails/);
    const ends = await Promise.allSettled(late);
    assert.deepEqual(
      ends.slice(1).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.deepEqual(await db.selectFrom('setting').select('name').where('value', '=', 'x').execute(), []);
  });

  test('where the server ends a connection, whoever asks there is told, and nobody else', async () => {
    const { db, operator } = await openNewsroom(engine);
    const end = (db: Db) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    await assert.rejects(end(db), { code: '57P01' });
    const name = 'kept';
    await insertRow(db, 'setting', { name, value: 'x' });
    const lost = transact(operator, async ({ db }) => {
      await insertRow(db, 'setting', { name: 'lost', value: 'x' });
      await end(db);
    });
    await assert.rejects(lost, { code: '57P01' });
    assert.deepEqual(await db.selectFrom('setting').select('name').where('name', 'in', ['kept', 'lost']).execute(), [
      { name },
    ]);
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
