// A new version of a text that is checked already.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getArticle } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { listParagraphAssignees } from '#src/claims/coverage/assignee-store.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import { listInitials, listTicks } from '#src/claims/coverage/store.ts';
import { removeTick, tickWords } from '#src/claims/coverage/tick-commands.ts';
import { listFigures } from '#src/claims/figure-store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { setVerdicts } from '#src/claims/marking/verdict-commands.ts';
import { listAttributions } from '#src/claims/particulars-store.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { standClaims } from '#src/claims/revision/stand-commands.ts';
import { listAnchors } from '#src/claims/revision/store.ts';
import { undoLast } from '#src/claims/undo/commands.ts';
import { Forbidden, NotFound, RuleBroken, StaleEdit } from '#src/errors.ts';
import { buildReport } from '#src/reports/build.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { BODY, CLAIMS, type Fire, fireAt, HEADLINE, PARAGRAPHS } from './revise-support.ts';

onEachEngine((engine) => {
  const fire = async () => fireAt(await openNewsroom(engine));
  const ground = async ({ newsroom, article_id }: Fire) =>
    getVersionText(newsroom.db, await getArticle(newsroom.ctxOf('ada'), article_id));
  const states = async ({ claim }: Fire) =>
    Promise.all([1, 2, 3, 4, 5].map(async (number) => (await claim(number)).state));

  describe('a new version', () => {
    engine.rule(
      'leaves claims done whose sentence stands, though their paragraph moved or its quotes and dashes are others',
      async () => {
        const desk = await fire();
        const { toll, ships, mayor, guard, insurance } = PARAGRAPHS;
        const mayor_straight = mayor.replaceAll(/[“”]/g, '"').replace(' “', '  “');
        const { number, is_new, ...counts } = await desk.revise(
          [toll, guard, ships, mayor_straight, insurance].join('\n\n'),
        );
        assert.deepEqual([number, is_new], [2, true]);
        assert.deepEqual(counts.check_again, []);
        assert.equal(counts.changed + counts.lost, 0);
        assert.deepEqual(new Set(await states(desk)), new Set(['closed']));
        const { cranes, guard: gates } = await desk.anchors(2);
        assert.deepEqual(cranes, ['exact', '"We saw both cranes fall into the water,"', '']);
        assert.deepEqual([gates[1], gates[2]], [CLAIMS.guard, '']);
        const { second_reader_id, content_meaning, closed_at } = await desk.claim(4);
        assert.deepEqual([second_reader_id, content_meaning], [desk.newsroom.persons.cleo.id, 'ok']);
        assert.notEqual(closed_at, null);
      },
    );

    engine.rule('brings back a claim whose number changed, with the cause, its verdict and the new words', async () => {
      const desk = await fire();
      const { check_again } = await desk.revise(BODY.replace('at least 24', 'at least 26'));
      assert.deepEqual(check_again, [1]);
      const claim = await desk.claim(1);
      assert.deepEqual([claim.state, claim.check_again], ['in_work', 'the number in its sentence changed: 24 → 26']);
      assert.deepEqual([claim.content_meaning, claim.second_reader_id, claim.closed_at], ['ok', null, null]);
      assert.equal(claim.checker_id, desk.newsroom.persons.ben.id);
      assert.equal(claim.statement, 'killed at least 26 people');
      assert.deepEqual((await desk.anchors(2)).toll.slice(0, 2), ['changed', 'killed at least 26 people']);
      const { version } = await ground(desk);
      const figures = await listFigures(desk.newsroom.db, version.id);
      assert.deepEqual(
        figures.filter((figure) => figure.claim_id === claim.id).map((figure) => figure.low),
        [26],
      );
    });

    engine.rule(
      'brings back a claim whose quote is exact where the sentence around it says another day, or “not”',
      async () => {
        const desk = await fire();
        await desk.revise(
          BODY.replace('on Monday', 'on Sunday').replace('The night guard', 'The night guard, who never left,'),
        );
        assert.deepEqual((await desk.anchors(2)).toll, [
          'exact',
          CLAIMS.toll,
          'the date in its sentence changed: Monday → Sunday',
        ]);
        assert.equal((await desk.claim(1)).state, 'in_work');
        assert.match((await desk.claim(4)).check_again, /^a negation was added to its sentence: “never”/);
        await desk.revise(BODY.replace('on Monday', 'at 12:40 p.m. on Sunday'), { version: 2 });
        assert.equal(
          (await desk.anchors(3)).toll[2],
          'the date in its sentence changed: on Sunday → 12:40 p.m. on Sunday',
        );
        await desk.revise(BODY.replace('on Monday', 'at 12:50 p.m. on Sunday'), { version: 3 });
        assert.equal(
          (await desk.anchors(4)).toll[2],
          'the time in its sentence changed: 12:40 p.m. on Sunday → 12:50 p.m. on Sunday',
        );
      },
    );

    test('brings back a quotation whose speaker was changed two sentences earlier, and follows the text to the new one', async () => {
      const desk = await fire();
      await desk.revise(BODY.replace('Ines Korhal', 'Lena Orsk'));
      const claim = await desk.claim(3);
      assert.equal(claim.state, 'in_work');
      assert.match(claim.check_again, /^the speaker changed: Ines Korhal.* → Lena Orsk/);
      assert.equal((await desk.anchors(2)).cranes[0], 'exact');
      const chain = await listAttributions(desk.newsroom.db, desk.article_id);
      assert.deepEqual(
        chain.filter((party) => party.claim_id === claim.id).map((party) => party.name),
        ['Lena Orsk'],
      );
    });

    engine.rule(
      'keeps a claim done where only other words of its sentence were changed, and brings back one whose own words were',
      async () => {
        const desk = await fire();
        await desk.revise(BODY.replace('The night guard', 'The porter').replace('burned down', 'burnt down'));
        assert.deepEqual(await states(desk), ['closed', 'in_work', 'closed', 'closed', 'closed']);
        assert.equal((await desk.claim(2)).check_again, 'the wording changed: “burned” → “burnt”');
      },
    );

    test('asks anew whether other words were said; the others are said to stand in one press, and go to second read', async () => {
      const desk = await fire();
      await desk.revise(
        BODY.replace('at least 24 people on Monday', 'at least 24 people on Sunday').replace(
          'saw both cranes',
          'saw two cranes',
        ),
      );
      const [toll, cranes] = [await desk.claim(1), await desk.claim(3)];
      assert.deepEqual([cranes.state, cranes.attribution_verdict], ['in_work', null]);
      const cleo = desk.newsroom.ctxOf('cleo');
      const of = ({ number, revision }: typeof toll) => ({ number, revision });
      const stale = { number: 5, revision: 1 };
      const { stood, left } = await standClaims(cleo, desk.article_id, [of(toll), of(cranes), stale]);
      assert.deepEqual(stood, [1]);
      assert.deepEqual(
        left.map(({ number, why }) => [number, why]),
        [
          [3, 'cannot be confirmed yet. Still missing: “Was it said?”'],
          [5, 'was changed while you had this page open; check it again'],
        ],
      );
      const stands = await desk.claim(1);
      assert.deepEqual([stands.state, stands.check_again, stands.checker_id], ['ready', '', cleo.actor.id]);
      await undoLast(cleo, desk.article_id);
      const undone = await desk.claim(1);
      assert.deepEqual(
        [undone.state, undone.check_again, undone.checker_id],
        [toll.state, toll.check_again, toll.checker_id],
      );
      await assert.rejects(standClaims(desk.newsroom.ctxOf('dina'), desk.article_id, [of(toll)]), Forbidden);
    });

    test('puts a claim whose sentence is gone into the tray, and finds it again when the words come back', async () => {
      const desk = await fire();
      const cut = BODY.replace(`${PARAGRAPHS.insurance}`, 'Nobody has said who will pay.');
      const { lost, check_again } = await desk.revise(cut);
      assert.deepEqual([lost, check_again], [1, []]);
      assert.deepEqual((await desk.anchors(2)).damage, ['lost', '', 'its words are gone']);
      assert.deepEqual(
        [(await desk.claim(5)).state, (await desk.claim(5)).check_again],
        ['in_work', 'its words are gone'],
      );
      await desk.revise(BODY, { version: 2 });
      assert.deepEqual((await desk.anchors(3)).damage, ['exact', CLAIMS.damage, '']);
      assert.equal((await desk.claim(5)).check_again, 'its words are back');
      const { version } = await ground(desk);
      assert.equal((await listFigures(desk.newsroom.db, version.id)).filter((one) => one.low === 4_000_000).length, 1);
    });

    engine.rule('keeps what is still to be checked again through the version after', async () => {
      const desk = await fire();
      const second = BODY.replace('at least 24', 'at least 26');
      await desk.revise(second);
      await desk.revise(second.replace('on Monday', 'on Sunday'), { version: 2 });
      assert.equal(
        (await desk.claim(1)).check_again,
        'the number in its sentence changed: 24 → 26; the date in its sentence changed: Monday → Sunday',
      );
    });

    test('carries ticks and initials where the sentence stands, and readers with their paragraph', async () => {
      const desk = await fire();
      const { newsroom, article_id } = desk;
      const [ben, cleo] = [newsroom.ctxOf('ben'), newsroom.ctxOf('cleo')];
      await tickWords(ben, article_id, { selection: { sentence: 2, words: 'Marn' }, note: 'atlas' });
      await tickWords(ben, article_id, { selection: { sentence: 5, words: '1952' }, note: 'town archive' });
      await initialSentences(cleo, article_id, { selection: { sentence: 3 } });
      await initialSentences(cleo, article_id, { selection: { sentence: 7 } });
      await assignParagraphs(ben, article_id, { paragraphs: [4], assignee_id: newsroom.persons.cleo.id });
      const { toll, ships, mayor, guard, insurance } = PARAGRAPHS;
      const revised = [ships, mayor.replace('looked tired', 'looked well'), toll.replace('24', '26'), guard, insurance];
      await desk.revise(revised.join('\n\n'));
      const { text, version, sentences } = await ground(desk);
      const ticks = await listTicks(newsroom.db, version.id);
      assert.deepEqual(
        ticks.map((tick) => [text.slice(tick.start, tick.end), tick.initials, tick.note]),
        [['1952', 'BO', 'town archive']],
      );
      const initialled = (await listInitials(newsroom.db, version.id)).map(({ sentence_id, initials }) => {
        const sentence = sentences.find((one) => one.id === sentence_id);
        return [text.slice(sentence?.start, sentence?.end), initials];
      });
      assert.deepEqual(initialled, [['It was a mild evening.', 'CR']]);
      const readers = await listParagraphAssignees(newsroom.db, version.id);
      assert.deepEqual(
        readers.map((reader) => [reader.paragraph, reader.display_name]),
        [[3, 'Cleo Rahimi']],
      );
    });

    engine.rule('is the version of the report, and of the title that the headline gave', async () => {
      const desk = await fire();
      const { newsroom, article_id } = desk;
      await reviseArticle(newsroom.ctxOf('ada'), article_id, { headline: 'Fire in Marn', body: BODY, version: 1 });
      const article = await getArticle(newsroom.ctxOf('dina'), article_id);
      assert.equal(article.title, 'Fire in Marn');
      const report = await buildReport(newsroom.ctxOf('dina'), article);
      assert.equal(report.version.number, 2);
      assert.equal(report.findings.length, 5);
    });

    test('is in the log with what became of the claims, and so is each claim that came back', async () => {
      const desk = await fire();
      await desk.revise(BODY.replace('24', '26'), { note: 'from the wire, 17:10' });
      const rows = await desk.newsroom.db
        .selectFrom('log')
        .innerJoin('log_detail', (join) =>
          join.onRef('log_detail.chain', '=', 'log.chain').onRef('log_detail.number', '=', 'log.number'),
        )
        .select(['log.verb', 'log_detail.after'])
        .where('log.verb', 'in', ['article.revised', 'claim.check_again'])
        .orderBy('log.number')
        .execute();
      assert.deepEqual(
        rows.map((row) => row.verb),
        ['claim.check_again', 'article.revised'],
      );
      const [again, revised] = rows.map((row) => JSON.parse(String(row.after)));
      assert.equal(again.cause, 'the number in its sentence changed: 24 → 26');
      assert.deepEqual([revised.version, revised.note, revised.claims.check_again], [2, 'from the wire, 17:10', [1]]);
    });
  });

  describe('what was seen on the version before', () => {
    engine.rule(
      'counts where the words stand in their place, also when others came in front; else both texts are shown',
      async () => {
        const desk = await fire();
        const { newsroom, article_id } = desk;
        const ben = newsroom.ctxOf('ben');
        const { text } = await ground(desk);
        const at = (words: string) => ({
          start: text.indexOf(words),
          end: text.indexOf(words) + words.length,
          version: 1,
        });
        const { toll, ships, mayor, guard, insurance } = PARAGRAPHS;
        await desk.revise(
          ['Rain had fallen for days.', toll.replace('24', '26'), ships, mayor, insurance, guard].join('\n\n'),
        );
        const { number } = await markClaim(ben, article_id, { selection: at('She looked tired') });
        assert.deepEqual((await listAnchors(newsroom.db, (await ground(desk)).version.id)).at(-1)?.number, number);
        const latest = await ground(desk);
        const marked = (await listAnchors(newsroom.db, latest.version.id)).at(-1);
        assert.equal(latest.text.slice(marked?.start ?? 0, marked?.end ?? 0), 'She looked tired');
        for (const words of ['at least 24 people', toll.split('. ')[0] ?? '', guard])
          await assert.rejects(tickWords(ben, article_id, { selection: at(words), note: '' }), StaleEdit, words);
      },
    );

    engine.rule('a tick is taken back on the page of the version it stands in', async () => {
      const desk = await fire();
      const { newsroom, article_id } = desk;
      const ben = newsroom.ctxOf('ben');
      await tickWords(ben, article_id, { selection: { sentence: 2, words: 'Marn' }, note: '' });
      const [before] = await listTicks(newsroom.db, (await ground(desk)).version.id);
      await desk.revise(BODY.replace('4 million', '5 million'));
      await assert.rejects(removeTick(ben, article_id, before?.id ?? ''), /A new version came in/);
      const [now] = await listTicks(newsroom.db, (await ground(desk)).version.id);
      await removeTick(ben, article_id, now?.id ?? '');
      assert.deepEqual(await listTicks(newsroom.db, (await ground(desk)).version.id), []);
    });

    engine.rule('a verdict given on the old words is no verdict on the new ones', async () => {
      const desk = await fire();
      const { newsroom, article_id, claim } = desk;
      const { revision, content_verdict_id } = await claim(1);
      await desk.revise(BODY.replace('24', '26'));
      const stale = { number: 1, revision, content_verdict: content_verdict_id ?? '' };
      await assert.rejects(setVerdicts(newsroom.ctxOf('ben'), article_id, stale), (error: StaleEdit) => {
        assert.equal(error.theirs.check_again, 'the number in its sentence changed: 24 → 26');
        return true;
      });
      const report = await buildReport(newsroom.ctxOf('dina'), await getArticle(newsroom.ctxOf('dina'), article_id));
      assert.equal(report.findings[0]?.check_again, 'the number in its sentence changed: 24 → 26');
      const said = { attribution_verdict: 'word_for_word' } as const;
      const now = { ...stale, ...said, revision: (await claim(1)).revision };
      assert.equal((await setVerdicts(newsroom.ctxOf('ben'), article_id, now)).state, 'ready');
      assert.deepEqual([(await claim(1)).check_again, (await claim(1)).state], ['', 'ready']);
    });
  });

  describe('who may bring one, and when', () => {
    engine.rule('guests may not, strangers find nothing, the operator may', async () => {
      const desk = await fire();
      const { newsroom, article_id } = desk;
      const next = { headline: HEADLINE, body: BODY.replace('24', '26'), version: 1 };
      await assert.rejects(reviseArticle(newsroom.ctxOf('dina'), article_id, next), Forbidden);
      await assert.rejects(reviseArticle(newsroom.ctxOf('emil'), article_id, next), NotFound);
      assert.equal((await reviseArticle(newsroom.operator, article_id, next)).number, 2);
    });

    engine.rule('the same form sent twice makes one version; the same text is none, and no text neither', async () => {
      const desk = await fire();
      await assert.rejects(desk.revise(BODY), /desk already has this text/);
      await assert.rejects(desk.revise('  '), RuleBroken);
      const next = BODY.replace('24', '26');
      await desk.revise(next);
      const { revision } = await desk.claim(1);
      assert.deepEqual([(await desk.revise(next)).is_new, (await desk.claim(1)).revision], [false, revision]);
      assert.equal((await ground(desk)).version.number, 2);
    });

    engine.rule('a form that was opened on an older version shows both texts and stores none', async () => {
      const desk = await fire();
      await desk.revise(BODY.replace('24', '26'));
      await assert.rejects(desk.revise(BODY.replace('24', '28')), (error: StaleEdit) => {
        assert.ok(error instanceof StaleEdit);
        assert.deepEqual(Object.keys(error.yours), ['body']);
        assert.ok(error.yours.body?.includes('28 people') && error.theirs.body?.includes('26 people'));
        return true;
      });
    });
  });
});
