// Who sees the workbench and who may work there: members, guests, strangers, and those signed out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { listTicks } from '#src/claims/coverage/store.ts';
import { listFixes } from '#src/reviews/fixes/store.ts';
import { halfCheckedArticle } from '#tests/reports/half-checked.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import { takeFerryIn } from './support.ts';

const PAGES = [
  '/articles/1',
  '/articles/1/claims?list=open',
  '/articles/1/claims/4',
  '/articles/1/sentences/2',
  '/articles/1/coverage',
  '/articles/1/second-read',
  '/articles/1/fixes',
  '/articles/1/fixes/list',
  '/articles/1/queries',
  '/articles/1/log',
  '/articles/1/log.jsonl',
];

/** Every post of the workbench, with fields that would be taken. */
const POSTS: [path: string, fields: Record<string, string>][] = [
  ['/articles/1/claims', { sentence: '3' }],
  ['/articles/1/ticks', { sentence: '3' }],
  ['/articles/1/ticks/TICK/removal', {}],
  ['/articles/1/initials', { sentence: '3' }],
  ['/articles/1/initials/removal', { sentence: '6' }],
  ['/articles/1/assignments', { paragraphs: '2', assignee_id: '' }],
  ['/articles/1/claims/5/range', { sentence: '3', revision: '1' }],
  ['/articles/1/claims/5/verdicts', { revision: '1', attribution_verdict: 'changed' }],
  ['/articles/1/claims/5/details', { revision: '1', statement: 'All left.', kind: 'event' }],
  ['/articles/1/claims/5/attribution', { revision: '1', attribution: 'A. Nobody' }],
  ['/articles/1/claims/5/key', { is_key: '1' }],
  ['/articles/1/claims/5/taking', {}],
  ['/articles/1/claims/7/readiness', {}],
  ['/articles/1/claims/3/return', { revision: '2', return_line: 'Why?' }],
  ['/articles/1/claims/3/closure', { revision: '2' }],
  ['/articles/1/claims/1/reopening', { reopening_reason: 'New facts.' }],
  ['/articles/1/claims/5/withdrawal', { withdrawal_reason: 'Cut.' }],
  ['/articles/1/claims/9/restoration', {}],
  ['/articles/1/claims/5/fixes', { old_words: 'noon', new_words: 'one' }],
  ['/articles/1/claims/5/queries', { to_whom: 'writer', question: 'Who says so?' }],
  ['/articles/1/queries', { to_whom: 'editor', question: 'Do we run it?' }],
  ['/articles/1/fixes', { old_words: 'noon', new_words: 'one' }],
  ['/articles/1/writer-links', { name: 'The writer', days: '3' }],
  ['/articles/1/second-read', { claims: '3:2' }],
  ['/articles/1/fixes/FIX/decision', { decision: 'refused', decision_line: 'It stands.' }],
];

describe('the doors of the workbench', () => {
  let desk: NewsroomDesk;
  let posts: typeof POSTS;
  before(async () => {
    desk = await startNewsroom();
    const { id } = await halfCheckedArticle(desk);
    const [fix] = await listFixes(desk.db, id);
    const version = await desk.db
      .selectFrom('version')
      .select('id')
      .where('article_id', '=', id)
      .executeTakeFirstOrThrow();
    const [tick] = await listTicks(desk.db, version.id);
    posts = POSTS.map(([path, fields]) => [path.replace('TICK', tick?.id ?? '').replace('FIX', fix?.id ?? ''), fields]);
  });
  after(() => desk.close());

  const events = async () =>
    Number(
      (
        await desk.db
          .selectFrom('log')
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );

  /** What somebody sees of each page, each asked once. */
  async function statusesOf(visitor: Visitor): Promise<Record<string, number>> {
    const statuses: Record<string, number> = {};
    for (const path of PAGES) statuses[path] = (await visitor.visit(path)).status;
    return statuses;
  }

  test('a guest reads every page and is offered no form', async () => {
    const dina = await desk.visitor('dina');
    for (const path of PAGES) {
      await dina.visit(path);
      assert.equal(dina.status, 200, path);
      const forms = dina.all('main form').filter((form) => form.getAttribute('method') === 'post');
      assert.deepEqual(
        forms.map((form) => form.getAttribute('action')),
        [],
        path,
      );
    }
  });

  test('a guest who posts all the same is told why not, and nothing is written', async () => {
    const dina = await desk.visitor('dina');
    const before = await events();
    for (const [path, fields] of posts) {
      await dina.send(path, fields);
      assert.equal(dina.status, 403, path);
      assert.match(dina.text(), /Not allowed .*\./, path);
    }
    assert.equal(await events(), before);
  });

  test('a stranger gets the page of a typo everywhere, for reading and for writing', async () => {
    const emil = await desk.visitor('emil');
    await emil.visit('/articles/99999');
    const typo = emil.body;
    assert.deepEqual(new Set(Object.values(await statusesOf(emil))), new Set([404]));
    const before = await events();
    for (const path of PAGES.filter((one) => !one.endsWith('.jsonl'))) {
      await emil.visit(path);
      assert.equal(emil.body, typo, path);
    }
    for (const [path, fields] of posts) {
      await emil.send(path, fields);
      assert.equal(emil.status, 404, path);
    }
    assert.equal(await events(), before);
    await emil.visit('/');
    assert.ok(!emil.text().includes('Lusk'));
    await emil.visit('/articles?desk=foreign-desk');
    assert.ok(!emil.text().includes('Lusk'));
  });

  test('whoever is not signed in is asked to, and brought back to the page', async () => {
    const nobody = await desk.visitor();
    for (const path of PAGES) {
      await nobody.visit(path);
      assert.equal(nobody.path, `/sign-in?to=${encodeURIComponent(path)}`);
    }
    await nobody.visit('/articles/1/claims/4');
    await nobody
      .fill(/^e-?mail/i, 'cleo@newsroom.example')
      .fill(/^password/i, 'ink before the presses roll')
      .press(/^sign in/i);
    assert.equal(nobody.path, '/articles/1/claims/4');
  });

  test('posts of nobody write nothing', async () => {
    const nobody = await desk.visitor();
    const before = await events();
    for (const [path, fields] of posts) {
      await nobody.send(path, fields);
      assert.match(nobody.path, /^\/sign-in/, path);
    }
    assert.equal(await events(), before);
  });

  test('a forged post changes nothing', async () => {
    const ben = await desk.visitor('ben');
    const before = await events();
    for (const [path, fields] of posts) {
      await ben.send(path, fields, { 'Sec-Fetch-Site': 'cross-site' });
      assert.equal(ben.status, 403, path);
    }
    assert.equal(await events(), before);
  });

  test('what belongs to another article or another desk is not there', async () => {
    const ferry = await takeFerryIn(desk);
    const ben = await desk.visitor('ben');
    const before = await events();
    for (const [path, fields] of posts.filter(([one]) => one.includes('/decision')))
      await (await desk.visitor('ada')).send(path.replace('/articles/1', ferry.path), fields).then((ada) => {
        assert.equal(ada.status, 404, path);
      });
    const removal = posts.find(([path]) => path.includes('/ticks/'))?.[0] as string;
    await ben.send(removal.replace('/articles/1', ferry.path), {});
    const weekend = await desk.db
      .selectFrom('verdict')
      .select('id')
      .where('desk_id', '=', desk.desks.weekend.id)
      .executeTakeFirstOrThrow();
    await ben.send('/articles/1/claims/5/verdicts', { revision: '1', content_verdict: weekend.id });
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Choose one of the desk’s verdicts.']);
    await ben.send('/articles/1/claims/5/details', {
      revision: '1',
      statement: 'x',
      kind: 'event',
      assignee_id: desk.persons.emil.id,
    });
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Choose an editor or a reviewer of this desk.']);
    await ben.send('/articles/1/assignments', { paragraphs: '2', assignee_id: desk.persons.dina.id });
    assert.equal(ben.status, 422);
    assert.deepEqual(ben.errors(), ['Choose an editor or a reviewer of this desk.']);
    const evidence = await desk.db.selectFrom('evidence').select('id').executeTakeFirstOrThrow();
    await ben.visit(`${ferry.path}/claims/1/evidence/${evidence.id}`);
    assert.equal(ben.status, 404);
    assert.equal(await events(), before);
  });

  test('who changes role sees the page of the new role at once, whatever the browser kept', async () => {
    const dina = await desk.visitor('dina');
    await dina.visit('/articles/1');
    const kept = dina.headers.etag as string;
    await desk.db
      .updateTable('membership')
      .set({ role: 'reviewer' })
      .where('person_id', '=', desk.persons.dina.id)
      .execute();
    await dina.visit('/articles/1', { 'If-None-Match': kept });
    assert.equal(dina.status, 200);
    assert.ok(dina.all('#mark-form').length === 1);
  });
});
