// The card of the same thing is looked for by its address, DOI or title, and no other card is read for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { addSource } from '#src/sources/commands.ts';
import { noteStatements } from '#tests/privileges/asked-statements.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';

test('a library of ten thousand cards makes no save slower: each index is asked for the very key', async () => {
  const noted = noteStatements();
  const desk = await startNewsroom();
  try {
    const { slug } = desk.desks.foreign;
    for (const line of ['https://doi.org/10.1000/tarn.7', 'The log of the harbour'])
      await addSource(desk.ctxOf('ben'), { desk: slug, source_line: line });
    const keys = /"(url_key|doi|title_key)" = \+?\?/;
    const asked = [...noted.asked].filter((sql) => sql.startsWith('select') && keys.test(sql));
    assert.deepEqual(asked.map((sql) => keys.exec(sql)?.[1]).sort(), ['doi', 'title_key', 'url_key']);
    for (const sql of asked) {
      const plan = CompiledQuery.raw(
        `explain query plan ${sql}`,
        Array.from(sql.matchAll(/\?/g), () => null),
      );
      const { rows } = await desk.db.executeQuery<{ detail: string }>(plan);
      const key = keys.exec(sql)?.[1];
      assert.deepEqual(
        rows.map(({ detail }) => detail.replace(/ \w+ \(/, ' … (')),
        [`SEARCH source USING INDEX … (desk_id=? AND ${key}=?)`],
      );
    }
  } finally {
    noted.end();
    await desk.close();
  }
});
