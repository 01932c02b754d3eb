// How a number is said with its noun or its unit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, oneOrCounted, saySize, wordFor } from '#src/counted.ts';

test('a number goes with its noun', () => {
  assert.equal(counted(0, 'sentence'), '0 sentences');
  assert.equal(counted(1, 'sentence'), '1 sentence');
  assert.equal(counted(1204, 'entry', 'entries'), '1,204 entries');
  assert.equal(oneOrCounted(1, 'One person signs', 'people sign'), 'One person signs');
  assert.equal(oneOrCounted(3, 'One person signs', 'people sign'), '3 people sign');
  assert.equal(wordFor(1, 'reply', 'replies'), 'reply');
  assert.equal(wordFor(2, 'claim'), 'claims');
});

test('sizes are said as people say them, in one way everywhere', () => {
  const sizes = [1, 812, 64_000, 999_700, 2_400_000, 25_000_000, 25_500_000];
  const said = ['1 byte', '812 bytes', '64 kB', '1 MB', '2.4 MB', '25 MB', '25.5 MB'];
  assert.deepEqual(sizes.map(saySize), said);
});
