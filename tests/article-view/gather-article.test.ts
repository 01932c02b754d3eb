// What pages and reports of an article ask of the database, however many claims there are.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { type Context, transact } from '#src/context.ts';
import { forgetRemembered } from '#src/memory.ts';
import { buildReport } from '#src/reports/build.ts';
import { gatherArticle } from '#src/workbench/gather-article.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';

/** The same context with a database that counts what it is asked. */
function counting(ctx: Context): { ctx: Context; count: () => number } {
  let questions = 0;
  const db = ctx.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      questions += 1;
      return result;
    },
  });
  return { ctx: { ...ctx, db }, count: () => questions };
}

onSqlite((engine) => {
  let newsroom: Newsroom;
  let article_id: string;
  before(async () => {
    newsroom = await openNewsroom(engine);
    article_id = (await halfCheckedArticle(newsroom)).id;
  });

  async function asked(name: PersonName): Promise<Record<string, number>> {
    const article = await getArticle(newsroom.ctxOf(name), article_id);
    const count = async (work: (ctx: Context) => Promise<unknown>) => {
      const counted = counting(newsroom.ctxOf(name));
      forgetRemembered();
      await work(counted.ctx);
      return counted.count();
    };
    return {
      workbench: await count((ctx) => gatherArticle(ctx, article)),
      report: await count((ctx) => buildReport(ctx, article)),
      public: await count((ctx) => buildReport(ctx, article, 'public')),
    };
  }

  test('one claim more is no question more', async () => {
    const before = [await asked('ben'), await asked('dina')];
    await markClaim(newsroom.ctxOf('ben'), article_id, { selection: { sentence: 9, words: 'Smoke' } });
    assert.deepEqual([await asked('ben'), await asked('dina')], before);
    assert.deepEqual(before, [
      { workbench: 31, report: 37, public: 60 },
      { workbench: 29, report: 60, public: 60 },
    ]);
  });

  test('what was gathered is gathered again only when something has changed', async () => {
    const ben = newsroom.ctxOf('ben');
    const gather = async () => {
      const { ctx, count } = counting(ben);
      await gatherArticle(ctx, await getArticle(ben, article_id));
      return count();
    };
    await gather();
    assert.equal(await gather(), 0);
    await markClaim(ben, article_id, { selection: { sentence: 9, words: 'silos' } });
    assert.ok((await gather()) > 20);
    assert.equal(await gather(), 0);
  });

  test('what a transaction reads before it is undone is remembered by nobody', async () => {
    const ben = newsroom.ctxOf('ben');
    const marked = async (ctx: Context) => (await gatherArticle(ctx, await getArticle(ctx, article_id))).claims.length;
    const before = await marked(ben);
    const undone = transact(ben, async (ctx) => {
      await markClaim(ctx, article_id, { selection: { sentence: 9, words: 'ferry' } });
      assert.equal(await marked(ctx), before + 1);
      throw new Error('not after all');
    });
    await assert.rejects(undone, /not after all/);
    await markClaim(ben, article_id, { selection: { sentence: 9, words: 'old ferry' } });
    const { claims } = await gatherArticle(ben, await getArticle(ben, article_id));
    assert.deepEqual([claims.length, claims.some(({ words }) => words === 'ferry')], [before + 1, false]);
  });
});
