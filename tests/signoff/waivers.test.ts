// Reasons and waivers: who gives them, when they lapse, what nobody waives.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { initialSentences, removeInitials } from '#src/claims/coverage/commands.ts';
import { removeTick, tickWords } from '#src/claims/coverage/tick-commands.ts';
import { changeClaimKey, restoreClaim, takeClaim, withdrawClaim } from '#src/claims/marking/commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, RuleBroken } from '#src/errors.ts';
import { addEvidence } from '#src/evidence/add-commands.ts';
import { removeEvidence } from '#src/evidence/commands.ts';
import { listEvidence } from '#src/evidence/store.ts';
import type { Rule } from '#src/people/profiles/levels.ts';
import { offerClaim, reopenClaim, returnClaim } from '#src/reviews/second-read/commands.ts';
import { missingSeen } from '#src/signoff/answers.ts';
import { giveReason, noteLapsed, waiveCheck, withdrawAnswer } from '#src/signoff/commands.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import type { CheckResult } from '#src/signoff/sign-off.ts';
import { cardOf, type SourceFields } from '#src/sources/card/source.ts';
import { getSource } from '#src/sources/card/store.ts';
import { changeSource } from '#src/sources/change-commands.ts';
import { BODY, CAPTION, HALF_CHECKED, type HalfChecked, HEADLINE } from '#tests/reports/half-checked.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import type { Newsroom, PersonName } from '#tests/support/newsroom.ts';

onEachEngine((engine) => {
  let newsroom: Newsroom & HalfChecked;
  let id: string;
  beforeEach(async () => {
    newsroom = await HALF_CHECKED.open(engine);
    ({ id } = newsroom);
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

  engine.rule(
    'Ben gives a reason for one claim; it lapses with the claim’s evidence, and is withdrawn by himself',
    async () => {
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
    },
  );

  engine.rule('a waiver for a claim that waits for its second read lapses when that reader sends it back', async () => {
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

  engine.rule('who may not: reviewers waive nothing, guests and the operator say nothing', async () => {
    await assert.rejects(waive('ben', 'R4'), Forbidden);
    await assert.rejects(reason('dina', 'R4', 'why not'), Forbidden);
    const { missing } = await result('R4');
    const said = { rule: 'R4', words: 'because', seen: missingSeen(missing) };
    await assert.rejects(waiveCheck(newsroom.operator, id, said), Forbidden);
    await assert.rejects(giveReason(newsroom.operator, id, { ...said, key: missing[0]?.key ?? '' }), Forbidden);
    assert.deepEqual(await verbs(), []);
  });

  describe('what changed and was changed back while nobody looked', () => {
    const lapses = (change: () => Promise<unknown>, rule: Rule) => async () => {
      await waive('ada', rule);
      assert.equal((await result(rule)).state, 'waived');
      await change();
      assert.equal((await result(rule)).state, 'blocks');
      assert.deepEqual(await verbs(), ['person waiver.given', 'nobody waiver.lapsed']);
    };
    const ben = () => newsroom.ctxOf('ben');

    engine.rule(
      'evidence that is added and taken off lapses the waiver',
      lapses(async () => {
        const { id: evidence_id } = await addEvidence(ben(), id, {
          number: 4,
          source_line: 'Port office, list, page 2',
        });
        await removeEvidence(ben(), id, { number: 4, evidence_id });
      }, 'R4'),
    );
    engine.rule(
      'so does a star that is taken and given again',
      lapses(async () => {
        for (const is_key of [false, true]) await changeClaimKey(ben(), id, { number: 4, is_key });
      }, 'R4'),
    );
    engine.rule(
      'so does what a card of its sources says',
      lapses(async () => {
        for (const interest of ['sells the grain', '']) await say({ interest });
      }, 'R4'),
    );
    engine.rule(
      'so does a sentence that is initialled as nothing to check and made unread again',
      lapses(async () => {
        const [unread] = (await result('R1')).waived.filter(({ key }) => key.startsWith('sentence:'));
        const [, sentence, words] = unread?.label.match(/Sentence (\d+): “(.+?)…?”$/) ?? [];
        const selection = { sentence: Number(sentence), words: words ?? '' };
        await initialSentences(ben(), id, { selection });
        await removeInitials(ben(), id, { selection });
      }, 'R1'),
    );
    engine.rule(
      'so does a detail that is ticked, and the tick taken back',
      lapses(async () => {
        const [detail] = (await result('R1')).waived.filter(({ key }) => key.startsWith('details:'));
        const [, sentence, words] = detail?.label.match(/Sentence (\d+): “([^”]+)”/) ?? [];
        await tickWords(ben(), id, { selection: { sentence: Number(sentence), words: words ?? '' }, note: 'the map' });
        const [tick] = await newsroom.db.selectFrom('tick').select('id').orderBy('id', 'desc').execute();
        await removeTick(ben(), id, tick?.id ?? '');
      }, 'R1'),
    );
    engine.rule(
      'so do words that one version changes and the next has again',
      lapses(async () => {
        const text = { headline: HEADLINE, captions: [CAPTION] };
        const other = BODY.replace('90 of our men', 'ninety of us');
        for (const [index, body] of [other, BODY].entries())
          await reviseArticle(ben(), id, { ...text, body, version: index + 1 });
      }, 'R4'),
    );
    engine.rule('so does a claim that is dropped and brought back', async () => {
      await takeClaim(ben(), id, 2);
      await lapses(async () => {
        await withdrawClaim(ben(), id, { number: 2, reason: 'not ours' });
        await restoreClaim(ben(), id, 2);
      }, 'R2')();
    });

    engine.rule('who checks a claim, and what its source says to nobody’s question, lapses nothing', async () => {
      await waive('ada', 'R4');
      await assignParagraphs(ben(), id, { paragraphs: [2, 3], assignee_id: null });
      for (const publisher of ['The office', '']) await say({ publisher });
      assert.equal((await result('R4')).state, 'waived');
      assert.deepEqual(await verbs(), ['person waiver.given']);
    });

    async function say(fields: Partial<SourceFields>): Promise<void> {
      const uses = await listEvidence(newsroom.db, id, 'editor');
      const source = await getSource(ben(), uses.find((use) => use.claim_number === 4)?.source_number ?? 0);
      await changeSource(ben(), source.number, { ...cardOf(source), ...fields, revision: source.revision });
    }
  });

  engine.rule(
    'R14 and an altered copy are never waived; a page that shows other things says nothing of these',
    async () => {
      const ada = newsroom.ctxOf('ada');
      await assert.rejects(waiveCheck(ada, id, { rule: 'R14', words: 'because', seen: '' }), RuleBroken);
      await assert.rejects(waiveCheck(ada, id, { rule: 'R4', words: 'because', seen: 'of yesterday' }), RuleBroken);
      await assert.rejects(waive('ada', 'R4', ' '), RuleBroken);
      await assert.rejects(reason('ben', 'R6', 'he is a spokesman'), RuleBroken, 'R6 is mended on the card');
      await waive('ada', 'R4');
      await waive('ada', 'R4').catch(() => undefined);
      assert.deepEqual(await verbs(), ['person waiver.given']);
    },
  );
});
