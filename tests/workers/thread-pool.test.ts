// The threads beside the desk: one that dies, hangs or swells takes nothing with it.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { GaveUp } from '#src/errors.ts';
import { ThreadPool } from '#src/workers/thread-pool.ts';
import { workInThreads } from '#tests/support/threads-here.ts';

workInThreads();

const limits = { most: 1, milliseconds: 3_000, megabytes: 32 };
const pool = new ThreadPool(new URL('./programs/thread.ts', import.meta.url), limits);
const say = async (word: string) => (await pool.run({ say: word })).join('');

describe('threads beside the desk', () => {
  after(() => pool.end());

  test('give back the pieces in their order, and what has to wait is done in turn', async () => {
    assert.deepEqual(await Promise.all(['ferry', '', 'harbour'].map(say)), ['ferry', '', 'harbour']);
  });

  for (const [way, what] of [
    ['hang', 'one that hangs'],
    ['exit', 'one that dies'],
    ['memory', 'one that wants too much memory'],
  ] as const)
    test(`${what} is given up with a sentence, and the next work gets a new one`, async () => {
      const failing = assert.rejects(pool.run({ fail: way }), (error) => {
        assert.ok(error instanceof GaveUp);
        assert.match(error.message, /nothing is lost: please try again/);
        return true;
      });
      const waiting = say('ship');
      await failing;
      assert.equal(await waiting, 'ship');
    });

  test('a mistake of the program is told as one, and the thread works on', async () => {
    await assert.rejects(pool.run({ fail: 'throw' }), /a mistake of the program/);
    assert.equal(await say('pier'), 'pier');
  });

  test('a thread that is being ended because it was idle is given no work', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    assert.equal(await say('lighter'), 'lighter');
    for (const milliseconds of [10_000, 50_000]) t.mock.timers.tick(milliseconds);
    assert.equal(await say('tug'), 'tug');
  });

  test('a thread at rest throws away what its work left', async () => {
    // As scripts/preflight.cjs does it for a server.
    setFlagsFromString('--expose-gc');
    const pool = new ThreadPool(new URL('./programs/thread.ts', import.meta.url), limits);
    const dropped = async (drop: string) => (await pool.run({ drop })).join('');
    assert.equal(await dropped('it'), 'false');
    for (let tries = 0; tries < 50 && (await dropped('is it gone?')) === 'false'; tries += 1) await wait(50);
    assert.equal(await dropped('is it gone?'), 'true');
    await pool.end();
    setFlagsFromString('--no-expose-gc');
  });

  test('of two at rest the one works on that worked last, and the other comes to its end', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const pool = new ThreadPool(new URL('./programs/thread.ts', import.meta.url), { ...limits, most: 2 });
    const which = async () => (await pool.run({ which: 'thread' })).join('');
    const [first, second] = await Promise.all([which(), which()]);
    assert.notEqual(first, second);
    const third = await which();
    for (let count = 0; count < 3; count += 1) assert.equal(await which(), third);
    t.mock.timers.tick(10_000);
    const then = await Promise.all([which(), which()]);
    assert.deepEqual(
      [first, second].filter((one) => then.includes(one ?? '')),
      [third],
    );
    await pool.end();
  });

  test('ended, they give up what waits, too, and begin nothing more of it', async () => {
    const works = [pool.run({ fail: 'loop' }), say('never'), say('nor this')];
    const given_up = Promise.all(works.map((work) => assert.rejects(work, GaveUp)));
    await pool.end();
    await given_up;
    assert.equal(await say('launch'), 'launch');
  });

  test('ended while at work, they give it up', async () => {
    const work = assert.rejects(pool.run({ fail: 'loop' }), GaveUp);
    await pool.end();
    await work;
  });
});
