// R17: what Legal has to see and has not cleared blocks, and nothing outside tells what that was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { withdrawClaim } from '#src/claims/marking/commands.ts';
import { clearArticle, clearClaim, holdClaim } from '#src/reviews/legal/commands.ts';
import { legalPage } from '#src/reviews/legal/page.ts';
import { listForLegal } from '#src/reviews/legal/waiting-store.ts';
import { type Strike, strikeAt } from '#tests/reviews/support.ts';
import { onSqlite } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, openNewsroom } from '#tests/support/newsroom.ts';
import { lookedAt, resultOf } from './looked-at.ts';

async function r17(newsroom: Newsroom, { id }: Strike, open: number[] = []) {
  const input = await lookedAt(newsroom, id);
  const { state, sentence, missing } = await resultOf({ ...input, open: new Set(open) }, 'R17');
  return { state, sentence, missing };
}

onSqlite((engine) => {
  test('a held claim blocks until Legal clears it, also where it is signed open for time', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
    assert.deepEqual(await r17(newsroom, strike), {
      state: 'holds',
      sentence: 'Legal does not have to see it.',
      missing: [],
    });
    await holdClaim(ben, strike.id, { number: 1, reason: 'It accuses the union.' });
    for (const open of [[], [1]]) {
      const { state, sentence, missing } = await r17(newsroom, strike, open);
      assert.deepEqual([state, sentence], ['blocks', 'Legal has not cleared all that it has to see.']);
      assert.deepEqual(
        missing.map(({ label, public_label, href }) => [label, public_label, href]),
        [['Claim 1: Five hundred dockers, held by Ben Okafor', 'A claim', '/articles/1/claims/1#words']],
      );
    }
    await clearClaim(frida, strike.id, { number: 1, version: 1, holds: 1, line: '' });
    const cleared = await r17(newsroom, strike);
    assert.deepEqual([cleared.state, cleared.sentence], ['holds', 'Legal cleared what it has to see, for version 1.']);
    await strike.revise({ strike: 'Six hundred dockers walked out in Lund on Tuesday, the union said.' });
    assert.equal((await r17(newsroom, strike)).state, 'blocks');
  });

  test('a held claim that is dropped, and marked anew, blocks as long as its words are printed', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    const [ben, frida] = [newsroom.ctxOf('ben'), newsroom.ctxOf('frida')];
    await holdClaim(frida, strike.id, { number: 1, reason: 'It accuses the union.' });
    await withdrawClaim(ben, strike.id, { number: 1, reason: 'put another way' });
    assert.deepEqual(
      (await r17(newsroom, strike)).missing.map(({ label }) => label),
      ['Claim 1: Five hundred dockers, held by Frida Holm'],
    );
    assert.deepEqual(
      (await listForLegal(frida)).map(({ held }) => held),
      [1],
    );
    const page = await legalPage(frida, await getArticle(frida, strike.id));
    assert.deepEqual(
      page.held.map(({ number, is_dropped }) => [number, is_dropped]),
      [[1, true]],
    );
    await clearClaim(frida, strike.id, { number: 1, version: 1, holds: 1, line: '' });
    assert.equal((await r17(newsroom, strike)).state, 'holds');
    await strike.revise({ strike: 'Nobody walked out.' });
    assert.deepEqual((await r17(newsroom, strike)).missing, [], 'the words are gone with the claim');
    assert.deepEqual(await listForLegal(frida), []);
  });

  test('an article marked for Legal blocks at each version that is not cleared', async () => {
    const newsroom = await openNewsroom(engine);
    const strike = await strikeAt(newsroom);
    await newsroom.db.updateTable('article').set({ needs_legal: 1 }).where('id', '=', strike.id).execute();
    behindTheLog(newsroom.db);
    assert.deepEqual(
      (await r17(newsroom, strike)).missing.map(({ label }) => label),
      ['Version 1 is not cleared'],
    );
    await clearArticle(newsroom.ctxOf('frida'), strike.id, { version: 1, line: '' });
    assert.equal((await r17(newsroom, strike)).state, 'holds');
    await strike.revise({ end: 'Talks broke off.' });
    assert.equal((await r17(newsroom, strike)).missing[0]?.label, 'Version 2 is not cleared');
  });
});
