// Changing the details of an article: the verb on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { type EngineUnderTest, onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

async function openWithArticle(engine: EngineUnderTest) {
  const newsroom = await openNewsroom(engine);
  const article = await takeArticleIn(newsroom.ctxOf('ben'), 'foreign-desk', {
    headline: 'Ferry late again',
    body: 'The ferry to Vessel Bay was late for the ninth day.',
    outlet: 'Northern Wire',
    deadline_at: '2026-03-14 22:30',
  });
  const events = async () => {
    const query = newsroom.db
      .selectFrom('log')
      .innerJoin('log_detail', (join) =>
        join.onRef('log.chain', '=', 'log_detail.chain').onRef('log.number', '=', 'log_detail.number'),
      );
    return query.selectAll().where('verb', '=', 'article.details_changed').execute();
  };
  return { ...newsroom, article, events };
}

const SAME = { title: 'Ferry late again', outlet: 'Northern Wire', deadline_at: '2026-03-14T22:30', language: 'en' };

onEachEngine((engine) => {
  engine.rule('a change is stored and the log says what it was and what it is, changed fields only', async () => {
    const { ctxOf, article, events } = await openWithArticle(engine);
    const change = { ...SAME, revision: 1, outlet: 'Coast Herald', dated_on: '2026-03-14', dated_zone: 'Asia/Kabul' };
    const changed = await changeArticleDetails(ctxOf('cleo'), article.number, change);
    assert.equal(changed.revision, 2);
    const stored = await getArticle(ctxOf('ben'), article.id);
    assert.equal(stored.outlet, 'Coast Herald');
    assert.equal(stored.dated_on, '2026-03-14');
    assert.equal(stored.revision, 2);
    assert.equal(stored.changed_seq, article.changed_seq + 1);
    const [event] = await events();
    assert.deepEqual(JSON.parse(event?.before ?? ''), { outlet: 'Northern Wire', dated_on: null, dated_zone: null });
    assert.deepEqual(JSON.parse(event?.after ?? ''), {
      outlet: 'Coast Herald',
      dated_on: '2026-03-14',
      dated_zone: 'Asia/Kabul',
    });
  });

  test('saving what is there already changes nothing, whatever the revision: a repeat is harmless', async () => {
    const { ctxOf, article, events } = await openWithArticle(engine);
    const change = { ...SAME, revision: 1, outlet: 'Coast Herald' };
    for (const _ of [1, 2]) await changeArticleDetails(ctxOf('ben'), article.id, change);
    assert.equal((await getArticle(ctxOf('ben'), article.id)).revision, 2);
    assert.equal((await events()).length, 1);
  });

  engine.rule(
    'what is noted about the writer is kept with the article, and in the log only that it changed',
    async () => {
      const { ctxOf, article, events } = await openWithArticle(engine);
      const change = { ...SAME, revision: 1, writer_notes: ' Lena, 0700 123\nSaw it herself. ' };
      const changed = await changeArticleDetails(ctxOf('cleo'), article.number, change);
      assert.equal(changed.writer_notes, 'Lena, 0700 123\nSaw it herself.');
      const [event] = await events();
      assert.deepEqual(JSON.parse(event?.before ?? ''), { writer_notes: '' });
      assert.deepEqual(JSON.parse(event?.after ?? ''), { writer_notes: '(not kept here)' });
    },
  );

  engine.rule('who saves second gets both texts, and the first one stays', async () => {
    const { ctxOf, article } = await openWithArticle(engine);
    await changeArticleDetails(ctxOf('ben'), article.id, { ...SAME, revision: 1, deadline_at: '2026-03-14T21:00' });
    const second = changeArticleDetails(ctxOf('cleo'), article.id, { ...SAME, revision: 1, title: 'The late ferry' });
    await assert.rejects(second, (error) => {
      assert.ok(error instanceof StaleEdit);
      const [mine, stored] = [error.yours, error.theirs];
      assert.deepEqual([mine.title, mine.deadline_at], ['The late ferry', '2026-03-14T22:30']);
      assert.deepEqual([stored.title, stored.deadline_at], ['Ferry late again', '2026-03-14T21:00']);
      return true;
    });
    assert.equal((await getArticle(ctxOf('ben'), article.id)).title, 'Ferry late again');
  });

  engine.rule('guests may not, members of other desks find nothing, rules hold', async () => {
    const { ctxOf, article, events } = await openWithArticle(engine);
    const change = { ...SAME, revision: 1, place: 'Vessel Bay' };
    await assert.rejects(changeArticleDetails(ctxOf('dina'), article.id, change), Forbidden);
    await assert.rejects(changeArticleDetails(ctxOf('emil'), article.id, change), NotFound);
    for (const id of ['999', 'no-such', '\u0000', "1'--"])
      await assert.rejects(changeArticleDetails(ctxOf('ben'), id, change), NotFound);
    await assert.rejects(changeArticleDetails(ctxOf('ben'), article.id, { ...change, title: ' ' }), RuleBroken);
    await assert.rejects(
      changeArticleDetails(ctxOf('ben'), article.id, { ...change, dated_on: '2026-03-14', dated_zone: 'Nowhere/Lost' }),
      RuleBroken,
    );
    assert.deepEqual(await events(), []);
  });

  engine.rule(
    'a deadline in the hour that clocks show twice keeps its moment when something else is changed',
    async () => {
      const { ctxOf, db } = await openNewsroom(engine);
      const emil = ctxOf('emil');
      const article = await takeArticleIn(emil, 'weekend-desk', { body: 'Clocks go back tonight.' });
      const later = '2026-10-25T01:30:00.000Z';
      await behindTheLog(db).updateTable('article').set({ deadline_at: later }).where('id', '=', article.id).execute();
      const change = { title: article.title, revision: 1, deadline_at: '2026-10-25T02:30', byline: 'E. Novak' };
      await changeArticleDetails(emil, article.id, change);
      assert.equal((await getArticle(emil, article.id)).deadline_at, later);
    },
  );

  engine.rule('an empty language leaves the article its own', async () => {
    const { ctxOf, article } = await openWithArticle(engine);
    await changeArticleDetails(ctxOf('ben'), article.id, { ...SAME, language: 'pt-br', revision: 1 });
    await changeArticleDetails(ctxOf('ben'), article.id, { ...SAME, language: '', place: 'Vessel Bay', revision: 2 });
    assert.equal((await getArticle(ctxOf('ben'), article.id)).language, 'pt-BR');
  });
});
