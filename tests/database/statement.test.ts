// Statements spelt once: other values each time, on either engine, and no row behind the log’s back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { record } from '#src/audit/log.ts';
import { transact } from '#src/context.ts';
import { updateRow } from '#src/database/rows.ts';
import type { Database, Db } from '#src/database/schema.ts';
import { sqliteDialect } from '#src/database/sqlite-dialect.ts';
import { SqliteDriver } from '#src/database/sqlite-driver.ts';
import { statement } from '#src/database/statement.ts';
import { newId } from '#src/ids.ts';
import { needed } from '#src/item-at.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

const deskNamed = statement((db, { name, most }: { name: string; most: number }, order: 'asc' | 'desc') =>
  db.selectFrom('desk').select('slug').where('name', '<>', name).orderBy('name', order).limit(most),
);

onEachEngine((engine) => {
  test('each asking gives what belongs to its values, whichever was asked first', async () => {
    const { db } = await openNewsroom(engine);
    const slugs = async (...[values, order]: [{ name: string; most: number }, 'asc' | 'desc']) =>
      (await deskNamed(db, values, order)).map(({ slug }) => slug);
    assert.deepEqual(await slugs({ name: 'none', most: 9 }, 'asc'), ['foreign-desk', 'weekend-desk']);
    assert.deepEqual(await slugs({ name: 'none', most: 9 }, 'desc'), ['weekend-desk', 'foreign-desk']);
    assert.deepEqual(await slugs({ name: 'Foreign desk', most: 9 }, 'asc'), ['weekend-desk']);
    assert.deepEqual(await slugs({ name: 'none', most: 1 }, 'asc'), ['foreign-desk']);
  });

  test('a value that is missing is told, and nothing is asked', async () => {
    const { db } = await openNewsroom(engine);
    await assert.rejects(deskNamed(db, { name: 'none' } as never, 'asc'), /wants the value most, and was given none/);
  });

  test('a transaction answers while it is open, and nobody asks past it', async () => {
    const { db, desks, operator } = await openNewsroom(engine);
    const renamed = { id: desks.foreign.id, changes: { name: 'Night desk' } };
    const slugs = async (db: Db) =>
      (await deskNamed(db, { name: 'Night desk', most: 9 }, 'asc')).map(({ slug }) => slug);
    let inside: Db | undefined;
    const failing = transact(operator, async (ctx) => {
      inside = ctx.db;
      await updateRow(ctx.db, 'desk', renamed);
      assert.deepEqual(await slugs(ctx.db), ['weekend-desk']);
      await assert.rejects(slugs(db), /ask the context that the transaction was given/);
      throw new Error('the second half failed');
    });
    await assert.rejects(failing, /second half/);
    assert.deepEqual(await slugs(db), ['foreign-desk', 'weekend-desk']);
    await assert.rejects(slugs(needed(inside, 'transaction')), /The transaction has ended/);
  });

  test('what it stores is in the log each time, though it was spelt in another transaction or outside of one', async () => {
    const { db, desks, operator } = await openNewsroom(engine);
    const desk_id = desks.foreign.id;
    await updateRow(behindTheLog(db), 'desk', { id: desk_id, changes: { name: 'Outside' } });
    const rowsIn = async (work: (ctx: typeof operator) => Promise<void>) => {
      await transact(operator, async (ctx) => {
        await work(ctx);
        await record(ctx, { chain: desk_id, verb: 'desk.changed', subject: `desk:${desk_id}` });
      });
      const last = db.selectFrom('log_detail').select('rows').where('chain', '=', desk_id).orderBy('number', 'desc');
      return Object.keys(JSON.parse((await last.executeTakeFirst())?.rows ?? '{}'));
    };
    for (const name of ['Night desk', 'Late desk'])
      assert.deepEqual(await rowsIn((ctx) => updateRow(ctx.db, 'desk', { id: desk_id, changes: { name } })), ['desk']);
  });
});

type Kinds = { text: string; whole: number; part: number; none: null; bytes: Buffer };

const given = statement((db, { text, whole, part, none, bytes }: Kinds) =>
  db.selectNoFrom(({ val }) => [
    ...[val(text).as('text'), val(whole).as('whole'), val(part).as('part')],
    ...[val(none).as('none'), val(bytes).as('bytes')],
  ]),
);

test('SQLite is kept from planning anew for each value, and gets every value as it is', async () => {
  const asked: string[] = [];
  const db = new Kysely<Database>({
    dialect: sqliteDialect(new SqliteDriver(new Sqlite(':memory:'))),
    log: ({ query }) => {
      asked.push(query.sql);
    },
  });
  const values = { text: '-007 é', whole: 3, part: 0.5, none: null, bytes: Buffer.from('raw') };
  assert.deepEqual(await given(db, values), [values]);
  assert.match(asked[0] ?? '', /^select (\+\? as "\w+"(, )?){5}$/);
  const id = newId();
  const other = await db.selectNoFrom(({ val }) => [val(id).as('id'), val('open').as('state')]).execute();
  assert.deepEqual(other, [{ id, state: 'open' }]);
  assert.equal(asked[1], 'select +? as "id", ? as "state"');
  const two = [{ name: '' }, { name: "it's" }].map(({ name }) => ({ name, value: 2 }));
  await sql`create table counter (name text, value integer)`.execute(db);
  await db.insertInto('counter').values(two).execute();
  assert.deepEqual(await secondOf(db, { value: 2 }), [{ name: "it's" }]);
  assert.match(asked.at(-1) ?? '', /where "name" <> '' and "name" = 'it''s' and "value" = \+\? .* limit 1$/);
  await db.selectFrom('counter').selectAll().limit(1).execute();
  assert.match(asked.at(-1) ?? '', /limit \+\?$/);
  await db.destroy();
});

const secondOf = statement((db, { value }: { value: number }) =>
  db
    .selectFrom('counter')
    .select('name')
    .where('name', '<>', '')
    .where('name', '=', "it's")
    .where('value', '=', value)
    .orderBy('name')
    .limit(1),
);
