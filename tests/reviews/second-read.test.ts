// The second read and fixes: the whole table of states through its verbs, on both engines.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { CLAIM_STATES, type ClaimState, MOVES, type Move } from '#src/claims/claim.ts';
import { changeClaimKey, restoreClaim, takeClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { addMember, removeMember } from '#src/people/desks/member-commands.ts';
import { askFix, decideFix } from '#src/reviews/fixes/commands.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import {
  closeClaim,
  closeClaimsTogether,
  offerClaim,
  reopenClaim,
  returnClaim,
} from '#src/reviews/second-read/commands.ts';
import { type Desk, explosionAt } from '#tests/claims/support.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';

/** Brings claim 1 into this state by the desk's own verbs, with Ben as checker and Cleo as second reader. */
async function bring(desk: Desk, state: ClaimState): Promise<void> {
  const { newsroom, article_id, mark, verdict, claim } = desk;
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  await mark('dead');
  if (state === 'open') return;
  if (state === 'withdrawn') {
    await withdrawClaim(ben, article_id, { number: 1, reason: 'dropped' });
    return;
  }
  const wrong = { number: 1, revision: 1, content_verdict: verdict('wrong'), verdict_sentence: 'Seven died.' };
  await setVerdicts(ben, article_id, wrong);
  if (state === 'in_work') return;
  await offerClaim(ben, article_id, 1);
  const { revision } = await claim(1);
  if (state === 'returned') await returnClaim(cleo, article_id, { number: 1, revision, line: 'Which hospital?' });
  if (state === 'closed') await closeClaim(cleo, article_id, { number: 1, revision });
}

/** A new version of the text is no verb on a claim: its move is told where versions are. */
type ByPerson = Exclude<Move, 'recheck'>;

/** By the same person in the same state: done already, so harmless. */
const REPEATS: Partial<Record<ByPerson, ClaimState>> = {
  offer: 'ready',
  return: 'returned',
  close: 'closed',
  withdraw: 'withdrawn',
};

/** Does the move by its verb. */
async function move({ newsroom, article_id, claim, verdict }: Desk, verb: ByPerson): Promise<void> {
  const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
  const { revision, verdict_sentence } = await claim(1);
  const at = { number: 1, revision };
  const deeds: Record<ByPerson, () => Promise<unknown>> = {
    take: () => takeClaim(ben, article_id, 1),
    judge: () => setVerdicts(ben, article_id, { ...at, content_verdict: verdict('context') }),
    edit: () => setVerdicts(ben, article_id, { ...at, verdict_sentence: `${verdict_sentence} Mended.` }),
    offer: () => offerClaim(ben, article_id, 1),
    return: () => returnClaim(cleo, article_id, { ...at, line: 'Which source?' }),
    close: () => closeClaim(cleo, article_id, at),
    reopen: () => reopenClaim(cleo, article_id, { number: 1, reason: 'new count' }),
    withdraw: () => withdrawClaim(ben, article_id, { number: 1, reason: 'dropped' }),
    restore: () => restoreClaim(ben, article_id, 1),
  };
  await deeds[verb]();
}

onEachEngine((engine) => {
  const desk = async () => explosionAt(await openNewsroom(engine));

  describe('the table of states', () => {
    // Whatever state it comes from, a verb asks the same: on PostgreSQL those are done that are no rule of ours.
    const onBoth = (state: ClaimState) => (state === 'in_work' ? test : engine.rule);
    const isDone = (next?: ClaimState) => engine.name === 'sqlite' || next !== undefined;
    for (const state of CLAIM_STATES)
      onBoth(state)(
        `from ${state} every move leads where the table says, or is refused with a sentence and changes nothing`,
        async () => {
          const { recheck: _, ...byPerson } = MOVES;
          for (const [verb, moves] of Object.entries(byPerson) as [
            ByPerson,
            Partial<Record<ClaimState, ClaimState>>,
          ][]) {
            const next = moves[state];
            if (!isDone(next)) continue;
            const at = await desk();
            await bring(at, state);
            const is_repeat = REPEATS[verb] === state;
            if (next !== undefined || is_repeat) await move(at, verb);
            else await assert.rejects(move(at, verb), RuleBroken, `${verb} from ${state}`);
            assert.equal((await at.claim(1)).state, next ?? state, `${verb} from ${state}`);
          }
        },
      );
  });

  describe('second read', () => {
    engine.rule(
      'nothing goes to second read without a verdict, its sentence, and an answer to "was it said?"',
      async () => {
        const { newsroom, article_id, mark, verdict } = await desk();
        const ben = newsroom.ctxOf('ben');
        await mark('mayor');
        const refused = (field: string) =>
          assert.rejects(offerClaim(ben, article_id, 1), (error: RuleBroken) => {
            assert.equal(error.field ?? 'state', field);
            return true;
          });
        await refused('content_verdict');
        await setVerdicts(ben, article_id, { number: 1, revision: 1, content_verdict: verdict('context') });
        await refused('verdict_sentence');
        await setVerdicts(ben, article_id, { number: 1, revision: 2, verdict_sentence: 'She saw one truck.' });
        await refused('attribution_verdict');
        await setVerdicts(ben, article_id, { number: 1, revision: 3, attribution_verdict: 'word_for_word' });
        await offerClaim(ben, article_id, 1);
        await offerClaim(ben, article_id, 1);
      },
    );

    engine.rule('the checker never reads second, and the operator and guests never at all', async () => {
      const at = await desk();
      const { newsroom, article_id, claim } = at;
      await bring(at, 'ready');
      const { revision } = await claim(1);
      const close = (ctx: ReturnType<typeof newsroom.ctxOf>) => closeClaim(ctx, article_id, { number: 1, revision });
      await assert.rejects(close(newsroom.ctxOf('ben')), /somebody else must read it/);
      await assert.rejects(close(newsroom.operator), Forbidden);
      await assert.rejects(close(newsroom.ctxOf('dina')), Forbidden);
      await assert.rejects(close(newsroom.ctxOf('emil')), NotFound);
      const back = returnClaim(newsroom.ctxOf('ben'), article_id, { number: 1, revision, line: 'mine' });
      await assert.rejects(back, /somebody else/);
    });

    test('the checker never reads second after joining again in another role, through whichever door', async () => {
      const at = await desk();
      const { newsroom, article_id, claim } = at;
      await bring(at, 'ready');
      const { revision } = await claim(1);
      const [ada, ben] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben')];
      const { slug } = newsroom.desks.foreign;
      const { number, email } = await newsroom.db
        .selectFrom('person')
        .select(['number', 'email'])
        .where('id', '=', newsroom.persons.ben.id)
        .executeTakeFirstOrThrow();
      await removeMember(ada, slug, number);
      const closing = () => closeClaim(ben, article_id, { number: 1, revision });
      await assert.rejects(closing(), NotFound);
      await addMember(ada, slug, { email, role: 'editor' });
      await assert.rejects(closing(), /somebody else must read it/);
      const together = await closeClaimsTogether(ben, article_id, [{ number: 1, revision }]);
      assert.deepEqual([together.closed, together.left.length], [[], 1]);
      assert.equal((await claim(1)).second_reader_id, null);
    });

    test('nobody closes what they did not read: a verdict changed meanwhile is a stale edit', async () => {
      const at = await desk();
      const { newsroom, article_id, claim } = at;
      await bring(at, 'ready');
      const { revision } = await claim(1);
      await setVerdicts(newsroom.ctxOf('ben'), article_id, { number: 1, revision, verdict_sentence: 'Six died.' });
      await offerClaim(newsroom.ctxOf('ben'), article_id, 1);
      await assert.rejects(closeClaim(newsroom.ctxOf('cleo'), article_id, { number: 1, revision }), StaleEdit);
    });

    engine.rule('closing names the second reader, and again does nothing; reopening forgets the reader', async () => {
      const at = await desk();
      const { newsroom, article_id, claim, events } = at;
      await bring(at, 'closed');
      const closed = await claim(1);
      assert.deepEqual(
        [closed.second_reader_id, closed.checker_id],
        [newsroom.persons.cleo.id, newsroom.persons.ben.id],
      );
      await closeClaim(newsroom.ctxOf('cleo'), article_id, { number: 1, revision: closed.revision });
      await reopenClaim(newsroom.ctxOf('ada'), article_id, { number: 1, reason: 'a new count at 17:10' });
      const open = await claim(1);
      assert.deepEqual([open.state, open.second_reader_id, open.closed_at], ['in_work', null, null]);
      assert.deepEqual((await events(1)).slice(-2), ['claim.closed', 'claim.reopened']);
    });

    engine.rule(
      'what the same person sends twice is done once; another person is told how the claim stands',
      async () => {
        const at = await desk();
        const { newsroom, article_id, claim, events } = at;
        const [ada, ben, cleo] = [newsroom.ctxOf('ada'), newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
        await bring(at, 'returned');
        const back = { number: 1, revision: (await claim(1)).revision - 1, line: 'Which hospital, and when?' };
        assert.equal(await returnClaim(cleo, article_id, back), false);
        assert.equal((await claim(1)).state_line, 'Which hospital?', 'the first line stands');
        await assert.rejects(returnClaim(ada, article_id, back), /it is back/);

        await offerClaim(ben, article_id, 1);
        await closeClaim(cleo, article_id, { number: 1, revision: (await claim(1)).revision });
        const again = { number: 1, reason: 'a new count' };
        assert.equal(await reopenClaim(ada, article_id, again), true);
        assert.equal(await reopenClaim(ada, article_id, again), false);
        await assert.rejects(reopenClaim(cleo, article_id, again), /it is in work/);

        const dropped = { number: 1, reason: 'not ours' };
        assert.equal(await withdrawClaim(ben, article_id, dropped), true);
        assert.equal(await withdrawClaim(ben, article_id, dropped), false);
        await assert.rejects(withdrawClaim(ada, article_id, dropped), /it is dropped/);
        assert.equal(await restoreClaim(ben, article_id, 1), true);
        assert.equal(await restoreClaim(ben, article_id, 1), false);
        await assert.rejects(reopenClaim(ada, article_id, again), RuleBroken, 'others have worked on it since');
        const repeated = ['claim.returned', 'claim.reopened', 'claim.withdrawn', 'claim.restored'];
        for (const verb of repeated) assert.equal((await events(1)).filter((one) => one === verb).length, 1, verb);
      },
    );

    test('plain claims are initialled together; key, own and changed ones are left with a reason', async () => {
      const { newsroom, article_id, mark, verdict, claim } = await desk();
      const ok = { revision: 1, content_verdict: verdict('ok') };
      for (const words of ['dead', 'trucks', 'damage'] as const) await mark(words);
      await setVerdicts(newsroom.ctxOf('ben'), article_id, { number: 1, ...ok });
      await setVerdicts(newsroom.ctxOf('cleo'), article_id, { number: 2, ...ok });
      await setVerdicts(newsroom.ctxOf('ben'), article_id, { number: 3, ...ok });
      await changeClaimKey(newsroom.ctxOf('ada'), article_id, { number: 3, is_key: true });
      await offerClaim(newsroom.ctxOf('ben'), article_id, 3);
      const seen = await Promise.all(
        [1, 2, 3].map(async (number) => ({ number, revision: (await claim(number)).revision })),
      );
      const outcome = await closeClaimsTogether(newsroom.ctxOf('cleo'), article_id, seen);
      assert.deepEqual(outcome.closed, [1]);
      assert.deepEqual(
        outcome.left.map((one) => one.number),
        [2, 3],
      );
      assert.match(outcome.left[0]?.why ?? '', /your own verdict/);
      assert.match(outcome.left[1]?.why ?? '', /own page/);
    });

    test('two readers at once close a claim once', async () => {
      const at = await desk();
      const { newsroom, article_id, claim, events } = at;
      await bring(at, 'ready');
      const { revision } = await claim(1);
      const close = (name: 'ada' | 'cleo') => closeClaim(newsroom.ctxOf(name), article_id, { number: 1, revision });
      const outcomes = await Promise.allSettled([close('ada'), close('cleo')]);
      assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
      assert.equal((await events(1)).filter((verb) => verb === 'claim.closed').length, 1);
    });

    test('the tables themselves refuse a second reader who is the checker, and a closed claim that nobody read', async () => {
      const at = await desk();
      const { newsroom } = at;
      await bring(at, 'closed');
      const { db } = newsroom;
      await assert.rejects(
        db.updateTable('claim').set({ second_reader_id: newsroom.persons.ben.id }).where('number', '=', 1).execute(),
      );
      await assert.rejects(db.updateTable('claim').set({ second_reader_id: null }).where('number', '=', 1).execute());
      const row = await db.selectFrom('claim').selectAll().executeTakeFirstOrThrow();
      const forged = { ...row, id: newId(), number: 99, second_reader_id: row.checker_id };
      const values = sql.join(Object.values(forged));
      const columns = sql.join(Object.keys(forged).map((name) => sql.ref(name)));
      await assert.rejects(sql`insert into claim (${columns}) values (${values})`.execute(db));
      const honest = { ...forged, second_reader_id: row.second_reader_id };
      await sql`insert into claim (${columns}) values (${sql.join(Object.values(honest))})`.execute(db);
    });
  });

  describe('fixes', () => {
    engine.rule('a reviewer asks, an editor decides, and both stand in the log', async () => {
      const { newsroom, article_id, mark } = await desk();
      await mark('dead');
      const words = { number: 1, old_words: 'At least nine', new_words: 'At least seven', reason: 'hospital count' };
      await askFix(newsroom.ctxOf('ben'), article_id, words);
      const [fix] = await listFixes(newsroom.db, article_id);
      const fix_id = fix?.id as string;
      const decide = (name: 'ada' | 'ben') =>
        decideFix(newsroom.ctxOf(name), article_id, { fix_id, decision: 'agreed' });
      await assert.rejects(decide('ben'), Forbidden);
      await decide('ada');
      await decide('ada');
      assert.equal((await listFixes(newsroom.db, article_id))[0]?.state, 'agreed');
      const verbs = await newsroom.db.selectFrom('log').select('verb').where('verb', 'like', 'fix.%').execute();
      assert.deepEqual(verbs.map((row) => row.verb).sort(), ['fix.asked', 'fix.decided']);
    });

    engine.rule('the same words are no fix, and a fix of another article is not found', async () => {
      const { newsroom, article_id, mark } = await desk();
      await mark('dead');
      const same = { number: 1, old_words: 'nine', new_words: 'nine', reason: '' };
      await assert.rejects(askFix(newsroom.ctxOf('ben'), article_id, same), RuleBroken);
      const unknown = decideFix(newsroom.ctxOf('ada'), article_id, { fix_id: newId(), decision: 'agreed' });
      await assert.rejects(unknown, NotFound);
    });
  });
});
