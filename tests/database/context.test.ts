// One verb, one transaction: all of it is stored or nothing.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { systemContext, transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { type Db, forUpdate } from '#src/database/engine.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { startProgram } from '#tests/support/program.ts';

async function words(db: Db): Promise<string[]> {
  const found = await sql<{ words: string }>`select words from note order by id`.execute(db);
  return found.rows.map((row) => row.words);
}

onEachEngine((engine) => {
  let db: Db;
  before(async () => {
    db = await engine.open();
    await sql`create table note (id integer primary key, words text)`.execute(db);
  });

  /** The one database of these tests, without notes. */
  async function withNotes(): Promise<Db> {
    await sql`delete from note`.execute(db);
    return db;
  }

  test('what a verb writes stays', async () => {
    const ctx = systemContext(await withNotes());
    await transact(ctx, async (ctx) => sql`insert into note values (1, 'kept')`.execute(ctx.db));
    assert.deepEqual(await words(ctx.db), ['kept']);
  });

  test('a verb that fails leaves nothing behind', async () => {
    const ctx = systemContext(await withNotes());
    const failing = transact(ctx, async (ctx) => {
      await sql`insert into note values (1, 'lost')`.execute(ctx.db);
      throw new Error('the second half failed');
    });
    await assert.rejects(failing, /second half/);
    assert.deepEqual(await words(ctx.db), []);
  });

  test('a verb inside a verb joins its transaction', async () => {
    const ctx = systemContext(await withNotes());
    const failing = transact(ctx, async (ctx) => {
      await transact(ctx, async (ctx) => sql`insert into note values (1, 'inner')`.execute(ctx.db));
      throw new Error('the outer verb failed');
    });
    await assert.rejects(failing, /outer verb/);
    assert.deepEqual(await words(ctx.db), []);
  });

  test('asking the outer connection inside a transaction fails at once instead of waiting for itself', async () => {
    const outer = systemContext(await withNotes());
    const failing = transact(outer, async () => sql`insert into note values (1, 'outside')`.execute(outer.db));
    await assert.rejects(failing, /ask the context that the transaction was given/);
    assert.deepEqual(await words(outer.db), []);
  });

  test('two verbs at the same time both happen', async () => {
    const ctx = systemContext(await withNotes());
    const add = (id: number) =>
      transact(ctx, async (ctx) => sql`insert into note values (${id}, ${`source ${id}`})`.execute(ctx.db));
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(index)));
    assert.equal((await words(ctx.db)).length, 20);
  });

  test('rules that read before they write hold when two servers work at the same time', async () => {
    const config = await engine.freshConfig();
    const servers = [await openDatabase(config), await openDatabase(config)];
    const first = systemContext(servers[0]?.db as Db);
    await sql`insert into counter (name, value) values ('calls', 0)`.execute(first.db);
    const countUp = (db: Db) =>
      transact(systemContext(db), async (ctx) => {
        const query = ctx.db.selectFrom('counter').select('value').where('name', '=', 'calls');
        const { value } = await forUpdate(query).executeTakeFirstOrThrow();
        await ctx.db
          .updateTable('counter')
          .set({ value: value + 1 })
          .where('name', '=', 'calls')
          .execute();
      });
    await Promise.all(servers.flatMap(({ db }) => Array.from({ length: 10 }, () => countUp(db))));
    const counted = await sql`select value from counter`.execute(first.db);
    assert.deepEqual(counted.rows, [{ value: 20 }]);
    for (const server of servers) await server.close();
  });

  test('a program killed while it writes leaves whole verbs only', async () => {
    const config = await engine.freshConfig();
    const env = config.database_url ? { DATABASE_URL: config.database_url } : { DATA_DIR: config.data_dir };
    const program = startProgram(join(import.meta.dirname, 'programs/write-pairs.ts'), [], env);
    await program.said('pair 20\n');
    await program.kill();
    const { db, close } = await openDatabase(config);
    const count = async (table: string) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows.length;
    assert.ok((await count('setting')) >= 20, 'what was reported as done is there');
    assert.equal(await count('setting'), await count('counter'));
    await close();
  });
});
