// What is remembered of texts and sources, asked for by a page and inside a transaction at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { transact } from '#src/context.ts';
import type { Db } from '#src/database/engine.ts';
import { forgetRemembered } from '#src/memory.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

onEachEngine((engine) => {
  test('a transaction never waits for somebody who waits for it to end', { timeout: 20_000 }, async () => {
    const newsroom = await openNewsroom(engine);
    const ada = newsroom.ctxOf('ada');
    const article = await getArticle(ada, (await halfCheckedArticle(newsroom)).id);
    for (const ask of [
      async (db: Db) => (await discretionOn(db, article, 'guest')).see('the harbour'),
      async (db: Db) => (await getVersionText(db, article)).text,
    ]) {
      forgetRemembered();
      const outside = ask(ada.db);
      const inside = transact(ada, (ctx) => ask(ctx.db));
      assert.equal(await outside, await inside);
    }
  });
});
