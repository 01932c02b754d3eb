// Verbs that wait for each other on SQLite: one commit for all, each whole, none seen before it stays.
import assert from 'node:assert/strict';
import { after, before, beforeEach, mock, test } from 'node:test';
import { sql } from 'kysely';
import type { Config } from '#src/config.ts';
import { systemContext, transact } from '#src/context.ts';
import { type OpenDatabase, openDatabase } from '#src/database/connect.ts';
import { withOthers } from '#src/others-turn.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { onSqlite } from '#tests/support/engines.ts';

onSqlite((engine) => {
  let config: Config;
  let database: OpenDatabase;
  let clock_set: { mock: { restore(): void } } | undefined;
  before(async () => {
    config = await engine.freshConfig();
    database = await openDatabase(config);
    await sql`create table note (id integer primary key, words text)`.execute(database.db);
  });
  // No turn of the loop is long here, however long a busy machine holds the process up.
  before(() => {
    clock_set = mock.method(performance, 'now', () => 0);
  });
  after(() => clock_set?.mock.restore());
  beforeEach(() => sql`delete from note`.execute(database.db));
  after(() => database.close());

  const write = (id: number, words = 'kept') =>
    transact(systemContext(database.db), (ctx) => sql`insert into note values (${id}, ${words})`.execute(ctx.db));
  const ids = async () => {
    const { rows } = await sql<{ id: number }>`select id from note order by id`.execute(database.db);
    return rows.map(({ id }) => id);
  };
  const commitsWhile = async (work: () => Promise<unknown>) => {
    const counted = await commitsOf({ db: database.db, config }, async () => ({ done: await work() }));
    return counted.commits;
  };

  test('eight at once are one commit, one alone is one, and no more than sixteen wait for one', async () => {
    const together = (count: number, from: number) =>
      Promise.all(Array.from({ length: count }, (_, index) => write(from + index)));
    assert.equal(await commitsWhile(() => together(8, 1)), 1);
    assert.equal(await commitsWhile(() => write(9)), 1);
    assert.equal(await commitsWhile(() => together(20, 10)), 2);
    assert.equal((await ids()).length, 29);
  });

  test('whoever asks between two of them sees what stays, and nothing else', async () => {
    const commits = await commitsWhile(async () => {
      // Verbs begin in the next turn of the loop: so does whoever comes between them.
      const asked = () => withOthers().then(ids);
      const [, first, , second] = await Promise.all([write(1), asked(), write(2), asked()]);
      assert.deepEqual([first, second], [[1], [1, 2]]);
    });
    assert.equal(commits, 2);
  });

  test('one that fails among others leaves nothing behind, and takes nothing with it', async () => {
    const failing = (id: number) =>
      transact(systemContext(database.db), async (ctx) => {
        await sql`insert into note values (${id}, 'lost')`.execute(ctx.db);
        throw new Error('the second half failed');
      });
    const ends = await Promise.allSettled([write(1), failing(2), write(3), failing(4)]);
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'rejected'],
    );
    assert.deepEqual(await ids(), [1, 3]);
  });

  test('where the disk is full, everybody hears of it whose work is undone', async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count)}`.execute(database.db);
    const ends = await Promise.allSettled([write(1), write(2, 'x'.repeat(500_000)), write(3)]);
    assert.deepEqual(
      ends.map(({ status }) => status),
      ['rejected', 'rejected', 'fulfilled'],
    );
    await sql`pragma max_page_count = 1000000`.execute(database.db);
    assert.deepEqual(await ids(), [3]);
  });
});
