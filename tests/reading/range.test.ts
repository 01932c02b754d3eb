// Places in a text, and what is known of those whose words are gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placedRange, placedRanges, wordsAt } from '#src/reading/text/range.ts';

test('words that are gone have no range and no text', () => {
  const text = 'More than 100 militants.';
  const gone = { start: null, end: null };
  assert.deepEqual(placedRange({ start: 10, end: 13 }), { start: 10, end: 13 });
  assert.equal(placedRange(gone), null);
  assert.deepEqual(placedRanges([gone, { start: 0, end: 4 }]), [{ start: 0, end: 4 }]);
  assert.equal(wordsAt(text, { start: 10, end: 13 }), '100');
  assert.equal(wordsAt(text, gone), null);
});
