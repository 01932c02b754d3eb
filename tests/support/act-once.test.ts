// What is acted out once is lent row for row, and behind the same guards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Db } from '#src/database/engine.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { actOnce } from './act-once.ts';
import { onEachEngine } from './engines.ts';
import { behindTheLog } from './held.ts';

/** All rows of all tables that have any, as the engine gives them, in no order. */
async function rowsOf(db: Db): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const found = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    if (found.rows.length > 0) rows[name] = found.rows.map((row) => JSON.stringify(row)).sort();
  }
  return rows;
}

onEachEngine((engine) => {
  test('what is lent is row for row what was acted, each time, and as well guarded', async () => {
    let times = 0;
    let acted: Record<string, string[]> = {};
    const ACTED = actOnce(async (newsroom) => {
      times += 1;
      const { id } = await halfCheckedArticle(newsroom);
      acted = await rowsOf(newsroom.db);
      return { id };
    });
    for (const _ of ['once', 'again']) {
      const { db, id } = await ACTED.open(engine);
      assert.deepEqual(await rowsOf(db), acted);
      assert.ok(Object.keys(acted).length > 20, Object.keys(acted).join());
      await assert.rejects(sql`update log set verb = 'other'`.execute(db), /append-only/);
      await behindTheLog(db).updateTable('article').set({ byline: 'Nobody' }).where('id', '=', id).execute();
    }
    assert.equal(times, 1);
  });
});
