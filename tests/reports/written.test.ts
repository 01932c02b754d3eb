// The text of a model that is written in steps is letter for letter the one that is written at one go.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { buildReport } from '#src/reports/build.ts';
import { canonicalTextOf, sha256Of } from '#src/reports/signing/statement.ts';
import { writtenModel } from '#src/reports/signing/written.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { HALF_CHECKED } from './half-checked.ts';

async function assertSame(model: object): Promise<void> {
  const text = canonicalTextOf(model);
  assert.deepEqual(await writtenModel(model), { text, sha256: sha256Of(text) });
}

onSqlite((engine) => {
  it('of both reports of an article', async () => {
    const newsroom = await HALF_CHECKED.open(engine);
    const { id } = newsroom;
    const ben = newsroom.ctxOf('ben');
    for (const audience of ['internal', 'public'] as const)
      await assertSame(await buildReport(ben, await getArticle(ben, id), audience));
  });

  it('whatever its keys and values are', async () => {
    await assertSame({});
    await assertSame({
      b: 1e21,
      a: null,
      é: [],
      '\u{1f600}': 'x',
      '\uffff': [[1, null], 'ö', { z: 0, y: -0 }],
      A: undefined,
    });
    await assertSame({
      long: '🚢 '.repeat(400_000),
      list: Array.from({ length: 5_000 }, (_, n) => ({ n, words: 'six' })),
    });
  });
});
