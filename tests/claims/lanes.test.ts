// Lines under overlapping claims never cross: each claim has one lane for all of its segments.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lanesOf } from '#src/galley/underline-rows.ts';

test('claims that overlap get lanes of their own, and a free lane is used again', () => {
  const lanes = lanesOf([{ claims: [1] }, { claims: [1, 2] }, { claims: [2] }, { claims: [2, 3] }, { claims: [4] }]);
  assert.deepEqual(
    [...lanes],
    [
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 0],
    ],
  );
});
