// The list of articles: found by words, desk, state, who has them and when they are due; in order, by pages.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { putArticleAway } from '#src/articles/put-away-commands.ts';
import { assignParagraphs } from '#src/claims/coverage/assign-commands.ts';
import { initialSentences } from '#src/claims/coverage/commands.ts';
import type { Context } from '#src/context.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { addMember } from '#src/people/desks/member-commands.ts';
import { noteComplaint } from '#src/reports/complaints/commands.ts';
import { signReport } from '#src/reports/signing/sign-commands.ts';
import { addSource } from '#src/sources/commands.ts';
import { articleList } from '#src/workbench/lists/article-list-page.ts';
import { gatherListed } from '#src/workbench/lists/gather-listed.ts';
import { listFilterIn, listUrl } from '#src/workbench/lists/list-filter.ts';
import { deskClock, lengthOf, timeLeft } from '#src/workbench/lists/time-left.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';
import { mark } from './support.ts';

const TAKEN: [headline: string, more: { byline?: string; deadline_at?: string; desk?: 'weekend-desk' }][] = [
  ['Ferry aground', { byline: 'Øyvind Orsk', deadline_at: '2026-03-14T23:00' }],
  ['Bread in Halden', { deadline_at: '2026-03-16T10:00' }],
  ['100% of nothing', {}],
  ['A ferry for whom?', { deadline_at: '2026-03-14T18:00' }],
  ['Weekend ferry', { desk: 'weekend-desk', deadline_at: '2026-03-15T09:00' }],
];

onEachEngine((engine) => {
  let newsroom: Newsroom;
  const ids: string[] = [];
  before(async () => {
    newsroom = await openNewsroom(engine);
    await addMember(newsroom.ctxOf('emil'), 'weekend-desk', { email: emailOf('ada'), role: 'reviewer' });
    for (const [headline, { desk = 'foreign-desk', ...more }] of TAKEN) {
      const ctx = newsroom.ctxOf(desk === 'weekend-desk' ? 'emil' : 'ada');
      ids.push((await takeArticleIn(ctx, desk, { headline, body: 'Ice lay there.', ...more })).id);
    }
  });

  const found = async (ctx: Context, query: object, limit = 10) => {
    const desks = (await listDesksOf(ctx)).filter(({ slug }) => !('desk' in query) || slug === query.desk);
    return gatherListed(ctx, listFilterIn({ ...query }), { desks, limit });
  };
  const titles = async (name: PersonName, query: object) =>
    (await found(newsroom.ctxOf(name), query)).articles.map(({ title }) => title);

  const [FERRY, BREAD, NOTHING, WHOM, WEEKEND] = TAKEN.map(([headline]) => headline);

  test('by deadline, over all desks of a person and nobody else’s; those without one last', async () => {
    assert.deepEqual(await titles('ada', {}), [WHOM, FERRY, WEEKEND, BREAD, NOTHING]);
    assert.deepEqual(await titles('ben', {}), [WHOM, FERRY, BREAD, NOTHING]);
    assert.deepEqual(await titles('ada', { desk: 'weekend-desk' }), [WEEKEND]);
    assert.deepEqual(await titles('ada', { order: 'newest' }), [WEEKEND, WHOM, NOTHING, BREAD, FERRY]);
    assert.deepEqual(await titles('ada', { order: 'title' }), [NOTHING, WHOM, BREAD, FERRY, WEEKEND]);
  });

  test('page by page it is the same list, whatever its order', async () => {
    for (const order of ['due', 'newest', 'title']) {
      const ctx = newsroom.ctxOf('ada');
      const pages: string[] = [];
      let address: string | null = listUrl(listFilterIn({ order }));
      while (address !== null) {
        const query: Record<string, string> = Object.fromEntries(new URL(address, 'http://desk.example').searchParams);
        const { articles, next } = await found(ctx, query, 2);
        pages.push(...articles.map(({ title }) => title));
        address = next && listUrl(listFilterIn(query), next);
      }
      assert.deepEqual(pages, await titles('ada', { order }));
    }
  });

  test('by words of the title or the writer, in any order and case, and no sign among them means more than itself', async () => {
    assert.deepEqual(await titles('ben', { q: 'FERRY' }), [WHOM, FERRY]);
    assert.deepEqual(await titles('ben', { q: 'øyvind aground' }), [FERRY]);
    assert.deepEqual(await titles('ben', { q: '0%' }), [NOTHING]);
    assert.deepEqual(await titles('ben', { q: '_' }), []);
  });

  engine.rule('by when it is due', async () => {
    assert.deepEqual(await titles('ben', { due: 'late' }), [WHOM]);
    assert.deepEqual(await titles('ben', { due: 'today' }), [WHOM, FERRY]);
    assert.deepEqual(await titles('ben', { due: 'week' }), [WHOM, FERRY, BREAD]);
    assert.deepEqual(await titles('ben', { due: 'none' }), [NOTHING]);
  });

  test('by who has claims or paragraphs of it in hand', async () => {
    await mark(newsroom, { id: ids[0] as string, number: 1, path: '' }, 2, 'Ice');
    await assignParagraphs(newsroom.ctxOf('ada'), ids[1] as string, {
      ...{ paragraphs: [2], assignee_id: newsroom.persons.cleo.id },
    });
    assert.deepEqual(await titles('ben', { assigned: 'me' }), [FERRY]);
    assert.deepEqual(await titles('cleo', { assigned: 'me' }), [BREAD]);
    assert.deepEqual(await titles('ben', { assigned: String(newsroom.persons.cleo.number) }), [BREAD]);
    assert.deepEqual(await titles('ben', { assigned: 'nobody' }), [WHOM, NOTHING]);
    assert.deepEqual(await titles('ben', { assigned: '4711' }), []);
  });

  test('by its state, counted as it is now', async () => {
    for (const sentence of [1, 2])
      await initialSentences(newsroom.ctxOf('ben'), ids[3] as string, { selection: { sentence } });
    assert.deepEqual(await titles('ben', { state: 'ready' }), [WHOM]);
    assert.deepEqual(await titles('ben', { state: 'open' }), [FERRY, BREAD, NOTHING]);
    const wanted = { number: 1, version: 1, open_claims: [], reason: '' };
    await signReport(newsroom.ctxOf('ada'), ids[3] as string, wanted);
    assert.deepEqual(await titles('ben', { state: 'ready' }), []);
    assert.deepEqual(await titles('ben', { state: 'signed' }), [WHOM]);
    assert.deepEqual(await titles('ben', {}), [FERRY, BREAD, NOTHING]);
    const typed = { complainant: 'Lena Orsk', reach: '', received_at: '2026-03-12T08:42', claim_number: undefined };
    const noted = { ...typed, words: '', says: 'It was eight.', decider: undefined };
    await noteComplaint(newsroom.ctxOf('ben'), ids[3] as string, noted);
    assert.deepEqual(await titles('ben', {}), [WHOM, FERRY, BREAD, NOTHING]);
    const away = { reason: '', still_due: async () => null };
    for (const id of [ids[3], ids[2]]) await putArticleAway(newsroom.ctxOf('ada'), id as string, away);
    assert.deepEqual(await titles('ben', { state: 'signed' }), []);
    assert.deepEqual(await titles('ben', {}), [FERRY, BREAD]);
    assert.deepEqual((await titles('ben', { state: 'put_away' })).sort(), [NOTHING, WHOM]);
    assert.deepEqual(await titles('ben', { state: 'all' }), [WHOM, NOTHING, BREAD, FERRY]);
  });

  engine.rule(
    'the page says how many there are, what blocks each, what to do next, and what was put away',
    async () => {
      const page = await articleList(newsroom.ctxOf('ada'), {});
      assert.equal(page.said, '3 in work, 1 due today or late');
      assert.deepEqual(
        page.groups.map(({ name, rows }) => [name, ...rows.map(({ next, left }) => `${left.said}: ${next.label}`)]),
        [
          ['Today', '2 h 30: Sign-off · 1 open'],
          ['Later', 'Sun: Assign', 'Mon: Assign'],
        ],
      );
      assert.deepEqual(
        page.groups[0]?.rows[0]?.blocking.shown.map(({ said, href }) => `${said}: ${href}`),
        ['1 claim open: /articles/1/claims?list=open', '1 sentence unread: /articles/1/coverage'],
      );
      assert.deepEqual(
        page.archive?.rows.map(({ title, report, since }) => [title, report?.said, since.length]).sort(),
        [
          [NOTHING, undefined, 0],
          [WHOM, 'Report 1', 1],
        ],
      );
      assert.equal((await articleList(newsroom.ctxOf('ada'), { q: 'ferry' })).archive, null);
    },
  );

  engine.rule('a guest finds no article by a name that its title holds back', async () => {
    const [ada, dina] = [newsroom.ctxOf('ada'), newsroom.ctxOf('dina')];
    await addSource(ada, { desk: 'foreign-desk', source_line: 'Lena Orsk', type: 'person', is_confidential: 1 });
    await takeArticleIn(ada, 'foreign-desk', { title: 'What Lena Orsk saw', body: 'Ice lay there.' });
    assert.equal((await titles('ben', { q: 'lena' })).length, 1);
    assert.equal((await found(dina, { q: 'lena' })).articles.length, 0);
    assert.equal((await found(dina, { q: 'ferry' })).articles.length, 1);
  });
});

test('how long there is, in the words of a desk', () => {
  const at = deskClock('2026-03-14T16:00:00.000Z', 'Europe/Oslo');
  const said = (deadline: string | null) => {
    const { said, under, is_soon } = timeLeft(deadline, at);
    return `${said}|${under}${is_soon ? '!' : ''}`;
  };
  assert.equal(said('2026-03-14T16:50:00.000Z'), '50 min|17:50!');
  assert.equal(said('2026-03-14T18:20:00.000Z'), '2 h 20|19:20');
  assert.equal(said('2026-03-14T15:20:00.000Z'), 'Late|by 40 min!');
  assert.equal(said('2026-03-16T08:00:00.000Z'), 'Mon|09:00');
  assert.equal(said('2026-04-02T08:00:00.000Z'), '2 Apr|10:00');
  assert.equal(said(null), 'No date|');
  assert.equal(lengthOf(50 * 3_600_000), '2 days');
});
