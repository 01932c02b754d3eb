// What the program reads in a version is made once, after it has come, and kept until its words go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingJobs } from '#src/claims/analysis/job.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { askForUnread } from '#src/claims/analysis/unread-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { systemContext } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { forgetRemembered } from '#src/memory.ts';
import { progressOf } from '#src/progress/gather-progress.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { eraseArticle } from '#src/reports/erasure/erase-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

const BODY = 'The harbour master said 40 boats had left on Monday. “Nobody was hurt,” Ilse Maren told reporters.';

/** Does all that waits; says how much that was. */
async function workOff(db: Db): Promise<number> {
  let done = 0;
  const onError = (error: unknown) => assert.fail(String(error));
  while (await workOnce({ db, kinds: readingJobs(), onError })) done += 1;
  return done;
}

function keptOf(db: Db) {
  return db
    .selectFrom('version_reading')
    .innerJoin('version', 'version.id', 'version_reading.version_id')
    .select(['version.number', 'version_reading.language', 'version_reading.reading_version'])
    .orderBy('version.number')
    .execute();
}

onEachEngine((engine) => {
  test('an article is read when it has come, in another language, and in its next version; an older reading is made again', async () => {
    const { db, ctxOf, desks } = await openNewsroom(engine);
    const ada = ctxOf('ada');
    const { id } = await takeArticleIn(ada, desks.foreign.slug, { headline: 'Boats leave', body: BODY });
    assert.deepEqual(await keptOf(db), []);
    // A list says what is left over in an article that nobody has opened, once it has been read.
    const leftOver = async () => (await progressOf(ada, [await getArticle(ada, id)])).get(id)?.leftovers;
    assert.equal(await leftOver(), null);
    assert.equal(await workOff(db), 1);
    assert.equal(await leftOver(), 0);
    const kept = { number: 1, language: 'en', reading_version: READING_VERSION };
    assert.deepEqual(await keptOf(db), [kept]);
    const read = async () => {
      forgetRemembered();
      const article = await getArticle(ada, id);
      return readingOfText(db, await getVersionText(db, article), article.language);
    };
    const { suggestions, leftovers } = await read();
    assert.equal(suggestions[0]?.reading.attribution[0]?.name, 'The harbour master');
    assert.ok((leftovers.get(2)?.length ?? 0) > 0);

    await db
      .updateTable('version_reading')
      .set({ reading_version: READING_VERSION - 1 })
      .execute();
    assert.deepEqual((await read()).suggestions, suggestions);
    assert.deepEqual(await keptOf(db), [kept]);

    // A restore brings no readings, and a new program reads otherwise: the desk sees to it by itself, once.
    await db.deleteFrom('version_reading').execute();
    for (let server = 0; server < 3; server += 1) await askForUnread(systemContext(db));
    assert.equal(await workOff(db), 1);
    assert.deepEqual(await keptOf(db), [kept]);
    await askForUnread(systemContext(db));
    assert.equal(await workOff(db), 0);

    const { title, revision } = await getArticle(ada, id);
    await changeArticleDetails(ada, id, { title, revision, language: 'de' });
    assert.equal(await workOff(db), 1);
    assert.deepEqual(await keptOf(db), [{ ...kept, language: 'de' }]);

    await reviseArticle(ada, id, { headline: 'Boats leave', body: BODY.replace('40', '41'), version: 1 });
    assert.equal(await workOff(db), 1);
    assert.deepEqual(await keptOf(db), [{ ...kept, number: 2, language: 'de' }]);
  });

  test('what was read goes with the words, and is not kept of words that went meanwhile', async () => {
    const { db, ctxOf, desks } = await openNewsroom(engine);
    const ada = ctxOf('ada');
    const { id } = await takeArticleIn(ada, desks.foreign.slug, { body: BODY });
    const article = await getArticle(ada, id);
    const ground = await getVersionText(db, article);
    await workOff(db);
    assert.equal((await keptOf(db)).length, 1);
    await eraseArticle(ada, id, { reason: 'A court said so' });
    assert.deepEqual(await keptOf(db), []);
    forgetRemembered();
    await readingOfText(db, ground, article.language);
    assert.deepEqual(await keptOf(db), []);
  });
});
