// The text that ran: pasted or fetched, seen beside the version, initialled or taken as a version.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gatherArticleView } from '#src/article-view/gather-article.ts';
import { bringAsRan, initialAsRan } from '#src/articles/as-ran/commands.ts';
import { asRanJobs } from '#src/articles/as-ran/job.ts';
import { findAsRan } from '#src/articles/as-ran/store.ts';
import { getArticle } from '#src/articles/store.ts';
import { verifyTexts } from '#src/articles/verify.ts';
import { takeAsRan } from '#src/claims/revision/as-ran-commands.ts';
import { reviseArticle } from '#src/claims/revision/commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { gatherSignOff } from '#src/signoff/gather-sign-off.ts';
import { type HostileServer, startHostileServer } from '#tests/fetching/hostile-server.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { behindTheLog } from '#tests/support/held.ts';
import { type Newsroom, type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';
import { BODY, type Ferry, HEADLINE, judge, mark, SENTENCES, takeFerryIn } from './support.ts';

const RAN = BODY.replace('240 people', '190 people').replace('It was a cold morning.', '');
const PRINTED = BODY.replaceAll('“', '"').replaceAll('”', '"').replaceAll('’', "'").replace(/\n\n/g, '\n\n\n');

async function asRanOf(newsroom: Newsroom, { id }: Ferry) {
  const ben = newsroom.ctxOf('ben');
  return (await gatherArticleView(ben, await getArticle(ben, id))).as_ran;
}

onEachEngine((engine) => {
  describe('the text that ran', () => {
    const opened = async (body: string) => {
      const newsroom = await openNewsroom(engine);
      const ferry = await takeFerryIn(newsroom);
      const ada = newsroom.ctxOf('ada');
      await bringAsRan(ada, ferry.id, { headline: HEADLINE, body });
      const as_ran = (await findAsRan(newsroom.db, ferry.id))?.id ?? '';
      return { newsroom, ferry, ada, as_ran };
    };

    engine.rule(
      'is initialled without a word where only spaces and quotation marks differ, and lapses with a new version',
      async () => {
        const { newsroom, ferry, ada, as_ran } = await opened(PRINTED);
        assert.equal(await asRanOf(newsroom, ferry), null);
        await initialAsRan(ada, ferry.id, { as_ran, version: 1, reason: 'kept out' });
        await initialAsRan(ada, ferry.id, { as_ran, version: 1, reason: '' });
        const { at, ...said } = (await asRanOf(newsroom, ferry)) ?? { at: '' };
        assert.notEqual(at, '');
        assert.deepEqual(said, {
          initialled_by: newsroom.persons.ada.id,
          initialled_by_name: 'Ada Lind',
          version: 1,
          reason: '',
        });
        const r13 = async () => {
          const { results } = await gatherSignOff(ada, await getArticle(ada, ferry.id));
          return results.find((one) => one.rule === 'R13')?.state;
        };
        assert.equal(await r13(), 'holds');
        const rows = await newsroom.db.selectFrom('log').select('verb').where('verb', 'like', 'ran.%').execute();
        assert.deepEqual(rows.map((row) => row.verb).sort(), ['ran.brought', 'ran.initialled']);
        await reviseArticle(ada, ferry.id, { headline: HEADLINE, body: RAN, version: 1 });
        assert.equal(await asRanOf(newsroom, ferry), null);
        assert.notEqual(await r13(), 'holds');
      },
    );

    test('is hashed by verify, which names the article whose text was changed', async () => {
      const { newsroom, ferry } = await opened(RAN);
      assert.deepEqual((await verifyTexts(newsroom.db)).faults, []);
      await behindTheLog(newsroom.db).updateTable('as_ran').set({ text: PRINTED }).execute();
      assert.deepEqual((await verifyTexts(newsroom.db)).faults, [
        `The text of article ${ferry.number} as it ran was changed.`,
      ]);
    });

    engine.rule('pasted in one piece has the headline of the version, and can be taken with it', async () => {
      const { newsroom, ferry, ada } = await opened(RAN);
      await bringAsRan(ada, ferry.id, { body: `${HEADLINE}\n\n${RAN.replace('dawn', 'noon')}` });
      const ran = await findAsRan(newsroom.db, ferry.id);
      assert.equal(JSON.parse(ran?.outline ?? '{}').parts[0].role, 'headline');
      await takeAsRan(ada, ferry.id, { as_ran: ran?.id ?? '', version: 1, on_revised: [] });
      assert.equal((await getArticle(ada, ferry.id)).title, HEADLINE);
    });

    engine.rule('that differs wants a reason, and the reason stands', async () => {
      const { newsroom, ferry, ada, as_ran } = await opened(RAN);
      const initial = (reason: string) => initialAsRan(ada, ferry.id, { as_ran, version: 1, reason });
      await assert.rejects(initial(''), (error: RuleBroken) => error.field === 'reason');
      await initial('Cut for space after the desk had closed.');
      assert.equal((await asRanOf(newsroom, ferry))?.reason, 'Cut for space after the desk had closed.');
    });

    engine.rule('is taken as a version in one press: claims follow, and it is initialled as what ran', async () => {
      const { newsroom, ferry, ada, as_ran } = await opened(RAN);
      await mark(newsroom, ferry, SENTENCES.ran_aground, '240 people');
      await judge(newsroom, ferry, 1, 'ok');
      await takeAsRan(ada, ferry.id, { as_ran, version: 1, on_revised: [] });
      const article = await getArticle(ada, ferry.id);
      assert.deepEqual([article.latest_version_number, article.title], [2, HEADLINE]);
      assert.match((await getClaim(newsroom.db, ferry, { number: 1 })).check_again, /240.*190/);
      assert.equal((await asRanOf(newsroom, ferry))?.version, 2);
      await assert.rejects(takeAsRan(ada, ferry.id, { as_ran, version: 1, on_revised: [] }), RuleBroken);
    });

    engine.rule('is an editor’s to bring and to initial, of the own desk, as the page showed it', async () => {
      const { newsroom, ferry, ada, as_ran } = await opened(RAN);
      const other = await takeFerryIn(newsroom, { headline: 'Another ferry' });
      for (const name of ['ben', 'dina'] as const) {
        const ctx = newsroom.ctxOf(name);
        await assert.rejects(bringAsRan(ctx, ferry.id, { body: 'It ran.' }), Forbidden);
        await assert.rejects(initialAsRan(ctx, ferry.id, { as_ran, version: 1, reason: 'x' }), Forbidden);
        await assert.rejects(takeAsRan(ctx, ferry.id, { as_ran, version: 1, on_revised: [] }), Forbidden);
      }
      await assert.rejects(bringAsRan(newsroom.ctxOf('emil'), ferry.id, { body: 'It ran.' }), NotFound);
      await assert.rejects(initialAsRan(ada, other.id, { as_ran, version: 1, reason: 'x' }), NotFound);
      await bringAsRan(ada, ferry.id, { headline: HEADLINE, body: PRINTED });
      await bringAsRan(ada, ferry.id, { headline: HEADLINE, body: PRINTED });
      const again = initialAsRan(ada, ferry.id, { as_ran, version: 1, reason: 'x' });
      await assert.rejects(again, /added again since/);
      const count = await newsroom.db.selectFrom('as_ran').selectAll().execute();
      assert.equal(count.length, 2);
    });
  });
});

describe('the page of the text that ran', () => {
  let desk: NewsroomDesk;
  let server: HostileServer;
  before(async () => {
    desk = await startNewsroom();
    server = await startHostileServer();
  });
  after(async () => {
    await server.close();
    await desk.close();
  });

  test('shows sentence by sentence what differs, with the figures, to editors and reviewers, and not to guests', async () => {
    const ferry = await takeFerryIn(desk);
    const [ada, ben, dina] = [await desk.visitor('ada'), await desk.visitor('ben'), await desk.visitor('dina')];
    await ada.visit(`${ferry.path}/versions`);
    await ada.follow('as it ran');
    await ada.press('Compare with version 1');
    assert.deepEqual([ada.status, ada.errors()], [422, ['Paste the text that ran.']]);
    await ada.fill('Headline', HEADLINE).fill('Text', RAN).press('Compare with version 1');
    await ben.visit(`${ferry.path}/as-ran`);
    for (const visitor of [ada, ben]) {
      assert.match(visitor.text(), /2 sentences differ from version 1, 1 of them in a figure\./);
      assert.match(visitor.text(), /2, changed Figures: 240 → 190/);
      assert.match(visitor.text(), /4, not in what ran/);
      assert.deepEqual(await htmlProblems(visitor.body), []);
    }
    assert.ok(!ben.offers(/^Initial/) && !ben.offers(/^Compare/));
    await dina.visit(`${ferry.path}/as-ran`);
    assert.equal(dina.status, 403);
    await dina.visit(`${ferry.path}/log`);
    assert.doesNotMatch(dina.text(), /text that ran/);
    await ada.press(/^Initial version 1/);
    assert.equal(ada.status, 422);
    assert.match(ada.errors().join(), /Say in one line why that does not matter/);
    await ada.fill('Why what differs does not matter', 'The writer cut it.').press(/^Initial version 1/);
    assert.match(ada.text(), /Initialled as the text that ran: Ada Lind, .*does not matter: The writer cut it/);
  });

  test('a page on the web is fetched under the guard as a job, and taken as a version', async () => {
    const { number } = await takeFerryIn(desk, { headline: 'The ferry was late' });
    const ada = await desk.visitor('ada');
    await ada.visit(`/articles/${number}/details`);
    await ada.fill(/^Address|^Web address|^Its page/, `${server.origin}/ferry`).press(/^Save/);
    await ada.visit(`/articles/${number}/as-ran`);
    await ada.press('Fetch text from its page');
    while (await workOnce({ db: desk.db, kinds: asRanJobs({ allow: server.allow }), onError: assert.ifError }));
    await ada.follow('Reload page');
    assert.match(ada.text(), /Fetched by Ada Lind/);
    assert.match(ada.text(), /ninety minutes late on Sunday/);
    await ada.press('Add as version 2');
    assert.match(ada.notice() ?? '', /^Version 2 is the text that ran, and is initialled as that\./);
    await ada.visit(`/articles/${number}/as-ran`);
    assert.match(ada.text(), /The same as version 2, letter for letter/);
    assert.match(ada.text(), /Initialled as the text that ran: Ada Lind/);
  });
});
