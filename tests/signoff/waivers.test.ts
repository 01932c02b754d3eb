// Reasons and waivers: who gives them, when they lapse, what nobody waives.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import type { Rule } from '#src/people/profiles/levels.ts';
import { offerClaim, reopenClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { giveReason, noteLapsed, waiveCheck, withdrawAnswer } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';

onEachEngine((engine) => {
  let newsroom: Newsroom;
  let id: string;
  beforeEach(async () => {
    newsroom = await openNewsroom(engine);
    id = (await halfCheckedArticle(newsroom)).id;
    await reopenClaim(newsroom.ctxOf('ben'), id, { number: 4, reason: 'another count came in' });
  });

  async function look(name: PersonName = 'ada') {
    const ctx = newsroom.ctxOf(name);
    const article = await getArticle(ctx, id);
    const sign_off = await gatherSignOff(ctx, article, { leaks: [] });
    await noteLapsed(ctx, article, sign_off.lapsed);
    return sign_off;
  }

  async function result(rule: Rule): Promise<CheckResult> {
    const found = (await look()).results.find((one) => one.rule === rule);
    assert.ok(found);
    return found;
  }

  async function waive(name: PersonName, rule: Rule, words = 'Nobody else saw the boats land.'): Promise<void> {
    const { missing } = await result(rule);
    await waiveCheck(newsroom.ctxOf(name), id, { rule, words, seen: missingSeen(missing) });
  }

  async function reason(name: PersonName, rule: Rule, words: string): Promise<void> {
    const [missing] = (await result(rule)).missing;
    assert.ok(missing);
    await giveReason(newsroom.ctxOf(name), id, { rule, words, key: missing.key, seen: missingSeen([missing]) });
  }

  const verbs = async () =>
    (await newsroom.db.selectFrom('log').select(['verb', 'actor']).orderBy('number').execute())
      .filter(({ verb }) => /^(waiver|reason)\./.test(verb))
      .map(({ verb, actor }) => `${actor.split(':')[0]} ${verb}`);

  test('Ada waives R4, Ben adds evidence: the waiver lapsed, and the log says so', async () => {
    await waive('ada', 'R4');
    assert.equal((await result('R4')).state, 'waived');
    await addEvidence(newsroom.ctxOf('ben'), id, { number: 4, source_line: 'Port office, list of boats, page 2' });
    assert.equal((await result('R4')).state, 'holds', 'a second first source');
    assert.deepEqual(await verbs(), ['person waiver.given', 'nobody waiver.lapsed']);
    await look();
    assert.equal((await verbs()).length, 2, 'noted once');
  });

  test('Ben gives a reason for one claim; it lapses with the claim’s evidence, and is withdrawn by himself', async () => {
    await reason('ben', 'R4', 'sole source: the militia alone counts them');
    assert.deepEqual(
      [(await result('R4')).state, (await result('R4')).reasoned[0]?.reason.by],
      ['holds', 'Ben Okafor'],
    );
    await addEvidence(newsroom.ctxOf('cleo'), id, {
      number: 4,
      source_line: 'Ferry log, page 9',
      stance: 'background',
    });
    assert.equal((await result('R4')).state, 'blocks');
    await reason('ben', 'R4', 'sole source: still');
    const [answer] = (await look()).answers.filter(({ ended_at }) => ended_at === null);
    assert.ok(answer);
    await assert.rejects(withdrawAnswer(newsroom.ctxOf('cleo'), id, answer.id), Forbidden);
    await withdrawAnswer(newsroom.ctxOf('ben'), id, answer.id);
    await withdrawAnswer(newsroom.ctxOf('ben'), id, answer.id);
    assert.equal((await result('R4')).state, 'blocks');
    assert.deepEqual(await verbs(), [
      'person reason.given',
      'nobody reason.lapsed',
      'person reason.given',
      'person reason.withdrawn',
    ]);
  });

  test('a waiver for a claim that waits for its second read lapses when that reader sends it back', async () => {
    const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
    await offerClaim(ben, id, 6);
    await waive('ada', 'R2', 'Cleo reads it before it is printed.');
    assert.equal((await result('R2')).state, 'waived');
    const { revision } = await getClaim(newsroom.db, { id }, { number: 6 });
    await returnClaim(cleo, id, { number: 6, revision, line: 'The bulletin says forty.' });
    const { state, missing } = await result('R2');
    assert.deepEqual([state, missing.map(({ claim }) => claim)], ['blocks', [8, 2, 3, 4, 5, 6, 7]]);
    assert.deepEqual(await verbs(), ['person waiver.given', 'nobody waiver.lapsed']);
  });

  test('who may not: reviewers waive nothing, guests and the operator say nothing', async () => {
    await assert.rejects(waive('ben', 'R4'), Forbidden);
    await assert.rejects(reason('dina', 'R4', 'why not'), Forbidden);
    const { missing } = await result('R4');
    const said = { rule: 'R4', words: 'because', seen: missingSeen(missing) };
    await assert.rejects(waiveCheck(newsroom.operator, id, said), Forbidden);
    await assert.rejects(giveReason(newsroom.operator, id, { ...said, key: missing[0]?.key ?? '' }), Forbidden);
    assert.deepEqual(await verbs(), []);
  });

  test('R14 and an altered copy are never waived; a page that shows other things says nothing of these', async () => {
    const ada = newsroom.ctxOf('ada');
    await assert.rejects(waiveCheck(ada, id, { rule: 'R14', words: 'because', seen: '' }), RuleBroken);
    await assert.rejects(waiveCheck(ada, id, { rule: 'R4', words: 'because', seen: 'of yesterday' }), RuleBroken);
    await assert.rejects(waive('ada', 'R4', ' '), RuleBroken);
    await assert.rejects(reason('ben', 'R6', 'he is a spokesman'), RuleBroken, 'R6 is mended on the card');
    await waive('ada', 'R4');
    await waive('ada', 'R4').catch(() => undefined);
    assert.deepEqual(await verbs(), ['person waiver.given']);
  });
});
