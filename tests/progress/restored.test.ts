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
import type { Db } from '#src/database/engine.ts';
import { restoreFrom } from '#src/database/restore.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { articleList } from '#src/workbench/lists/article-list-page.ts';
import { gatherListed } from '#src/workbench/lists/gather-listed.ts';
import { listFilterIn } from '#src/workbench/lists/list-filter.ts';
import { lendTold, TOLD_AT } from '#tests/demo/told.ts';
import { onEngine } from '#tests/support/engines.ts';
import { assertSortedByDue, assertStoredIsRight } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimdesk-progress-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function storedIn(db: Db): Promise<number> {
  return (await db.selectFrom('article_progress').select('article_id').execute()).length;
}

onEngine('postgres', (engine) => {
  test('all that is stored of the demo’s articles is right, and is made again where a backup was put back', async () => {
    // On SQLite; the backup is put back on PostgreSQL.
    const db = await engine.open(lendTold);
    const ctx = systemContext(db, TOLD_AT);
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

    const file = join(folder, 'told.backup');
    await backupTo(db, file);
    const empty = await engine.open();
    await restoreFrom(empty, file);
    assert.equal(await storedIn(empty), 0);
    assert.deepEqual(await empty.selectFrom('version_reading').select('start').execute(), []);
    assert.deepEqual(await articleList(systemContext(empty, TOLD_AT), {}), before);
    assert.equal(await storedIn(empty), articles.length);
    for (const { number } of articles) assert.ok(await assertStoredIsRight(empty, number));
    await assertSortedByDue(empty);
  });
});
