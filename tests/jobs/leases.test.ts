// Leases of jobs under clocks that are set: no job waits for a day, and none is done by two at once.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { systemContext } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { newId } from '#src/ids.ts';
import { askForJob } from '#src/jobs/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { startWorker, type WorkerParts, workOnce } from '#src/jobs/worker.ts';
import { memberRolesThatMay } from '#src/people/permissions.ts';
import { HOUSE } from '#tests/house-rules/source-files.ts';
import { type EngineUnderTest, onEachEngine, onEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { nodeOptionsWith, startProgram } from '#tests/support/program.ts';

const DAY = 86_400_000;
const WANTED = { kind: 'slow', desk_id: null, title: 'Counting', back: '/articles', input: {} };

async function openWithJob(engine: EngineUnderTest) {
  const newsroom = await openNewsroom(engine);
  const at_work = { now: 0, most: 0, begun: 0 };
  const parts: WorkerParts = {
    db: newsroom.db,
    // Longer than a busy machine holds a process up; the work is longer still, so that the lease has to be moved on.
    lease_milliseconds: 2_000,
    poll_milliseconds: 100,
    onError: (error) => assert.ifError(error),
    kinds: {
      slow: async () => {
        at_work.begun += 1;
        at_work.most = Math.max(at_work.most, ++at_work.now);
        await wait(2_500);
        at_work.now -= 1;
        return async () => ({ path: '/counted' });
      },
    },
  };
  const ben = newsroom.ctxOf('ben');
  return { ...newsroom, ben, parts, at_work, id: await askForJob(ben, WANTED) };
}

onEachEngine((engine) => {
  for (const [name, milliseconds] of [
    ['a day ahead', DAY],
    ['a day ago', -DAY],
  ] as const)
    test(`a job whose runner died under a clock that was ${name} is done soon`, async () => {
      const { ben, db, parts, id } = await openWithJob(engine);
      const locked_until = new Date(Date.now() + milliseconds).toISOString();
      const left = { state: 'running' as const, tries: 1, lease: newId(), locked_until };
      await db.updateTable('job').set(left).where('id', '=', id).execute();
      const worker = startWorker(parts);
      while ((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).ended_at === null) await wait(100);
      await worker.stop();
      assert.equal((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).state, 'done');
    });

  for (const [name, milliseconds] of [
    ['forward', DAY],
    ['back', -DAY],
  ] as const)
    test(`a job during which the clock is set ${name} is done once, by one`, async (t) => {
      const { ben, parts, at_work, id } = await openWithJob(engine);
      const worker = startWorker({ ...parts, hands: 3 });
      while (at_work.begun === 0) await wait(10);
      t.mock.timers.enable({ apis: ['Date'], now: Date.now() + milliseconds });
      while ((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).ended_at === null) await wait(100);
      const later = await askForJob(ben, WANTED);
      while ((await getJob(ben, later, memberRolesThatMay('follow_jobs'))).ended_at === null) await wait(100);
      await worker.stop();
      assert.deepEqual([at_work.begun, at_work.most], [2, 1]);
    });
});

onEngine('postgres', (engine) => {
  for (const [name, milliseconds] of [
    ['ahead', DAY],
    ['behind', -DAY],
  ] as const)
    test(`a server whose clock is a day ${name} keeps its job while it lives, and loses it when it is killed`, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'claimdesk-shift-'));
      t.after(() => rm(folder, { recursive: true, force: true }));
      await writeFile(join(folder, 'shift'), String(milliseconds));
      const config = await engine.freshConfig();
      const { db, close } = await openDatabase(config);
      t.after(close);
      const id = await askForJob(systemContext(db), WANTED);
      const program = startProgram(
        join(import.meta.dirname, 'programs/hang-over-job.ts'),
        [config.database_url ?? '', '300'],
        {
          NODE_OPTIONS: nodeOptionsWith(join(HOUSE, 'tests/support/shifted-clock.ts')),
          CLOCK_SHIFT: join(folder, 'shift'),
        },
      );
      await program.said('begun');
      const done: string[] = [];
      const kinds: WorkerParts['kinds'] = {
        slow: async (_ctx, job) => {
          done.push(job.id);
          return async () => ({ path: '/counted' });
        },
      };
      const parts: WorkerParts = { db, kinds, lease_milliseconds: 2_000, onError: assert.ifError };
      for (let looks = 0; looks < 30; looks += 1) {
        assert.equal(await workOnce(parts), false, 'its runner lives');
        await wait(100);
      }
      await program.kill();
      while (!(await workOnce(parts))) await wait(50);
      assert.deepEqual(done, [id]);
    });
});
