// What is stored of how far the demo’s articles are is what is counted now, and no backup carries it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { systemContext } from '#src/context.ts';
import { backupTo } from '#src/database/backup.ts';
import { openDatabase } from '#src/database/connect.ts';
import type { Db } from '#src/database/engine.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { buildNewsroom } from '#src/demo/newsroom.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { articleList } from '#src/workbench/lists/article-list-page.ts';
import { gatherListed } from '#src/workbench/lists/gather-listed.ts';
import { listFilterIn } from '#src/workbench/lists/list-filter.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { assertSortedByDue, assertStoredIsRight } from './support.ts';

const NOW = '2026-03-12T16:20:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-progress-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function storedIn(db: Db): Promise<number> {
  return (await db.selectFrom('article_progress').select('article_id').execute()).length;
}

onEachEngine((engine) => {
  test('all that is stored of the demo’s articles is right, and is made again where a backup was put back', async () => {
    const db = await engine.open();
    await buildNewsroom(db, NOW, 'Europe/Oslo');
    const ctx = systemContext(db, NOW);
    const desks = await listDesksOf(ctx);
    const { articles } = await gatherListed(ctx, listFilterIn({ state: 'all' }), { desks, limit: 100 });
    await progressOf(ctx, articles);
    for (const { number } of articles) assert.ok(await assertStoredIsRight(db, number));
    // Now the texts are at hand, as when somebody opens each article.
    for (const article of articles) await readingOfText(db, await getVersionText(db, article), article.language);
    const whole = await progressOf(ctx, articles);
    for (const { number } of articles) assert.ok(await assertStoredIsRight(db, number));
    for (const { id } of articles) assert.notEqual(whole.get(id)?.leftovers, null);
    const before = await articleList(ctx, {});

    const file = join(folder, `${engine.name}.backup`);
    await backupTo(db, file);
    const empty = await openDatabase(await engine.bareConfig());
    after(() => empty.close());
    await restoreFrom(empty.db, file);
    assert.equal(await storedIn(empty.db), 0);
    assert.deepEqual(await empty.db.selectFrom('version_reading').select('start').execute(), []);
    assert.deepEqual(await articleList(systemContext(empty.db, NOW), {}), before);
    assert.equal(await storedIn(empty.db), articles.length);
    for (const { number } of articles) assert.ok(await assertStoredIsRight(empty.db, number));
    await assertSortedByDue(empty.db);
  });
});
