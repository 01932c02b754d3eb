// Marking claims, judging them, and what their state allows: the verbs on both engines.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getLatestVersion } from '#src/articles/version-text-store.ts';
import { listFigures } from '#src/claims/figure-store.ts';
import {
  changeClaimAttribution,
  changeClaimKey,
  changeClaimRange,
  markClaim,
  restoreClaim,
  takeClaim,
  withdrawClaim,
} from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { listAttributions } from '#src/claims/particulars-store.ts';
import { listClaims } from '#src/claims/store.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { explosionAt, WORDS } from './support.ts';

onEachEngine((engine) => {
  const desk = async () => explosionAt(await openNewsroom(engine));

  describe('marking', () => {
    engine.rule('words alone are enough: statement, kind, speaker, figure, hands and time are filled in', async () => {
      const { newsroom, article_id, mark, claim, events } = await desk();
      assert.equal(await mark('dead'), 1);
      assert.equal(await mark('mayor'), 2);
      const [dead, mayor] = [await claim(1), await claim(2)];
      const ben = newsroom.persons.ben.id;
      assert.deepEqual(
        [dead.statement, dead.kind, dead.state, dead.assignee_id, dead.checker_id],
        ['At least nine people died', 'number', 'open', ben, ben],
      );
      assert.equal(dead.as_of, newsroom.ctxOf('ben').at);
      assert.equal(mayor.kind, 'quotation');
      const version = await getLatestVersion(newsroom.db, await getArticle(newsroom.ctxOf('ben'), article_id));
      const figures = await listFigures(newsroom.db, version.id);
      assert.deepEqual(
        figures.map(({ comparator, low, unit }) => [comparator, low, unit]),
        [['≥', 9, 'people']],
      );
      const parties = await listAttributions(newsroom.db, article_id);
      assert.deepEqual(
        parties.map(({ name }) => name),
        ['Ines Korhal'],
      );
      assert.deepEqual(await events(1), ['claim.marked']);
    });

    engine.rule('the same words marked twice are one claim', async () => {
      const { newsroom, article_id, mark, events } = await desk();
      await mark('dead');
      const again = await markClaim(newsroom.ctxOf('cleo'), article_id, { selection: WORDS.dead });
      assert.deepEqual(again, { number: 1, is_new: false });
      assert.deepEqual(await events(1), ['claim.marked']);
    });

    engine.rule('claims lie within and across one another, and over the end of a sentence', async () => {
      const { newsroom, article_id, mark } = await desk();
      await mark('dead');
      await mark('trucks');
      const ben = newsroom.ctxOf('ben');
      const both = { sentence: 2, words: 'nine people died when two trucks' };
      await markClaim(ben, article_id, { selection: both });
      const over = { sentence: 2, words: 'in Vessel Bay on Sunday. “We saw' };
      await markClaim(ben, article_id, { selection: over });
      const { id: version_id, text } = await getLatestVersion(newsroom.db, await getArticle(ben, article_id));
      const claims = await listClaims(newsroom.db, { article_id, version_id });
      assert.deepEqual(
        claims.map(({ number, start, end }) => [number, text.slice(start as number, end as number)]),
        [
          [1, 'At least nine people died'],
          [3, both.words],
          [2, 'two trucks exploded'],
          [4, over.words],
        ],
      );
    });

    engine.rule('what is no word of the text is refused with a sentence', async () => {
      const { newsroom, article_id } = await desk();
      const ben = newsroom.ctxOf('ben');
      const refused = (selection: object, message: RegExp) =>
        assert.rejects(markClaim(ben, article_id, { selection }), (error: RuleBroken) => {
          assert.ok(error instanceof RuleBroken);
          assert.match(error.message, message);
          assert.equal(error.field, 'words');
          return true;
        });
      await refused({ sentence: 2, words: 'ten people died' }, /does not have these words/);
      await refused({ start: 5, end: 5 }, /Select the words/);
      await refused({ start: -1, end: 4 }, /Select the words/);
      await refused({ start: 0, end: 1_000_000 }, /Select the words/);
      await refused({ start: 5, end: 60 }, /one part/);
      await refused({ sentence: 99 }, /no such sentence/);
      await refused({}, /Select the words/);
    });

    engine.rule('guests may not, strangers find nothing, and the operator marks without being a checker', async () => {
      const { newsroom, article_id, claim } = await desk();
      await assert.rejects(markClaim(newsroom.ctxOf('dina'), article_id, { selection: WORDS.dead }), Forbidden);
      await assert.rejects(markClaim(newsroom.ctxOf('emil'), article_id, { selection: WORDS.dead }), NotFound);
      await markClaim(newsroom.operator, article_id, { selection: WORDS.dead });
      assert.equal((await claim(1)).checker_id, null);
    });
  });

  describe('changing', () => {
    engine.rule('a mark moves to other words, its figures with it, and not onto another claim', async () => {
      const { newsroom, article_id, mark, claim, events } = await desk();
      const ben = newsroom.ctxOf('ben');
      await mark('dead');
      await mark('damage');
      const { revision } = await claim(1);
      await changeClaimRange(ben, article_id, { number: 1, revision, selection: WORDS.trucks });
      const version = await getLatestVersion(newsroom.db, await getArticle(ben, article_id));
      const figures = (await listFigures(newsroom.db, version.id)).filter((figure) => figure.low === 2);
      assert.equal(figures.length, 1);
      await assert.rejects(
        changeClaimRange(ben, article_id, { number: 1, revision: revision + 1, selection: WORDS.damage }),
        /already claim 2/,
      );
      await assert.rejects(
        changeClaimRange(ben, article_id, { number: 1, revision, selection: WORDS.mayor }),
        StaleEdit,
      );
      assert.deepEqual(await events(1), ['claim.marked', 'claim.range_changed']);
    });

    engine.rule('details change with a revision; who saved first is shown to who saves second', async () => {
      const { newsroom, article_id, mark, claim } = await desk();
      await mark('dead');
      const before = await claim(1);
      const details = { number: 1, revision: before.revision, kind: before.kind, assignee_id: null, due_at: null };
      await changeClaimDetails(newsroom.ctxOf('cleo'), article_id, {
        ...details,
        statement: 'Nine people or more died.',
      });
      await assert.rejects(
        changeClaimDetails(newsroom.ctxOf('ben'), article_id, { ...details, statement: 'Nine died.' }),
        (error: StaleEdit) => {
          assert.deepEqual(error.yours.statement, 'Nine died.');
          assert.deepEqual(error.theirs.statement, 'Nine people or more died.');
          return true;
        },
      );
      const outsider = {
        ...details,
        revision: before.revision + 1,
        statement: 'x',
        assignee_id: newsroom.persons.emil.id,
      };
      await assert.rejects(changeClaimDetails(newsroom.ctxOf('ben'), article_id, outsider), /of this desk/);
    });

    test('without a speaker nobody is asked whether it was said', async () => {
      const { newsroom, article_id, mark, claim } = await desk();
      const ben = newsroom.ctxOf('ben');
      await mark('mayor');
      await setVerdicts(ben, article_id, { number: 1, revision: 1, attribution_verdict: 'word_for_word' });
      await changeClaimAttribution(ben, article_id, { number: 1, chain: [] });
      assert.equal((await claim(1)).attribution_verdict, null);
      await assert.rejects(
        setVerdicts(ben, article_id, { number: 1, revision: 3, attribution_verdict: 'changed' }),
        /own voice/,
      );
    });

    engine.rule('a dropped claim comes back, and its words may be marked anew in between', async () => {
      const { newsroom, article_id, mark, claim, events } = await desk();
      const ben = newsroom.ctxOf('ben');
      await mark('dead');
      await withdrawClaim(ben, article_id, { number: 1, reason: 'said twice' });
      assert.deepEqual([(await claim(1)).state, (await claim(1)).state_line], ['withdrawn', 'said twice']);
      assert.equal(await mark('dead'), 2);
      await restoreClaim(ben, article_id, 1);
      assert.equal((await claim(1)).state, 'in_work');
      assert.deepEqual(await events(1), ['claim.marked', 'claim.withdrawn', 'claim.restored']);
    });
  });

  describe('judging', () => {
    engine.rule('OK on a claim that is not key is one deed: it waits for its second read', async () => {
      const { newsroom, article_id, mark, claim, verdict } = await desk();
      await mark('damage');
      const at = '2026-03-14T17:10:00.000Z';
      const ok = { number: 1, revision: 1, content_verdict: verdict('ok') };
      assert.equal((await setVerdicts(newsroom.ctxOf('cleo', at), article_id, ok)).state, 'ready');
      const judged = await claim(1);
      assert.deepEqual([judged.checker_id, judged.as_of], [newsroom.persons.cleo.id, at]);
      assert.equal((await setVerdicts(newsroom.ctxOf('cleo'), article_id, ok)).state, 'ready', 'a repeat is harmless');
    });

    engine.rule('a key claim, and one whose speaker nobody has asked after, stay in work', async () => {
      const { newsroom, article_id, mark, verdict } = await desk();
      const ben = newsroom.ctxOf('ben');
      await mark('damage', true);
      await mark('mayor');
      const ok = { revision: 1, content_verdict: verdict('ok') };
      assert.equal((await setVerdicts(ben, article_id, { number: 1, ...ok })).state, 'in_work');
      assert.equal((await setVerdicts(ben, article_id, { number: 2, ...ok })).state, 'in_work');
    });

    engine.rule('mending the sentence makes nobody the checker; changing the verdict does', async () => {
      const { newsroom, article_id, mark, claim, verdict } = await desk();
      await mark('dead');
      const wrong = { number: 1, revision: 1, content_verdict: verdict('wrong'), verdict_sentence: 'Seven died.' };
      await setVerdicts(newsroom.ctxOf('ben'), article_id, wrong);
      await setVerdicts(newsroom.ctxOf('cleo'), article_id, {
        number: 1,
        revision: 2,
        verdict_sentence: 'Seven people died.',
      });
      assert.equal((await claim(1)).checker_id, newsroom.persons.ben.id);
      await setVerdicts(newsroom.ctxOf('cleo'), article_id, {
        number: 1,
        revision: 3,
        content_verdict: verdict('disputed'),
      });
      assert.equal((await claim(1)).checker_id, newsroom.persons.cleo.id);
    });

    engine.rule('who saves onto a verdict that changed sees both', async () => {
      const { newsroom, article_id, mark, verdict } = await desk();
      await mark('dead');
      const judge = (name: 'ben' | 'cleo', meaning: 'wrong' | 'context') =>
        setVerdicts(newsroom.ctxOf(name), article_id, { number: 1, revision: 1, content_verdict: verdict(meaning) });
      await judge('ben', 'wrong');
      await assert.rejects(judge('cleo', 'context'), (error: StaleEdit) => {
        assert.deepEqual([error.yours.content_verdict, error.theirs.content_verdict], ['needs context', 'wrong']);
        return true;
      });
    });

    test('another desk’s verdict, a guest and the operator judge nothing', async () => {
      const { newsroom, article_id, mark, verdict } = await desk();
      await mark('dead');
      const ok = { number: 1, revision: 1, content_verdict: verdict('ok') };
      const foreign = await newsroom.db
        .selectFrom('verdict')
        .select('id')
        .where('desk_id', '=', newsroom.desks.weekend.id)
        .executeTakeFirstOrThrow();
      const ben = newsroom.ctxOf('ben');
      await assert.rejects(setVerdicts(ben, article_id, { ...ok, content_verdict: foreign.id }), /desk’s verdicts/);
      await assert.rejects(setVerdicts(newsroom.ctxOf('dina'), article_id, ok), Forbidden);
      await assert.rejects(setVerdicts(newsroom.operator, article_id, ok), Forbidden);
      await assert.rejects(setVerdicts(newsroom.ctxOf('emil'), article_id, ok), NotFound);
    });

    engine.rule('a star makes a claim key and sends it back to work; taking puts it into one’s hands', async () => {
      const { newsroom, article_id, mark, claim, verdict } = await desk();
      await mark('damage');
      await setVerdicts(newsroom.ctxOf('ben'), article_id, { number: 1, revision: 1, content_verdict: verdict('ok') });
      await changeClaimKey(newsroom.ctxOf('ada'), article_id, { number: 1, is_key: true });
      assert.deepEqual([(await claim(1)).state, (await claim(1)).is_key], ['in_work', 1]);
      await takeClaim(newsroom.ctxOf('cleo'), article_id, 1);
      assert.equal((await claim(1)).assignee_id, newsroom.persons.cleo.id);
    });
  });
});
