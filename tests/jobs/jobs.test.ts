// Stored work: done after the commit, once, also where the process that did it was killed.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, transact } from '#src/context.ts';
import { openDatabase } from '#src/database/connect.ts';
import { NotFound, RuleBroken } from '#src/errors.ts';
import { askForJob, MOST_WAITING } from '#src/jobs/commands.ts';
import { getJob } from '#src/jobs/store.ts';
import { type JobKind, startWorker, type WorkerParts, workOnce } from '#src/jobs/worker.ts';
import { memberRolesThatMay } from '#src/people/permissions.ts';
import { onEachEngine, onSqlite } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { startProgram } from '#tests/support/program.ts';

const WANTED = { kind: 'count', desk_id: null, title: 'Counting', back: '/articles', input: {} };
const count: JobKind = async (_ctx, job) => async (ctx) => {
  await ctx.db
    .insertInto('counter')
    .values({ name: job.id, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: 2 }))
    .execute();
  return { path: '/counted' };
};

onEachEngine((engine) => {
  async function openWithJobs(kinds: Record<string, JobKind> = { count }) {
    const newsroom = await openNewsroom(engine);
    const errors: unknown[] = [];
    const parts: WorkerParts = {
      db: newsroom.db,
      kinds,
      onError: (error) => errors.push(error),
      poll_milliseconds: 5,
    };
    return { ...newsroom, ben: newsroom.ctxOf('ben'), parts, errors };
  }

  async function ended(ctx: Context, id: string) {
    for (;;) {
      const job = await getJob(ctx, id, memberRolesThatMay('follow_jobs'));
      if (job.ended_at !== null) return job;
      await wait(10);
    }
  }

  test('a job is done, says what came of it, and only its person may look', async () => {
    const { ben, parts, ctxOf } = await openWithJobs();
    const id = await askForJob(ben, WANTED);
    assert.equal((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).state, 'queued');
    assert.equal(await workOnce(parts), true);
    assert.equal(await workOnce(parts), false);
    const job = await getJob(ben, id, memberRolesThatMay('follow_jobs'));
    assert.deepEqual([job.state, job.progress, job.tries, job.result], ['done', 100, 1, '{"path":"/counted"}']);
    for (const name of ['cleo', 'ada', 'emil'] as const)
      await assert.rejects(getJob(ctxOf(name), id, memberRolesThatMay('follow_jobs')), NotFound);
    for (const typo of ['1', 'none', '\u0000'])
      await assert.rejects(getJob(ben, typo, memberRolesThatMay('follow_jobs')), NotFound);
  });

  test('one person may let twenty jobs wait; the others are not in their way, and room is made as they are done', async () => {
    const { ben, parts, ctxOf, operator } = await openWithJobs();
    for (let asked = 0; asked < MOST_WAITING; asked += 1) await askForJob(ben, WANTED);
    await assert.rejects(askForJob(ben, WANTED), (error: unknown) => {
      return error instanceof RuleBroken && /^20 of your tasks are waiting already/.test(error.message);
    });
    await askForJob(ctxOf('cleo'), WANTED);
    await askForJob(operator, WANTED);
    await workOnce(parts);
    await askForJob(ben, WANTED);
    await assert.rejects(askForJob(ben, WANTED), RuleBroken);
  });

  test('what was asked for in a transaction that failed is never done', async () => {
    const { ben, parts, db } = await openWithJobs();
    const asked = transact(ben, async (ctx) => {
      await askForJob(ctx, WANTED);
      throw new RuleBroken('No.');
    });
    await assert.rejects(asked, RuleBroken);
    assert.equal(await workOnce(parts), false);
    assert.deepEqual(await db.selectFrom('job').select('id').execute(), []);
  });

  test('a rule fails a job with its sentence, a fault is told to whoever runs the desk, another program’s work stays', async () => {
    const { ben, parts, errors } = await openWithJobs({
      rule: async () => {
        throw new RuleBroken('That page is gone.');
      },
      fault: async () => {
        throw new Error('secret detail');
      },
    });
    const [rule, fault, unknown] = await Promise.all(
      ['rule', 'fault', 'nobody knows'].map((kind) => askForJob(ben, { ...WANTED, kind })),
    );
    while (await workOnce(parts));
    assert.equal((await getJob(ben, rule as string, memberRolesThatMay('follow_jobs'))).message, 'That page is gone.');
    const failed = await getJob(ben, fault as string, memberRolesThatMay('follow_jobs'));
    assert.match(failed.message, /went wrong at the desk.*nothing was stored/);
    assert.equal(errors.length, 1);
    const left = await getJob(ben, unknown as string, memberRolesThatMay('follow_jobs'));
    assert.deepEqual([left.state, left.tries], ['queued', 0]);
  });

  test('twenty jobs and four workers: each job is done once', async () => {
    const { ben, parts, db } = await openWithJobs();
    const ids = await Promise.all(Array.from({ length: 20 }, () => askForJob(ben, WANTED)));
    const workers = [1, 2, 3, 4].map(() => startWorker(parts));
    for (const id of ids) await ended(ben, id);
    await Promise.all(workers.map((worker) => worker.stop()));
    const done = await db.selectFrom('counter').selectAll().where('name', 'in', ids).execute();
    assert.deepEqual(
      done.map(({ value }) => value),
      ids.map(() => 1),
    );
    const tries = await db.selectFrom('job').select('tries').execute();
    assert.ok(tries.every((job) => job.tries === 1));
  });

  test('whoever lost the lease stores nothing, although the work was done', async () => {
    let overtaken = async () => {};
    const { ben, parts, db } = await openWithJobs({
      count: async (ctx, job, side) => {
        await overtaken();
        return count(ctx, job, side);
      },
    });
    const id = await askForJob(ben, WANTED);
    overtaken = async () => {
      overtaken = async () => {};
      await db.updateTable('job').set({ locked_until: '2000-01-01T00:00:00.000Z' }).where('id', '=', id).execute();
      await workOnce(parts);
    };
    await workOnce(parts);
    const job = await getJob(ben, id, memberRolesThatMay('follow_jobs'));
    assert.deepEqual([job.state, job.tries], ['done', 2]);
    const counted = await db.selectFrom('counter').select('value').where('name', '=', id).executeTakeFirst();
    assert.equal(counted?.value, 1);
  });

  test('a job that is broken off because the desk stops is done after the next start', async () => {
    const begun = Promise.withResolvers<void>();
    const { ben, parts, errors } = await openWithJobs({
      count: (_ctx, _job, { signal }) =>
        new Promise((_resolve, reject) => {
          begun.resolve();
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const id = await askForJob(ben, WANTED);
    const worker = startWorker(parts);
    await begun.promise;
    await worker.stop();
    assert.equal((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).state, 'queued');
    await workOnce({ ...parts, kinds: { count } });
    assert.equal((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).state, 'done');
    assert.deepEqual(errors, []);
  });

  test('a job over which processes keep dying is given up with a sentence', async () => {
    const { ben, parts, db } = await openWithJobs();
    const id = await askForJob(ben, WANTED);
    await db.updateTable('job').set({ tries: 3 }).where('id', '=', id).execute();
    await workOnce(parts);
    assert.match((await getJob(ben, id, memberRolesThatMay('follow_jobs'))).message, /This failed three times/);
  });
});

// On PostgreSQL those of leases.test.ts are killed.
onSqlite((engine) => {
  test('kill -9 in the middle: another process takes the job over when the lease has run out, and it counts once', async (t) => {
    const config = await engine.freshConfig();
    const { db, close } = await openDatabase(config);
    t.after(close);
    const ctx: Context = { db, actor: { kind: 'operator', id: null }, at: '2026-03-14T16:00:00.000Z' };
    const id = await askForJob(ctx, { ...WANTED, kind: 'slow' });
    const program = startProgram(join(import.meta.dirname, 'programs/hang-over-job.ts'), [config.data_dir, '600']);
    await program.said('begun');
    const parts: WorkerParts = { db, kinds: { slow: count }, onError: assert.ifError };
    assert.equal(await workOnce(parts), false, 'the lease holds while its runner lives');
    assert.deepEqual(
      [
        (await getJob(ctx, id, memberRolesThatMay('follow_jobs'))).message,
        (await getJob(ctx, id, memberRolesThatMay('follow_jobs'))).progress,
      ],
      ['Half way.', 50],
    );
    await program.kill();
    await wait(700);
    assert.equal(await workOnce(parts), true);
    const job = await getJob(ctx, id, memberRolesThatMay('follow_jobs'));
    assert.deepEqual([job.state, job.tries], ['done', 2]);
    const counted = await db.selectFrom('counter').select('value').where('name', '=', id).executeTakeFirst();
    assert.equal(counted?.value, 1);
  });
});
