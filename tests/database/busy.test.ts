// Another process writing to the same SQLite file: waited for without standing still, and not for ever.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { systemContext, transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { sqliteFileOf } from '#src/database/sqlite-file.ts';
import { onSqlite } from '#tests/support/engines.ts';

onSqlite((engine) => {
  async function besideAWriter() {
    const config = await engine.freshConfig();
    const { db, close } = await openDatabase(config, 'server');
    const writer = new SqliteDatabase(sqliteFileOf(config.data_dir));
    writer.exec('begin immediate');
    return { ctx: systemContext(db), writer, close };
  }
  const remember = sql`insert into setting (name, value) values ('said', 'after all')`;

  test('a verb waits for the other writer while the program goes on answering', async () => {
    const { ctx, writer, close } = await besideAWriter();
    const verb = transact(ctx, (ctx) => remember.execute(ctx.db));
    let answers = 0;
    const clock = setInterval(async () => {
      await sql`select count(*) from setting`.execute(ctx.db);
      answers += 1;
    }, 10);
    setTimeout(() => writer.exec('commit'), 400);
    await verb;
    clearInterval(clock);
    assert.ok(answers > 10, `only ${answers} answers while waiting`);
    assert.equal((await sql`select * from setting`.execute(ctx.db)).rows.length, 1);
    writer.close();
    await close();
  });

  test('a single statement outside a verb waits as well', async () => {
    const { ctx, writer, close } = await besideAWriter();
    setTimeout(() => writer.exec('commit'), 200);
    await remember.execute(ctx.db);
    writer.close();
    await close();
  });

  test('after five seconds it gives up with a sentence, and nothing is written', async () => {
    const { ctx, writer, close } = await besideAWriter();
    const verb = transact(ctx, (ctx) => remember.execute(ctx.db));
    await assert.rejects(verb, { name: 'DatabaseBusy', message: /Nothing was changed: please try again/ });
    writer.exec('commit');
    assert.deepEqual((await sql`select * from setting`.execute(ctx.db)).rows, []);
    writer.close();
    await close();
  });

  test('an error of the verb itself is never tried again', async () => {
    const ctx = systemContext(await engine.open());
    let tries = 0;
    const verb = transact(ctx, async () => {
      tries += 1;
      throw Object.assign(new Error('busy elsewhere'), { code: 'SQLITE_BUSY' });
    });
    await assert.rejects(verb, /busy elsewhere/);
    assert.equal(tries, 1);
  });
});
