// The line of those who wait for their turn: a person who leaves it takes nobody else along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns } from '#src/workers/turns.ts';

test('whoever leaves while waiting is told why, and the next comes before them', async () => {
  const turns = new Turns(5);
  const leaving = new AbortController();
  const pass = await turns.take();
  const gone = turns.take({ signal: leaving.signal });
  const next = turns.take();
  leaving.abort(new Error('gone home'));
  await assert.rejects(gone, /gone home/);
  pass();
  (await next)();
});

test('whoever leaves in the moment in which they are called puts nobody else out of the line', async () => {
  const turns = new Turns(5);
  const leaving = new AbortController();
  const told: string[] = [];
  const pass = await turns.take();
  const called = turns.take({ signal: leaving.signal });
  const behind = turns.take({ onTurn: () => told.push('the one behind') });
  pass();
  leaving.abort(new Error('gone home'));
  (await called)();
  await new Promise(setImmediate);
  assert.deepEqual(told, ['the one behind']);
  (await behind)();
});
