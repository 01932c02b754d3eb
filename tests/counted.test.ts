// How a number is said with its noun.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, oneOrCounted, wordFor } from '#src/counted.ts';

test('a number goes with its noun', () => {
  assert.equal(counted(0, 'sentence'), '0 sentences');
  assert.equal(counted(1, 'sentence'), '1 sentence');
  assert.equal(counted(1204, 'entry', 'entries'), '1,204 entries');
  assert.equal(oneOrCounted(1, 'One person signs', 'people sign'), 'One person signs');
  assert.equal(oneOrCounted(3, 'One person signs', 'people sign'), '3 people sign');
  assert.equal(wordFor(1, 'reply', 'replies'), 'reply');
  assert.equal(wordFor(2, 'claim'), 'claims');
});
