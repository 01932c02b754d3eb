// Ids sort by the time they were made, however quickly one comes after the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#src/ids.ts';

test('of a thousand ids made at once each sorts after the one before', () => {
  const ids = Array.from({ length: 1000 }, newId);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
});
