// How often a session is written: when somebody signs in, and once in a minute of work, by whichever process.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createApp } from '#src/app.ts';
import { commitsOf } from '#tests/support/commits.ts';
import { startNewsroom } from '#tests/support/newsroom.ts';
import { Visitor } from '#tests/support/visitor.ts';

test('work within a minute writes no session; the first page after it does so once, for all processes', async () => {
  const desk = await startNewsroom();
  try {
    const here = await desk.visitor('ben');
    const there = new Visitor(await createApp({ config: desk.config, db: desk.db, clock: () => desk.at }));
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    const work = () =>
      commitsOf(desk, async () => {
        for (const visitor of [here, there, here]) await visitor.visit('/sources');
        return {};
      });
    assert.deepEqual(await work(), { commits: 0 });
    desk.wait(2);
    assert.deepEqual(await work(), { commits: 1 });
    assert.deepEqual(await work(), { commits: 0 });
    const { seen_at } = await desk.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow();
    assert.equal(seen_at, desk.at);
  } finally {
    await desk.close();
  }
});
