// A fact that the text says twice is checked once: the one claim decides the other, until words change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeClaimKey, markClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { followClaim, unfollowClaim } from '#src/claims/marking/same-as-commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { undoLast } from '#src/claims/undo/commands.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { listVerdicts } from '#src/people/verdict-store.ts';
import { closeClaim, closeClaimsTogether, offerClaim, reopenClaim } from '#src/reviews/second-read/commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';

const HEADLINE = 'Forty crates are gone from the port';
const BODY =
  'Forty crates are gone from the quay. A guard walked there twice.\n\nHere stood forty crates. It was cold.';

/** Claims 1 (lead), 2 (headline), 3 (caption), 4 (another one), all marked by Ben; none is key. */
async function cratesAt(newsroom: Newsroom) {
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  const { slug, id: desk_id } = newsroom.desks.foreign;
  const { id } = await takeArticleIn(newsroom.ctxOf('ada'), slug, { headline: HEADLINE, body: BODY });
  const words = ['Forty crates are gone from the quay', 'Forty crates are gone', 'forty crates', 'It was cold'];
  for (const [place, sentence] of [2, 1, 4, 5].entries())
    await markClaim(ben, id, { selection: { sentence, words: words[place] as string }, is_key: false });
  const ok = (await listVerdicts(newsroom.db, desk_id)).find((one) => one.meaning === 'ok')?.id as string;
  const claim = (number: number) => getClaim(newsroom.db, { id }, { number });
  const revision = async (number: number) => ({ number, revision: (await claim(number)).revision });
  return {
    ...{ id, ben, cleo, ok, claim, revision },
    judge: async (number: number) => setVerdicts(ben, id, { ...(await revision(number)), content_verdict: ok }),
    close: async (number: number) => closeClaim(cleo, id, await revision(number)),
    verbs: async (number: number) => {
      const subject = `claim:${(await claim(number)).id}`;
      const rows = await newsroom.db
        .selectFrom('log')
        .select('verb')
        .where('subject', '=', subject)
        .orderBy('number')
        .execute();
      return rows.map((row) => row.verb);
    },
  };
}

const says = (words: RegExp) => (error: unknown) => error instanceof RuleBroken && words.test(error.message);

onEachEngine((engine) => {
  test('a claim that is the same goes along with the other, and is set free as it was', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben, cleo, ok, claim, revision, judge, close, verbs } = await cratesAt(newsroom);
    await setVerdicts(ben, id, { ...(await revision(3)), content_verdict: ok });
    const held = await claim(3);
    await judge(1);
    const seen = await revision(1);
    await followClaim(ben, id, { number: 2, same_as: 1 });
    await followClaim(ben, id, { number: 2, same_as: 1 });
    await followClaim(ben, id, { number: 3, same_as: 1 });
    assert.equal((await claim(2)).state, 'ready');
    await assert.rejects(closeClaim(cleo, id, seen), StaleEdit, 'she has not seen what it decides now');
    const together = await closeClaimsTogether(cleo, id, [await revision(2)]);
    assert.match(together.left[0]?.why ?? '', /is decided there/);
    await close(1);
    for (const number of [2, 3]) {
      const { state, second_reader_id, checker_id, content_meaning, closed_at } = await claim(number);
      const { cleo: reader, ben: checker } = newsroom.persons;
      assert.deepEqual([state, second_reader_id, checker_id, content_meaning], ['closed', reader.id, checker.id, 'ok']);
      assert.equal(closed_at, (await claim(1)).closed_at);
    }
    assert.deepEqual(await verbs(2), ['claim.marked', 'claim.followed', 'claim.went_along']);

    await assert.rejects(
      reopenClaim(cleo, id, { number: 2, reason: 'A call.' }),
      says(/Claim 2 is the same as claim 1\./),
    );
    await reopenClaim(cleo, id, { number: 1, reason: 'A call.' });
    assert.deepEqual([(await claim(2)).state, (await claim(2)).second_reader_id], ['in_work', null]);
    const other = { ...(await revision(2)), content_verdict: ok, verdict_sentence: 'He counted them.' };
    await assert.rejects(setVerdicts(ben, id, other), says(/Decide claim 1/));
    await assert.rejects(offerClaim(ben, id, 2), says(/Decide claim 1/));
    await assert.rejects(
      addEvidence(ben, id, { number: 2, source_line: 'Port list' }),
      says(/check claim 2 on its own/),
    );

    assert.equal(await unfollowClaim(ben, id, 3), true);
    assert.equal(await unfollowClaim(ben, id, 3), false);
    const { state, content_verdict_id, checker_id, same_as_id } = await claim(3);
    assert.deepEqual([state, content_verdict_id, checker_id, same_as_id], [held.state, ok, held.checker_id, null]);
    assert.match((await undoLast(ben, id)).said, /Undone: claim 2 is checked on its own again/);
    assert.deepEqual([(await claim(2)).state, (await claim(2)).content_verdict_id], ['open', null]);
  });

  engine.rule('loops, chains, key claims under one that is not, and a checker who closes so are refused', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben, cleo, judge, close, claim } = await cratesAt(newsroom);
    const follow = (number: number, same_as: number, ctx = ben) => followClaim(ctx, id, { number, same_as });
    await follow(2, 1);
    await assert.rejects(follow(1, 1), says(/another one/));
    await assert.rejects(follow(1, 2), says(/Claim 2 is itself the same as another/));
    await assert.rejects(follow(3, 2), says(/Choose that one/));
    await assert.rejects(follow(1, 3), says(/Claim 1 decides other claims/));
    await assert.rejects(follow(2, 3), says(/already/));
    await assert.rejects(follow(3, 99), says(/no claim 99/));
    await assert.rejects(follow(3, 1, newsroom.ctxOf('dina')), Forbidden);
    await assert.rejects(follow(3, 1, newsroom.ctxOf('emil')), NotFound);
    await assert.rejects(
      changeClaimKey(ben, id, { number: 2, is_key: true }),
      says(/Claim 2 is key and claim 1 is not/),
    );
    assert.equal((await claim(2)).is_key, 0);
    await changeClaimKey(ben, id, { number: 1, is_key: true });
    await changeClaimKey(ben, id, { number: 2, is_key: true });
    await assert.rejects(changeClaimKey(ben, id, { number: 1, is_key: false }), says(/star claim 1/));
    await judge(1);
    await offerClaim(ben, id, 1).catch(() => undefined);
    await close(1);
    await assert.rejects(follow(3, 1), says(/done on your verdict, so somebody else/));
    await follow(3, 1, cleo);
    assert.equal((await claim(3)).state, 'closed');
  });

  test('changed words of either end it, and the claim is to be checked again with the cause', async () => {
    const newsroom = await openNewsroom(engine);
    const { id, ben, judge, close, claim } = await cratesAt(newsroom);
    for (const number of [2, 3]) await followClaim(ben, id, { number, same_as: 1 });
    await followClaim(ben, id, { number: 4, same_as: 1 });
    await judge(1);
    await close(1);
    const revise = (body: string, version: number) =>
      reviseArticle(newsroom.ctxOf('ada'), id, { version, headline: HEADLINE, body } as never);
    await revise(BODY.replace('forty crates', 'fifty crates'), 1);
    assert.deepEqual([(await claim(3)).state, (await claim(3)).same_as_id], ['in_work', null]);
    assert.match((await claim(3)).check_again, /forty → fifty|same as claim 1 before/);
    assert.deepEqual([(await claim(1)).state, (await claim(2)).state], ['closed', 'closed']);
    await revise(BODY.replace('Forty crates are gone from the quay', 'Fifty crates are gone from the quay'), 2);
    const two = await claim(2);
    assert.deepEqual([two.state, two.second_reader_id, two.same_as_id], ['in_work', null, null]);
    assert.match(two.check_again, /it was the same as claim 1, which was changed by a new version/);
    assert.equal((await claim(4)).same_as_id, null);

    await followClaim(ben, id, { number: 4, same_as: 2 }).catch(() => judge(2));
    await followClaim(ben, id, { number: 4, same_as: 2 });
    await withdrawClaim(ben, id, { number: 2, reason: 'Said twice.' });
    assert.match((await claim(4)).check_again, /claim 2, which was dropped/);
  });
});

test('the panel offers it without a script, shows whose verdict it is, and reports and checks say so', async (t) => {
  const desk = await startNewsroom();
  t.after(() => desk.close());
  const { id, ben, judge, close, claim } = await cratesAt(desk);
  await addEvidence(ben, id, { number: 1, source_line: 'Port list, page 1' });
  const visitor = await desk.visitor('ben');
  await visitor.visit('/articles/1/claims/2');
  assert.match(visitor.text(), /claim 1.* has the same figure or words/);
  await visitor.press('Decide claim 2 there');
  assert.equal(visitor.notice(), 'Claim 2 is the same as claim 1, and is decided there.');
  assert.match(visitor.text(), /Same as claim 1: its verdict and evidence are shown here\./);
  assert.match(visitor.text(), /Port list/);
  assert.doesNotMatch(visitor.text(), /Save verdict|Send to second read/);
  await visitor.visit('/articles/1/claims/1');
  assert.match(visitor.text(), /Also decides claim 2/);
  await judge(1);
  const cleo = await desk.visitor('cleo');
  await cleo.visit('/articles/1/second-read');
  assert.doesNotMatch(cleo.body, /claims\/2[?"#]/);
  await close(1);
  const { findings } = (await visitor.visit('/articles/1/report.json')).json() as {
    findings: Record<string, unknown>[];
  };
  const two = findings.find((one) => one.number === 2);
  assert.deepEqual([two?.same_as, two?.state, two?.on_checkers_word], [1, 'closed', false]);
  assert.equal(JSON.stringify(two?.evidence).match(/Port list/g)?.length, 1);
  for (const [format, words] of Object.entries({ html: /same as claim 1/, md: /same as claim 1/, csv: /same_as/ })) {
    await visitor.visit(`/articles/1/report.${format}`);
    assert.match(visitor.body, words);
  }
  await visitor.visit('/articles/1/claims/2');
  await visitor.press('Check it on its own');
  assert.equal(visitor.notice(), 'Claim 2 is checked on its own.');
  assert.equal((await claim(2)).state, 'open');
});
