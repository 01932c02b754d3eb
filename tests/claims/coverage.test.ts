// What is left to read: ticks, initials, leftovers and shares of the work, on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { initialSentences, removeInitials } from '#src/claims/coverage/commands.ts';
import { coverageOf } from '#src/claims/coverage/coverage.ts';
import { listTicks } from '#src/claims/coverage/store.ts';
import { removeTick, tickWords } from '#src/claims/coverage/tick-commands.ts';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { Forbidden, NotFound } from '#src/errors.ts';
import { gatherArticle } from '#src/workbench/gather-article.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { type Desk, explosionAt } from './support.ts';

async function coverage({ newsroom, article_id }: Desk) {
  const ctx = newsroom.ctxOf('ada');
  const { coverage, ground } = await gatherArticle(ctx, await getArticle(ctx, article_id));
  const states = coverage.sentences.map((sentence) => sentence.state);
  const left = coverage.sentences.flatMap((sentence) => sentence.leftovers);
  return { states, left: left.map(({ start, end }) => ground.text.slice(start, end)), ...coverage };
}

onEachEngine((engine) => {
  const desk = async () => explosionAt(await openNewsroom(engine));

  engine.rule('a new article is unread, and nothing is left over in what nobody read', async () => {
    const { states, left, unread, total } = await coverage(await desk());
    assert.deepEqual([unread, total, left], [7, 7, []]);
    assert.ok(states.every((state) => state === 'unread'));
  });

  engine.rule('a claim reads its sentence, and what it leaves over is named until it is ticked', async () => {
    const at = await desk();
    await at.mark('dead');
    const { states, left } = await coverage(at);
    assert.equal(states[1], 'read');
    for (const words of ['Vessel Bay', 'on Sunday']) assert.ok(left.includes(words), `${words} in ${left}`);
    const ben = at.newsroom.ctxOf('ben');
    for (const words of left) await tickWords(ben, at.article_id, { selection: { sentence: 2, words }, note: 'map' });
    assert.deepEqual((await coverage(at)).left, []);
  });

  engine.rule('dropping the last claim of a sentence makes it unread again', async () => {
    const at = await desk();
    await at.mark('damage');
    await withdrawClaim(at.newsroom.ctxOf('ben'), at.article_id, { number: 1, reason: 'not ours' });
    assert.equal((await coverage(at)).unread, 7);
  });

  engine.rule('initials settle a sentence, a selection and a paragraph, but never a TK', async () => {
    const at = await desk();
    const { newsroom, article_id } = at;
    const ben = newsroom.ctxOf('ben');
    assert.equal(await initialSentences(ben, article_id, { selection: { sentence: 4 } }), 1);
    assert.equal(await initialSentences(ben, article_id, { selection: { sentence: 4 } }), 0);
    assert.equal(await initialSentences(ben, article_id, { paragraph: 3 }), 3);
    const now = await coverage(at);
    assert.deepEqual([now.initialled, now.unread, now.left], [4, 3, ['TK']]);
    await removeInitials(newsroom.ctxOf('cleo'), article_id, { paragraph: 3 });
    assert.equal((await coverage(at)).unread, 6);
  });

  test('a tick is one however often it is made, and can be taken back once', async () => {
    const { newsroom, article_id } = await desk();
    const ben = newsroom.ctxOf('ben');
    const tick = { selection: { sentence: 3, words: 'Ines Korhal' }, note: 'city website' };
    await tickWords(ben, article_id, tick);
    await tickWords(newsroom.ctxOf('cleo'), article_id, tick);
    const { version } = await getVersionText(newsroom.db, await getArticle(ben, article_id));
    const [made, ...more] = await listTicks(newsroom.db, version.id);
    assert.deepEqual([made?.initials, made?.note, more], ['BO', 'city website', []]);
    await removeTick(ben, article_id, made?.id ?? '');
    await removeTick(ben, article_id, made?.id ?? '');
    const verbs = await newsroom.db.selectFrom('log').select('verb').where('verb', 'like', 'words.%').execute();
    assert.deepEqual(verbs.map((row) => row.verb).sort(), ['words.tick_removed', 'words.ticked']);
  });

  engine.rule('initials never cover a number in dispute: it is ticked or marked', async () => {
    const { newsroom, article_id, mark, verdict } = await desk();
    const ben = newsroom.ctxOf('ben');
    await mark('trucks');
    const judged = {
      number: 1,
      revision: 1,
      content_verdict: verdict('disputed'),
      verdict_sentence: 'One, says the mayor.',
    };
    await setVerdicts(ben, article_id, judged);
    for (const stretch of [{ selection: { sentence: 2 } }, { paragraph: 2 }])
      await assert.rejects(
        initialSentences(ben, article_id, stretch),
        /“At least nine” in sentence 2 is a number in dispute/,
      );
    await tickWords(ben, article_id, { selection: { sentence: 2, words: 'At least nine people' }, note: 'ministry' });
    assert.equal(await initialSentences(ben, article_id, { selection: { sentence: 2 } }), 1);
  });

  engine.rule('a paragraph given to Cleo gives her its claims, those that stand and those to come', async () => {
    const { newsroom, article_id, mark, claim } = await desk();
    await mark('dead');
    await assignParagraphs(newsroom.ctxOf('ada'), article_id, {
      paragraphs: [2],
      assignee_id: newsroom.persons.cleo.id,
    });
    await mark('mayor');
    await mark('damage');
    const hands = [await claim(1), await claim(2), await claim(3)].map((one) => one.assignee_id);
    const { ben, cleo } = newsroom.persons;
    assert.deepEqual(hands, [cleo.id, cleo.id, ben.id]);
    const outsider = { paragraphs: [2], assignee_id: newsroom.persons.emil.id };
    await assert.rejects(assignParagraphs(newsroom.ctxOf('ada'), article_id, outsider), /of this desk/);
  });

  engine.rule('guests look on, strangers find nothing, and the operator has no initials', async () => {
    const { newsroom, article_id } = await desk();
    const selection = { sentence: 4 };
    for (const ctx of [newsroom.ctxOf('dina'), newsroom.operator]) {
      await assert.rejects(tickWords(ctx, article_id, { selection, note: '' }), Forbidden);
      await assert.rejects(initialSentences(ctx, article_id, { selection }), Forbidden);
    }
    await assert.rejects(initialSentences(newsroom.ctxOf('emil'), article_id, { selection }), NotFound);
  });
});

test('coverage of many sentences with many claims is found in one walk, and agrees with a plain reading', () => {
  const sentences = Array.from({ length: 400 }, (_, index) => ({
    id: String(index),
    number: index + 1,
    start: index * 10,
    end: index * 10 + 9,
  }));
  const text = sentences.map(() => 'aaaa bbbb').join(' ');
  const ranges = sentences.filter((one) => one.number % 3 === 0).map((one) => ({ start: one.start + 5, end: one.end }));
  const { unread } = coverageOf(text, sentences, { ranges, initialled_ids: new Set(['0']), leftovers_of: () => [] });
  assert.equal(unread, 400 - 133 - 1);
});
