// Places in a text, and what is known of those whose words are gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlaps, placedRange, placedRanges, rangeAt, rangesTouching, wordsAt } from '#src/reading/text/range.ts';

test('words that are gone have no range and no text', () => {
  const text = 'More than 100 militants.';
  const gone = { start: null, end: null };
  assert.deepEqual(placedRange({ start: 10, end: 13 }), { start: 10, end: 13 });
  assert.equal(placedRange(gone), null);
  assert.deepEqual(placedRanges([gone, { start: 0, end: 4 }]), [{ start: 0, end: 4 }]);
  assert.equal(wordsAt(text, { start: 10, end: 13 }), '100');
  assert.equal(wordsAt(text, gone), null);
});

test('what a range touches, and what a place is in, is what asking each one would find', () => {
  const sizes = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
  fc.assert(
    fc.property(sizes, fc.nat(60), fc.integer({ min: 1, max: 20 }), (pairs, start, size) => {
      let end = 0;
      const ranges = pairs.map(([gap, length]) => {
        const from = end + gap;
        end = from + length;
        return { start: from, end };
      });
      const range = { start, end: start + size };
      assert.deepEqual(
        rangesTouching(ranges, range),
        ranges.filter((one) => overlaps(one, range)),
      );
      assert.deepEqual(
        rangeAt(ranges, start),
        ranges.find((one) => one.start <= start && start < one.end),
      );
    }),
  );
});
