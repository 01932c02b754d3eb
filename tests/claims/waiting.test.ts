// What waits for a person stands by article, in the order in which it is due, whatever was given a time last.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { takeArticleIn } from '#src/articles/commands.ts';
import { changeArticleDetails } from '#src/articles/details/commands.ts';
import { getArticle } from '#src/articles/store.ts';
import { markClaim } from '#src/claims/marking/commands.ts';
import { changeClaimDetails } from '#src/claims/marking/details-commands.ts';
import { getClaim } from '#src/claims/store.ts';
import { listWaiting } from '#src/claims/waiting-store.ts';
import { listDesksOf } from '#src/people/desk-store.ts';
import { addMember, changeMemberRole, removeMember } from '#src/people/desks/member-commands.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { emailOf, type Newsroom, openNewsroom, type PersonName } from '#tests/support/newsroom.ts';
import { judge, mark, takeFerryIn } from '../workbench/support.ts';

onEachEngine((engine) => {
  let newsroom: Newsroom;
  const ids: string[] = [];
  before(async () => {
    newsroom = await openNewsroom(engine);
    for (const headline of ['First', 'Second']) {
      const ferry = await takeFerryIn(newsroom, { headline });
      await mark(newsroom, ferry, 2, 'seven passengers');
      await mark(newsroom, ferry, 5, '190 people');
      ids.push(ferry.id);
    }
  });

  const waitsFor = async (name: PersonName) => {
    const ctx = newsroom.ctxOf(name);
    return listWaiting(ctx, newsroom.persons[name].id, await listDesksOf(ctx));
  };
  const waiting = async (name: PersonName) =>
    (await waitsFor(name)).shown.map(
      ({ title, in_hand, to_read, claims }) =>
        `${title} ${in_hand}+${to_read}: ${claims.map(({ number }) => number).join(' ')}`,
    );
  const deadline = async (id: string, deadline_at: string) => {
    const { title, revision } = await getArticle(newsroom.ctxOf('ada'), id);
    await changeArticleDetails(newsroom.ctxOf('ada'), id, { title, deadline_at, revision });
  };
  const due = async (id: string, number: number, due_at: string | null) => {
    const { statement, kind, assignee_id, revision } = await getClaim(newsroom.db, { id }, { number });
    const details = { number, revision, statement, kind, assignee_id, due_at };
    await changeClaimDetails(newsroom.ctxOf('ben'), id, details);
  };

  engine.rule('without any time, the newest article comes first', async () => {
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 1 2', 'First 2+0: 1 2']);
  });

  engine.rule('an article with a deadline comes before those without', async () => {
    await deadline(ids[0] as string, '2026-03-14T23:00');
    assert.deepEqual(await waiting('ben'), ['First 2+0: 1 2', 'Second 2+0: 1 2']);
  });

  test('a time of its own goes before the deadline of its article', async () => {
    await due(ids[1] as string, 2, '2026-03-14T17:00:00.000Z');
    await due(ids[0] as string, 1, '2026-03-15T17:00:00.000Z');
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 1 2', 'First 2+0: 1 2']);
  });

  engine.rule('deadlines and times that are moved or taken away move what hangs on them', async () => {
    await deadline(ids[0] as string, '');
    await deadline(ids[1] as string, '2026-03-16T10:00');
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 1 2', 'First 2+0: 1 2']);
    await due(ids[0] as string, 1, null);
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 1 2', 'First 2+0: 1 2']);
  });

  engine.rule('a claim that is marked under a deadline is due then', async () => {
    const { number } = await markClaim(newsroom.ctxOf('ben'), ids[1] as string, {
      selection: { sentence: 4, words: 'a cold morning' },
      is_key: false,
    });
    assert.deepEqual((await waiting('ben'))[0], `Second 3+0: 1 2 ${number}`);
  });

  engine.rule('what is judged waits for everybody else, in the same order, and for nobody who only reads', async () => {
    for (const id of ids) await judge(newsroom, { id, number: 0, path: '' }, 1, 'ok');
    assert.deepEqual(await waiting('cleo'), ['Second 0+1: 1', 'First 0+1: 1']);
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 2 3', 'First 1+0: 2']);
    for (const nobody of ['dina', 'frida', 'emil'] as const) assert.deepEqual(await waiting(nobody), []);
  });

  engine.rule('all of it is counted, of an article the first five are shown', async () => {
    for (const words of ['aground', 'drowned', 'radar', 'before dawn']) {
      const selection = { sentence: words === 'radar' ? 3 : 2, words };
      await markClaim(newsroom.ctxOf('ben'), ids[0] as string, { selection, is_key: false });
    }
    assert.deepEqual(await waiting('ben'), ['Second 2+0: 2 3', 'First 5+0: 2 3 4 5 6']);
    await markClaim(newsroom.ctxOf('ben'), ids[0] as string, {
      selection: { sentence: 1, words: 'First' },
      is_key: false,
    });
    const { claims, articles, shown } = await waitsFor('ben');
    assert.deepEqual([claims, articles, shown[1]?.in_hand, shown[1]?.claims.length], [8, 2, 6, 5]);
  });

  engine.rule('it is that of all desks of a person, as long as they work there', async () => {
    const { id } = await takeArticleIn(newsroom.ctxOf('emil'), newsroom.desks.weekend.slug, {
      ...{ headline: 'Weekend', body: 'Nine boats lay there, the harbour said.', deadline_at: '2026-03-15T09:00' },
    });
    await addMember(newsroom.ctxOf('ada'), newsroom.desks.weekend.slug, { email: emailOf('cleo'), role: 'reviewer' });
    await markClaim(newsroom.ctxOf('cleo'), id, { selection: { sentence: 2, words: '' }, is_key: false });
    assert.deepEqual(await waiting('cleo'), ['Weekend 1+0: 1', 'Second 0+1: 1', 'First 0+1: 1']);
    const { number } = newsroom.persons.cleo;
    await changeMemberRole(newsroom.ctxOf('emil'), newsroom.desks.weekend.slug, { number, role: 'guest' });
    assert.deepEqual(await waiting('cleo'), ['Second 0+1: 1', 'First 0+1: 1']);
    await removeMember(newsroom.ctxOf('emil'), newsroom.desks.weekend.slug, number);
    assert.deepEqual(await waiting('cleo'), ['Second 0+1: 1', 'First 0+1: 1']);
  });
});
