// Taking one's own last deed back: what was done stays in the log, and nobody's later work is undone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { listInitials, listTicks } from '#src/claims/coverage/store.ts';
import { tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimKey, markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { takeSuggestion } from '#src/claims/suggestions/commands.ts';
import { dismissSuggestion } from '#src/claims/suggestions/dismiss-commands.ts';
import { listDecisions } from '#src/claims/suggestions/store.ts';
import { undoLast } from '#src/claims/undo/commands.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { offerClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { gatherArticle } from '#src/workbench/gather-article.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { explosionAt } from './support.ts';

const BLAME = { sentence: 6, words: 'Nobody has said who did it' };

onEachEngine((engine) => {
  test('ticks, initials, dismissals and marks are taken back one by one, each as a change on record', async () => {
    const { newsroom, article_id, claim } = await explosionAt(await openNewsroom(engine));
    const { db } = newsroom;
    const ben = newsroom.ctxOf('ben');
    const article = await getArticle(ben, article_id);
    const { version } = await getVersionText(db, article);
    const undo = async () => (await undoLast(ben, article_id)).said;
    const { suggestions } = await gatherArticle(ben, article);
    const [first, second] = suggestions.map(({ start, end }) => ({ start, end, version: 1 }));
    assert.ok(first && second, 'two suggestions');

    await tickWords(ben, article_id, { selection: { sentence: 4, words: 'the harbour' }, note: '' });
    await initialSentences(ben, article_id, { selection: { sentence: 6 } });
    await dismissSuggestion(ben, article_id, second);
    const { number } = await takeSuggestion(ben, article_id, first);
    assert.match(await undo(), new RegExp(`claim ${number} is dropped`));
    assert.equal((await claim(number)).state, 'withdrawn');
    assert.equal((await listDecisions(db, version.id)).length, 1, 'what was taken is suggested again');
    assert.match(await undo(), /is suggested again/);
    assert.equal((await listDecisions(db, version.id)).length, 0);
    assert.match(await undo(), /your initials on sentence 6/);
    assert.equal((await listInitials(db, version.id)).length, 0);
    assert.match(await undo(), /your tick on “the harbour”/);
    assert.equal((await listTicks(db, version.id)).length, 0);
    await assert.rejects(
      undo(),
      (error: RuleBroken) => error instanceof RuleBroken && /nothing here/.test(error.message),
    );
    const verbs = (await db.selectFrom('log').select('verb').where('article_id', '=', article_id).execute()).map(
      (row) => row.verb,
    );
    for (const verb of ['words.ticked', 'words.tick_removed', 'sentence.initialled', 'sentence.initial_removed'])
      assert.ok(verbs.includes(verb as never), verb);
  });

  test('a verdict goes back to what it was, words marked and judged in one press go together, a star too', async () => {
    const at = await explosionAt(await openNewsroom(engine));
    const { newsroom, article_id, claim, verdict } = at;
    const ben = newsroom.ctxOf('ben');
    const number = await at.mark('damage');
    const cleo = newsroom.ctxOf('cleo');
    await setVerdicts(cleo, article_id, { number, revision: 1, content_verdict: verdict('ok') });
    const before = await claim(number);
    await setVerdicts(ben, article_id, {
      number,
      revision: before.revision,
      content_verdict: verdict('wrong'),
      verdict_sentence: 'It was 3 million.',
    });
    await addEvidence(ben, article_id, { number, source_line: 'Insurers, statement' });
    await offerClaim(ben, article_id, number);
    const undone = await undoLast(ben, article_id);
    assert.deepEqual([undone.claim, /The source that you added since stays\.$/.test(undone.said)], [number, true]);
    const { revision: _, ...now } = await claim(number);
    const { revision: __, ...then } = before;
    assert.deepEqual(now, then, 'verdict, sentence, checker, time and state are those of before');
    assert.equal((await at.events(number)).at(-1), 'claim.verdict_undone');

    const both = await markClaim(ben, article_id, { selection: BLAME, content_verdict: verdict('ok') });
    await changeClaimKey(ben, article_id, { number: both.number, is_key: true });
    assert.match((await undoLast(ben, article_id)).said, /no longer a key claim/);
    assert.equal((await claim(both.number)).state, 'ready');
    await undoLast(ben, article_id);
    assert.equal((await claim(both.number)).state, 'withdrawn');
  });

  engine.rule('nothing is taken back on which somebody else has worked, nor by guests or strangers', async () => {
    const at = await explosionAt(await openNewsroom(engine));
    const { newsroom, article_id, claim, verdict } = at;
    const ben = newsroom.ctxOf('ben');
    const number = await at.mark('damage', true);
    await setVerdicts(ben, article_id, { number, revision: 1, content_verdict: verdict('ok') });
    await offerClaim(ben, article_id, number);
    const { revision } = await claim(number);
    await returnClaim(newsroom.ctxOf('cleo'), article_id, { number, revision, line: 'By whom?' });
    await assert.rejects(undoLast(ben, article_id), /Somebody else has worked on claim 1 since/);
    assert.equal((await claim(number)).state, 'returned');
    await assert.rejects(undoLast(newsroom.ctxOf('dina'), article_id), Forbidden);
    await assert.rejects(undoLast(newsroom.ctxOf('emil'), article_id), NotFound);
  });
});
