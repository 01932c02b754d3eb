// An article is put away and brought back: out of the way, as it was, and on record.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bringArticleBack, putArticleAway } from '#src/articles/put-away-commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { listWaiting } from '#src/claims/waiting-store.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { complaintsStillDue } from '#src/reports/complaints/gather-still-due.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { type Newsroom, type NewsroomDesk, openNewsroom, startNewsroom } from '#tests/support/newsroom.ts';
import { type Ferry, judge, mark, takeFerryIn } from '../workbench/support.ts';

const COMPLAINT = { complainant: 'Lena Orsk', reach: '', received_at: '2026-03-12T08:42', claim_number: undefined };

onEachEngine((engine) => {
  let newsroom: Newsroom;
  let ferry: Ferry;
  before(async () => {
    newsroom = await openNewsroom(engine);
    ferry = await takeFerryIn(newsroom);
    await mark(newsroom, ferry, 2, 'seven passengers');
    await mark(newsroom, ferry, 5, '190 people');
    await judge(newsroom, ferry, 2, 'ok');
  });

  const away = (name: 'ada' | 'ben' | 'emil', reason = '') =>
    putArticleAway(newsroom.ctxOf(name), ferry.id, { reason, still_due: complaintsStillDue });
  const waiting = async () => {
    const names = ['ben', 'cleo'] as const;
    const waits = async (name: 'ben' | 'cleo') => {
      const ctx = newsroom.ctxOf(name);
      return listWaiting(ctx, newsroom.persons[name].id, await listDesksOf(ctx));
    };
    const lists = names.map(waits);
    return (await Promise.all(lists)).map(({ claims }) => claims);
  };
  const events = async () => {
    const log = newsroom.db
      .selectFrom('log')
      .innerJoin('log_detail', (join) =>
        join.onRef('log.number', '=', 'log_detail.number').onRef('log.chain', '=', 'log_detail.chain'),
      );
    const rows = await log.select(['verb', 'after']).where('verb', 'like', 'article.%').orderBy('log.number').execute();
    return rows.slice(1).map(({ verb, after }) => `${verb} ${JSON.parse(String(after))?.reason ?? ''}`);
  };

  test('only an editor of the desk puts it away', async () => {
    await assert.rejects(away('ben'), Forbidden);
    await assert.rejects(away('emil'), NotFound);
    assert.deepEqual(await waiting(), [1, 1]);
  });

  test('what is put away waits for nobody, stays as it is, and is put away once', async () => {
    await away('ada', 'It ran.');
    await away('ada', 'Again.');
    assert.deepEqual(await waiting(), [0, 0]);
    await assert.rejects(mark(newsroom, ferry, 4, 'a cold morning'), RuleBroken);
    assert.equal((await getArticle(newsroom.ctxOf('ben'), ferry.id)).put_away_reason, 'It ran.');
  });

  test('brought back it waits as before', async () => {
    await bringArticleBack(newsroom.ctxOf('ada'), ferry.id);
    await bringArticleBack(newsroom.ctxOf('ada'), ferry.id);
    assert.deepEqual(await waiting(), [1, 1]);
    await mark(newsroom, ferry, 4, 'a cold morning');
  });

  test('a complaint brings it back, and holds it until it is answered', async () => {
    await away('ada');
    const typed = { ...COMPLAINT, words: '', says: 'It was eight.', decider: undefined };
    await noteComplaint(newsroom.ctxOf('ben'), ferry.id, typed);
    assert.equal((await getArticle(newsroom.ctxOf('ben'), ferry.id)).put_away_at, null);
    await assert.rejects(away('ada'), /1 complaint about this article is still open/);
    assert.deepEqual(await events(), [
      'article.put_away It ran.',
      'article.brought_back ',
      'article.put_away ',
      'article.brought_back complaint 1 came in',
    ]);
  });
});

describe('by the pages', () => {
  let desk: NewsroomDesk;
  before(async () => {
    desk = await startNewsroom();
  });
  after(() => desk.close());

  test('Ada puts it away from its details; Ben reads why nothing changes, and cannot bring it back', async () => {
    const ferry = await takeFerryIn(desk);
    const ada = await desk.visitor('ada');
    await ada.visit(`${ferry.path}/details`);
    await ada.fill('Reason (optional)', 'It ran.').press('Put article away');
    assert.equal(ada.path, '/articles');
    assert.match(ada.notice(), /is put away/);
    const ben = await desk.visitor('ben');
    await ben.visit(ferry.path);
    assert.match(ben.body, /Put away today 20:30: It ran\. The article can only be read, except for complaints/);
    assert.doesNotMatch(ben.body, /Bring article back/);
    // What would be refused is not offered; what is for articles that ran still is.
    const offered = async (path: string) => {
      const { body } = await ada.visit(`${ferry.path}${path}`);
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
      return [...main.matchAll(/<form[^>]* method="post" action="\/articles\/\d+([^"]*)"/g)].map(
        ([, action]) => action,
      );
    };
    for (const path of [
      '',
      '/claims?list=unread',
      '/claim-list',
      '/coverage',
      '/details',
      '/fixes',
      '/queries',
      '/sign-off',
    ])
      assert.deepEqual(await offered(path), [], path);
    assert.deepEqual(await offered('/complaints'), ['/complaints', '/corrections']);
    assert.deepEqual(await offered('/erasure'), ['/erasure']);
    assert.equal((await ada.visit(`${ferry.path}/writer-links`)).status, 403);
    assert.match(ada.text(), /This article is put away and can only be read\./);
    await ada.visit(ferry.path);
    await ada.press('Bring article back');
    assert.equal(ada.path, ferry.path);
    assert.doesNotMatch(ada.body, /Put away/);
    await ada.visit(`${ferry.path}/details`);
    await ada.press('Put article away');
    await ada.visit('/articles?state=put_away');
    await ada.press(/^Bring back: /);
    assert.equal(ada.notice(), 'The article is back among those in work.');
  });
});
