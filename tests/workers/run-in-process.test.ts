// Processes for strangers' bytes: one that dies, hangs or swells takes nothing with it.
// Waits for most of its time.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GaveUp, RuleBroken } from '#src/errors.ts';
import type { Given } from '#src/workers/process-asked.ts';
import { heldBy, heldNow } from '#src/workers/resident.ts';
import { type ProcessBounds, runInProcess } from '#src/workers/run-in-process.ts';
import { readInProcesses } from '#tests/support/readers-here.ts';
import type { Asked } from './programs/reader.ts';

const READER = new URL('./programs/reader.ts', import.meta.url);
const NONE = { bytes: new Uint8Array() };
const run = (asked: Asked, bounds: ProcessBounds = {}) =>
  runInProcess<Asked & Given, string>(READER, { ...asked, ...NONE }, bounds);
const say = async (words: string, bounds?: ProcessBounds) => (await run({ say: words }, bounds)).join('');

describe('processes for what strangers wrote', () => {
  readInProcesses();

  test('give back the pieces in their order, and what has to wait is done in turn', async () => {
    const told: string[] = [];
    const waiting = (name: string) => ({
      onWait: () => told.push(`${name} waits`),
      onTurn: () => told.push(`${name} begins`),
    });
    const first = say('ferry');
    const answers = ['pier', '', 'hårbour'].map((word) => say(word, waiting(word)));
    assert.deepEqual(await Promise.all([first, ...answers]), ['ferry', 'pier', '', 'hårbour']);
    assert.deepEqual(told, [
      ...['pier waits', ' waits', 'hårbour waits'],
      ...['pier begins', ' begins', 'hårbour begins'],
    ]);
  });

  test('what is given comes whole, its bytes and what is said of them', async () => {
    const bytes = new Uint8Array(9_000_000).fill(7);
    const said = 'quay '.repeat(40_000);
    const given = { bytes, weigh: said };
    assert.deepEqual(await runInProcess(READER, given), [`${said.length} letters, ${bytes.length * 7} in all`]);
  });

  test('an answer of many megabytes comes whole', async () => {
    const times = 2_000_000;
    assert.equal((await run({ repeat: times })).join(''), 'tide '.repeat(times));
  });

  for (const [way, why, what] of [
    ['loop', 'time', 'one that hangs'],
    ['sleep', 'time', 'one that waits for ever'],
    ['exit', 'died', 'one that dies'],
    ['heap', 'memory', 'one that fills its heap'],
    ['buffers', 'memory', 'one that fills memory beside its heap'],
    ['spike', 'memory', 'one that held too much for a moment and says nothing of it'],
    ['deep', 'died', 'one that is led too deep'],
  ] as const)
    test(`${what} is given up, why is known, and the next one works`, async () => {
      const failing = assert.rejects(run({ fail: way }, { milliseconds: why === 'time' ? 400 : 10_000 }), (error) => {
        assert.ok(error instanceof GaveUp, String(error));
        assert.equal(error.why, why);
        return true;
      });
      const next = say('ship');
      await failing;
      assert.equal(await next, 'ship');
    });

  test('a mistake of the reader is told as one', async () => {
    await assert.rejects(run({ fail: 'throw' }), /TypeError: a mistake of the program/);
    assert.equal(await say('pier'), 'pier');
  });

  test('an answer that is too long is given up, as what takes too much memory is', async () => {
    const flood = run({ fail: 'flood' }, { answer_bytes: 1_000_000 });
    await assert.rejects(flood, (error) => error instanceof GaveUp && error.why === 'memory');
    assert.equal(await say('pier'), 'pier');
  });

  test('a module that is not there is told as one', async () => {
    await assert.rejects(runInProcess(new URL('./nowhere.ts', import.meta.url), NONE), /Cannot find module/);
  });

  test('whoever does not want the answer any more ends the work, and leaves the line', async () => {
    const wanting = new AbortController();
    const leaving = new AbortController();
    const work = run({ fail: 'sleep' }, { signal: wanting.signal });
    const waiting = run({ say: 'never' }, { signal: leaving.signal });
    const next = say('quay');
    leaving.abort(new Error('gone home'));
    await assert.rejects(waiting, /gone home/);
    wanting.abort(new Error('not wanted'));
    await assert.rejects(work, /not wanted/);
    assert.equal(await next, 'quay');
    await assert.rejects(run({ say: 'never' }, { signal: wanting.signal }), /not wanted/);
  });

  test('whoever leaves in the moment in which their turn comes gets no answer', async () => {
    const leaving = new AbortController();
    const before = say('quay');
    const onTurn = () => leaving.abort(new Error('gone home'));
    const work = assert.rejects(run({ say: 'never' }, { signal: leaving.signal, onTurn }), /gone home/);
    assert.equal(await before, 'quay');
    await work;
    assert.equal(await say('jetty'), 'jetty');
  });

  test('too many in the line are sent away with a sentence', async () => {
    const ending = new AbortController();
    const all = Array.from({ length: 23 }, () => run({ fail: 'sleep' }, { signal: ending.signal }));
    const ended = Promise.allSettled(all);
    await assert.rejects(all.at(-1) as Promise<unknown>, (error) => {
      assert.ok(error instanceof RuleBroken);
      assert.match(error.message, /many more wait for their turn\. Nothing was stored/);
      return true;
    });
    ending.abort(new Error('enough'));
    const refused = (await ended).filter(
      (one) => one.status === 'rejected' && (one.reason as Error) instanceof RuleBroken,
    );
    // One works, twenty wait; the process before them may still have been on its way out.
    assert.ok(refused.length === 2 || refused.length === 3, `${refused.length} were refused`);
    assert.equal(await say('mole'), 'mole');
  });

  test('how much a process holds is known', { skip: process.platform === 'win32' }, async () => {
    const here = process.memoryUsage.rss() / 1024 ** 2;
    assert.ok(((await heldBy(process.pid)) ?? 0) > here / 2);
    assert.ok((await heldNow(process.pid)) > here / 2);
    assert.equal(await heldBy(2 ** 22 + 1), undefined);
  });
});
