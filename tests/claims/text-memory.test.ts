// What is remembered of texts: read once for all who ask, within bounds, and never a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextMemory } from '#src/claims/analysis/text-cache.ts';

function countingMemory(most: number) {
  const memory = new TextMemory<string>(most);
  const reads: string[] = [];
  const ask = (key: string, bytes = 10) =>
    memory.of(key, async () => {
      reads.push(key);
      return { value: key.toUpperCase(), bytes };
    });
  return { memory, reads, ask };
}

test('two who ask for the same text at once share one reading', async () => {
  const { reads, ask } = countingMemory(100);
  assert.deepEqual(await Promise.all([ask('a'), ask('a')]), ['A', 'A']);
  assert.equal(await ask('a'), 'A');
  assert.deepEqual(reads, ['a']);
});

test('what nobody asked for longest is forgotten where there is no room', async () => {
  const { reads, ask } = countingMemory(25);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
  assert.deepEqual(reads, ['a', 'b', 'c', 'b']);
});

test('what is larger than all the room is handed over and not kept', async () => {
  const { reads, ask } = countingMemory(25);
  assert.equal(await ask('large', 1000), 'LARGE');
  assert.equal(await ask('large', 1000), 'LARGE');
  assert.deepEqual(reads, ['large', 'large']);
});

test('a failure is told to everybody who waits, and the next who asks tries again', async () => {
  const { memory, ask } = countingMemory(100);
  const failing = () => memory.of('a', () => Promise.reject(new Error('given up')));
  await Promise.all([assert.rejects(failing(), /given up/), assert.rejects(ask('a'), /given up/)]);
  assert.equal(await ask('a'), 'A');
});
