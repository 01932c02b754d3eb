// Words that are marked or taken together with their verdict.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { takeSuggestion } from '#src/claims/suggestions/commands.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { BODY, HEADLINE } from '#tests/workbench/support.ts';
import { explosionAt, WORDS } from './support.ts';

const NOBODYS = { sentence: 4, words: 'Smoke hung over the harbour' };

onEachEngine((engine) => {
  describe('a verdict that comes with the marking', () => {
    it('is stored with the claim in one transaction, by whoever marks it', async () => {
      const newsroom = await openNewsroom(engine);
      const { article_id, verdict, claim, events } = await explosionAt(newsroom);
      const made = await markClaim(newsroom.ctxOf('ben'), article_id, {
        selection: NOBODYS,
        content_verdict: verdict('ok'),
      });
      assert.deepEqual(made, { number: 1, is_new: true });
      const { content_meaning, state, checker_id } = await claim(1);
      assert.deepEqual([content_meaning, state, checker_id], ['ok', 'ready', newsroom.persons.ben.id]);
      assert.deepEqual(await events(1), ['claim.marked', 'claim.verdict_set']);
    });

    it('wants its sentence as ever, and answers “was it said?” of words that somebody says', async () => {
      const newsroom = await openNewsroom(engine);
      const { article_id, verdict, claim } = await explosionAt(newsroom);
      const ben = newsroom.ctxOf('ben');
      await markClaim(ben, article_id, { selection: NOBODYS, content_verdict: verdict('wrong') });
      assert.deepEqual([(await claim(1)).content_meaning, (await claim(1)).state], ['wrong', 'in_work']);
      await markClaim(ben, article_id, { selection: WORDS.mayor, attribution_verdict: 'word_for_word' });
      assert.equal((await claim(2)).attribution_verdict, 'word_for_word');
    });

    it('marks nothing where it cannot be given', async () => {
      const newsroom = await openNewsroom(engine);
      const { article_id, verdict } = await explosionAt(newsroom);
      const ben = newsroom.ctxOf('ben');
      const mark = (more: object, who = ben) => markClaim(who, article_id, { selection: NOBODYS, ...more });
      await assert.rejects(mark({ attribution_verdict: 'changed' }), /in the article’s own voice/);
      await assert.rejects(mark({ content_verdict: 'no such verdict' }), RuleBroken);
      await assert.rejects(mark({ content_verdict: verdict('ok') }, newsroom.operator), Forbidden);
      await assert.rejects(mark({ content_verdict: verdict('ok') }, newsroom.ctxOf('dina')), Forbidden);
      await assert.rejects(mark({ content_verdict: verdict('ok') }, newsroom.ctxOf('emil')), NotFound);
      const claims = await newsroom.db.selectFrom('claim').select('number').execute();
      assert.deepEqual(claims, []);
      assert.equal((await mark({ content_verdict: verdict('ok') })).number, 1);
    });

    it('judges no claim over again that the words were before, and a repeat is harmless', async () => {
      const newsroom = await openNewsroom(engine);
      const { article_id, verdict, claim, events } = await explosionAt(newsroom);
      const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
      const mark = (who: typeof ben, meaning: 'ok' | 'wrong') =>
        markClaim(who, article_id, { selection: NOBODYS, content_verdict: verdict(meaning) });
      await markClaim(cleo, article_id, { selection: NOBODYS });
      assert.deepEqual(await mark(ben, 'wrong'), { number: 1, is_new: false });
      assert.deepEqual(await mark(ben, 'wrong'), { number: 1, is_new: false });
      await assert.rejects(mark(cleo, 'ok'), /already claim 1, and it has its verdict/);
      const { content_meaning, checker_id } = await claim(1);
      assert.deepEqual([content_meaning, checker_id], ['wrong', newsroom.persons.ben.id]);
      assert.deepEqual(await events(1), ['claim.marked', 'claim.verdict_set']);
    });

    it('comes with the taking of a suggestion alike', async () => {
      const newsroom = await openNewsroom(engine);
      const { article_id, verdict, claim } = await explosionAt(newsroom);
      const ben = newsroom.ctxOf('ben');
      const article = await getArticle(ben, article_id);
      const { suggestions } = await readingOfText(
        newsroom.db,
        await getVersionText(newsroom.db, article),
        article.language,
      );
      const damage = suggestions.find((one) => one.reading.statement.includes('4 million'));
      assert.ok(damage);
      const { start, end } = damage;
      const made = await takeSuggestion(ben, article_id, { start, end, version: 1, content_verdict: verdict('wrong') });
      assert.deepEqual(made, { number: 1, is_new: true });
      assert.equal((await claim(1)).content_meaning, 'wrong');
      const other = suggestions.find((one) => one.start > end || one.end < start);
      assert.ok(other);
      const unusable = takeSuggestion(ben, article_id, { start: other.start, end: other.end, content_verdict: 'none' });
      await assert.rejects(unusable, RuleBroken);
      assert.equal((await newsroom.db.selectFrom('claim').select('id').execute()).length, 1);
    });
  });
});

describe('the forms of marking and taking', () => {
  const opened: { close(): Promise<void> }[] = [];
  after(() => Promise.all(opened.map((desk) => desk.close())));

  it('take a verdict with them, and say what became of it', async () => {
    const desk = await startNewsroom();
    opened.push(desk);
    const ben = await desk.visitor('ben');
    await ben.visit('/articles/new');
    await ben.fill('Text', `# ${HEADLINE}\n\n${BODY}`).press('Add article');
    const ok = await desk.db.selectFrom('verdict').select('id').where('meaning', '=', 'ok').execute();
    const verdict = ok.map(({ id }) => id).find((id) => ben.body.includes(id)) as string;
    await ben.send('/articles/1/claims', { sentence: '4', words: 'cold morning', content_verdict: verdict });
    assert.match(ben.path, /\/claims\/1$/);
    assert.equal(ben.notice(), 'Claim 1 is marked. It is waiting for its second read.');
    await ben.send('/articles/1/claims', { sentence: '4', words: 'warm morning', content_verdict: verdict });
    assert.equal(ben.status, 422);
    await ben.send('/articles/1/claims', { sentence: '4', words: 'cold', content_verdict: 'x'.repeat(41) });
    assert.equal(ben.status, 422);
    assert.equal((await desk.db.selectFrom('claim').select('id').execute()).length, 1);
    await ben.send('/articles/1/claims', { sentence: '1', words: HEADLINE, is_key: '1', content_verdict: verdict });
    assert.match(
      ben.notice(),
      /^Claim 2 is marked\. As a key claim it stays with you until you send it to second read\.$/,
    );
  });
});
