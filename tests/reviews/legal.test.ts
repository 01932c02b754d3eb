// Legal: a reviewer, an editor or Legal holds a claim, only Legal clears, and a clearance is of a text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherArticleView } from '#src/article-view/gather-article.ts';
import { getArticle } from '#src/articles/store.ts';
import { changeClaimRange, withdrawClaim } from '#src/claims/marking/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { clearArticle, clearClaim, holdClaim, noteForLegal } from '#src/reviews/legal/commands.ts';
import { legalOfArticle, legalOfClaim, legalStillOpen } from '#src/reviews/legal/legal.ts';
import { liftMoved } from '#src/reviews/legal/update-legal-on-revision.ts';
import { listForLegal } from '#src/reviews/legal/waiting-store.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';
import { eventsOn, PARAGRAPHS, type Strike, strikeAt } from './support.ts';

const CLEARED = { number: 1, version: 1, holds: 1, line: '' };

async function seenBy(newsroom: Newsroom, name: PersonName, { id }: Strike) {
  const ctx = newsroom.ctxOf(name);
  return gatherArticleView(ctx, await getArticle(ctx, id));
}

async function stateOf(newsroom: Newsroom, strike: Strike, number = 1) {
  const { legal, claims, ground } = await seenBy(newsroom, 'ada', strike);
  const claim = claims.find((one) => one.number === number);
  return legalOfClaim(legal, claim as NonNullable<typeof claim>, ground);
}

async function markForLegal(newsroom: Newsroom, { id }: Strike): Promise<void> {
  await newsroom.db.updateTable('article').set({ needs_legal: 1 }).where('id', '=', id).execute();
  behindTheLog(newsroom.db);
}

onEachEngine((engine) => {
  engine.rule(
    'reviewer, editor and Legal hold a claim, each with a reason; the log has it, the same again is once',
    async () => {
      const newsroom = await openNewsroom(engine);
      const strike = await strikeAt(newsroom);
      const { ctxOf } = newsroom;
      for (const name of ['ben', 'ada', 'frida', 'ben'] as const)
        await holdClaim(ctxOf(name), strike.id, { number: 1, reason: 'It accuses the union.' });
      const legal = await stateOf(newsroom, strike);
      assert.equal(legal.state, 'held');
      assert.deepEqual(
        legal.holds.map(({ person_name, reason, version }) => [person_name, reason, version]),
        [
          ['Ben Okafor', 'It accuses the union.', 1],
          ['Ada Lind', 'It accuses the union.', 1],
          ['Frida Holm', 'It accuses the union.', 1],
        ],
      );
      const { id } = await getClaim(newsroom.db, { id: strike.id }, { number: 1 });
      const verbs = (await eventsOn(newsroom, `claim:${id}`)).filter((verb) => verb.startsWith('legal.'));
      assert.deepEqual(verbs, ['legal.held', 'legal.held', 'legal.held']);
      await assert.rejects(holdClaim(ctxOf('dina'), strike.id, { number: 1, reason: 'x' }), Forbidden);
      await assert.rejects(holdClaim(newsroom.operator, strike.id, { number: 1, reason: 'x' }), Forbidden);
      await assert.rejects(holdClaim(ctxOf('emil'), strike.id, { number: 1, reason: 'x' }), NotFound);
      await withdrawClaim(ctxOf('ben'), strike.id, { number: 2, reason: 'Not ours.' });
      await assert.rejects(holdClaim(ctxOf('ben'), strike.id, { number: 2, reason: 'x' }), RuleBroken);
    },
  );

  engine.rule('only Legal clears, what they had in hand, and another hold lifts it', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const { ctxOf } = newsroom;
    const [ben, frida] = [ctxOf('ben'), ctxOf('frida')];
    await assert.rejects(clearClaim(frida, strike.id, { ...CLEARED, holds: 0 }), RuleBroken, 'nobody holds it');
    await holdClaim(ben, strike.id, { number: 1, reason: 'It accuses the union.' });
    for (const name of ['ben', 'ada', 'dina'] as const)
      await assert.rejects(clearClaim(ctxOf(name), strike.id, CLEARED), Forbidden);
    await assert.rejects(clearClaim(newsroom.operator, strike.id, CLEARED), Forbidden);
    await holdClaim(ben, strike.id, { number: 1, reason: 'And its chief.' });
    await assert.rejects(clearClaim(frida, strike.id, CLEARED), StaleEdit, 'a hold that she did not see');
    await clearClaim(frida, strike.id, { ...CLEARED, holds: 2, line: 'The court record says so.' });
    await clearClaim(frida, strike.id, { ...CLEARED, holds: 2 });
    const cleared = await stateOf(newsroom, strike);
    assert.equal(cleared.state, 'cleared');
    assert.deepEqual(
      [cleared.clearance?.person_name, cleared.clearance?.version, cleared.clearance?.line],
      ['Frida Holm', 1, 'The court record says so.'],
    );
    await holdClaim(ben, strike.id, { number: 1, reason: 'The lawyer of the union rang.' });
    const again = await stateOf(newsroom, strike);
    assert.deepEqual([again.state, again.lapsed?.why], ['held', 'it was held again']);
  });

  engine.rule(
    'a change of the sentence lifts the clearance and leaves the hold; a change elsewhere does not',
    async () => {
      const newsroom = await openNewsroom(engine);
      const strike = await strikeAt(newsroom);
      const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
      await holdClaim(ben, strike.id, { number: 1, reason: 'It accuses the union.' });
      await clearClaim(frida, strike.id, CLEARED);
      assert.deepEqual(await strike.revise({ end: 'Talks broke off.' }), []);
      assert.equal((await stateOf(newsroom, strike)).state, 'cleared');
      await assert.rejects(clearClaim(frida, strike.id, CLEARED), StaleEdit, 'version 2 is there');
      const strikers = PARAGRAPHS.strike.replace('on Tuesday', 'on Wednesday');
      const said = await strike.revise({ end: 'Talks broke off.', strike: strikers });
      assert.ok(said.includes('Legal’s clearance is lifted of claim 1.'), said.join());
      const legal = await stateOf(newsroom, strike);
      assert.deepEqual([legal.state, legal.holds.length], ['held', 1]);
      assert.equal(legal.lapsed?.why, 'version 3 changed its sentence');
    },
  );

  engine.rule('a claim that is put on another sentence of the same version is not cleared there', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
    await holdClaim(ben, strike.id, { number: 1, reason: 'It accuses the union.' });
    await clearClaim(frida, strike.id, CLEARED);
    const { revision } = await getClaim(newsroom.db, { id: strike.id }, { number: 1 });
    await changeClaimRange(ben, strike.id, {
      number: 1,
      revision,
      selection: { sentence: 3, words: 'Nobody was hurt' },
      on_moved: [liftMoved],
    });
    const legal = await stateOf(newsroom, strike);
    assert.deepEqual([legal.state, legal.lapsed?.why], ['held', 'the claim was put on other words']);
    await holdClaim(ben, strike.id, { number: 1, reason: 'And it says that nobody was hurt.' });
    const moved = await getClaim(newsroom.db, { id: strike.id }, { number: 1 });
    const selection = { sentence: 2, words: 'Five hundred dockers walked' };
    await changeClaimRange(ben, strike.id, { number: 1, revision: moved.revision, selection });
    assert.equal((await stateOf(newsroom, strike)).state, 'held', 'Legal has not seen the second hold');
  });

  engine.rule('an article that Legal has to see is cleared for one version, and the next lifts it', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ada, frida] = [newsroom.ctxOf('ada'), newsroom.ctxOf('frida')];
    await assert.rejects(clearArticle(frida, strike.id, { version: 1, line: '' }), RuleBroken, 'nobody asked for it');
    await markForLegal(newsroom, strike);
    await assert.rejects(clearArticle(ada, strike.id, { version: 1, line: '' }), Forbidden);
    await clearArticle(frida, strike.id, { version: 1, line: '' });
    await clearArticle(frida, strike.id, { version: 1, line: '' });
    const { legal, article } = await seenBy(newsroom, 'ada', strike);
    assert.equal(legalOfArticle(legal, article).clearance?.person_name, 'Frida Holm');
    assert.deepEqual(await strike.revise({ end: 'Talks broke off.' }), ['Legal’s clearance is lifted of the article.']);
    const now = await seenBy(newsroom, 'ada', strike);
    assert.equal(legalOfArticle(now.legal, now.article).clearance, null);
    assert.deepEqual(legalStillOpen(now.legal, now.article, now), { article: true, claims: [] });
    const verbs = (await eventsOn(newsroom, `article:${strike.id}`)).filter((verb) => verb.startsWith('legal.'));
    assert.deepEqual(verbs, ['legal.cleared', 'legal.clearance_lifted']);
  });

  test('Legal finds on their own desk what waits to be cleared, nobody else does', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
    const waiting = async () =>
      (await listForLegal(frida)).map(({ number, is_whole, held }) => [number, is_whole, held]);
    assert.deepEqual(await waiting(), []);
    await holdClaim(ben, strike.id, { number: 1, reason: 'It accuses the union.' });
    await holdClaim(ben, strike.id, { number: 1, reason: 'And its chief.' });
    assert.deepEqual(await waiting(), [[1, false, 1]]);
    await markForLegal(newsroom, strike);
    await clearClaim(frida, strike.id, { ...CLEARED, holds: 2 });
    assert.deepEqual(await waiting(), [[1, true, 0]]);
    for (const name of ['ada', 'ben', 'dina', 'emil'] as const)
      assert.deepEqual(await listForLegal(newsroom.ctxOf(name)), []);
    await clearArticle(frida, strike.id, { version: 1, line: '' });
    assert.deepEqual(await waiting(), []);
    await strike.revise({ strike: 'Six hundred dockers walked out.' });
    assert.deepEqual(await waiting(), [[1, true, 1]]);
  });

  engine.rule('guests see of all this that the version is cleared: no name, no hold, no note', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
    await markForLegal(newsroom, strike);
    await holdClaim(ben, strike.id, { number: 1, reason: 'Marlow may sue.' });
    await noteForLegal(frida, strike.id, { number: 1, note: 'Marlow has sued before.' });
    await noteForLegal(ben, strike.id, { note: 'Shall we wait?' });
    await noteForLegal(ben, strike.id, { note: 'Shall we wait?' });
    await clearArticle(frida, strike.id, { version: 1, line: 'Marlow is public.' });
    await assert.rejects(noteForLegal(newsroom.ctxOf('dina'), strike.id, { note: 'x' }), Forbidden);
    const inside = (await seenBy(newsroom, 'frida', strike)).legal;
    assert.deepEqual([inside.notes.length, inside.holds.length, inside.clearances.length], [2, 1, 1]);
    const outside = (await seenBy(newsroom, 'dina', strike)).legal;
    assert.deepEqual([outside.notes, outside.holds, outside.clearances.length], [[], [], 1]);
    assert.doesNotMatch(JSON.stringify(outside), /Marlow|Frida/);
  });
});
