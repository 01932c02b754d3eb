// The page of a job, as its person sees it without JavaScript, and as nobody else does.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { RuleBroken } from '#src/errors.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { workOnce } from '#src/jobs/worker.ts';
import { url } from '#src/paths.ts';
import { type NewsroomDesk, startNewsroom } from '#tests/support/newsroom.ts';
import { htmlProblems } from '#tests/support/valid-html.ts';

let desk: NewsroomDesk;
before(async () => {
  desk = await startNewsroom();
});
after(() => desk.close());

const WANTED = { kind: 'look', desk_id: null, title: 'Fetching example.org', back: '/articles/new', input: {} };

test('it shows how far the work is, looks again by itself, and leads on when it is done', async () => {
  const ben = await desk.visitor('ben');
  const id = await askForJob(desk.ctxOf('ben'), WANTED);
  await ben.visit(url('job', { id }));
  assert.match(ben.text(), /Fetching example\.org.*Waiting for its turn/);
  assert.equal(ben.headers.refresh, '2');
  assert.equal(ben.headers['cache-control'], 'no-store');
  assert.deepEqual(await htmlProblems(ben.body), []);
  await workOnce({
    db: desk.db,
    onError: assert.ifError,
    kinds: { look: async () => async () => ({ path: '/sources' }) },
  });
  await ben.follow('Reload page');
  assert.equal(ben.path, '/sources');
});

test('a failed one says why, stands still and leads back', async () => {
  const ben = await desk.visitor('ben');
  const id = await askForJob(desk.ctxOf('ben'), WANTED);
  const look = async () => {
    throw new RuleBroken('There is no such page on example.org.');
  };
  await workOnce({ db: desk.db, onError: assert.ifError, kinds: { look } });
  await ben.visit(url('job', { id }));
  assert.match(ben.text(), /There is no such page on example\.org\./);
  assert.equal(ben.headers.refresh, undefined);
  assert.deepEqual(await htmlProblems(ben.body), []);
  await ben.follow(/go back/i);
  assert.equal(ben.path, '/articles/new');
});

test('nobody else finds it, and who is not signed in is asked to', async () => {
  const id = await askForJob(desk.ctxOf('ben'), WANTED);
  for (const name of ['ada', 'cleo', 'dina', 'emil'] as const) {
    const other = await desk.visitor(name);
    await other.visit(url('job', { id }));
    assert.equal(other.status, 404, name);
  }
  const nobody = await desk.visitor();
  await nobody.visit(url('job', { id }));
  assert.match(nobody.path, /^\/sign-in/);
});
