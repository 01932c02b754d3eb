// Quotations of long and odd texts: the same as by looking ahead from each mark.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quotationsIn, quotationsOf } from '#src/reading/entities/quotations.ts';

const piece = fc.constantFrom('"', '“', '”', "'", '’', '‘', "''", '«', '»', '„', ' ', ' a', 'b', '(', '. ', '—');
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('a quotation stands in a part of a text as it stands in the whole', () => {
  fc.assert(
    fc.property(text, (words) => {
      const alone = quotationsOf(words, { start: 0, end: words.length });
      const before = "He said “no” and 'yes'.\n";
      const range = { start: before.length, end: before.length + words.length };
      const moved = quotationsOf(`${before}${words}\n"more" “still”`, range);
      const here = moved.map(({ start, end, is_closed }) => ({
        start: start - before.length,
        end: end - before.length,
        is_closed,
      }));
      assert.deepEqual(here, alone);
    }),
  );
});

test('what opens after a mark that nothing closes is found as if that mark were not there', () => {
  fc.assert(
    fc.property(text, (words) => {
      const found = quotationsOf(words, { start: 0, end: words.length });
      for (const { start, end } of found) {
        const [again] = quotationsOf(words, { start, end: words.length });
        assert.deepEqual(again && { start: again.start, end: again.end }, { start, end });
      }
    }),
  );
});

test('a sentence has the quotations of its paragraph that touch it, whoever was asked before', () => {
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (words, a, b) => {
      const sentence = { start: Math.min(a, b, words.length), end: Math.min(Math.max(a, b), words.length) };
      const whole = quotationsOf(words, { start: 0, end: words.length });
      const touching = whole.filter((one) => one.start < sentence.end && sentence.start < one.end);
      const cut = touching.map(({ start, end, is_closed }) => ({
        start: Math.max(start, sentence.start),
        end: Math.min(end, sentence.end),
        is_closed,
      }));
      quotationsIn('another “text”', { start: 0, end: 5 });
      assert.deepEqual(
        quotationsIn(words, sentence),
        cut.filter(({ start, end }) => end > start),
      );
    }),
  );
});

test('fifty thousand marks and nothing else are read', () => {
  for (const mark of ['"', '“', "'a ", '« ', "''"]) {
    const long = mark.repeat(50_000);
    const found = quotationsOf(long, { start: 0, end: long.length });
    assert.ok(found.every(({ start, end }) => start < end));
    assert.equal(
      quotationsIn(long, { start: 0, end: long.length }).every(({ end }) => end <= long.length),
      true,
    );
  }
});
