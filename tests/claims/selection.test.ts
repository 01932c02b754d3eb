// From words to a range: any white space will do, and long selections are found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rangeOf } from '#src/claims/selection.ts';

function found(text: string, words: string): string {
  const ground = {
    text,
    parts: [{ start: 0, end: text.length }],
    sentences: [{ number: 1, start: 0, end: text.length }],
  };
  const { start, end } = rangeOf(ground, { sentence: 1, words });
  return text.slice(start, end);
}

test('words are found over line ends and runs of spaces, where they stand first', () => {
  assert.equal(found('Six  trams\n\nstood still. Six trams stood.', ' trams stood '), 'trams\n\nstood');
  assert.equal(found('Six trams (all of them) stood.', 'trams (all'), 'trams (all');
  assert.throws(() => found('Six trams stood.', 'seven trams'), /does not have these words/);
});

test('whatever stands in a text is found with any white space between its words', () => {
  const word = fc.constantFrom('a', 'ab', 'b.', '(c', '𝒜', 'ä', '$');
  const space = fc.constantFrom(' ', '  ', '\n', ' \n\t ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pairs, a, b) => {
      const text = pairs.flat().join('');
      const from = Math.min(a % pairs.length, b % pairs.length);
      const some = pairs.slice(from, Math.max(a % pairs.length, b % pairs.length) + 1).map(([one]) => one);
      fc.pre(/\p{L}/u.test(some.join('')));
      const range = found(text, some.join(' '));
      assert.equal(range.replace(/\s+/g, ' '), some.join(' '));
    }),
  );
});

test('a selection of a hundred thousand letters is found', () => {
  const text = 'a '.repeat(50_000);
  assert.equal(found(text, text).length, 99_999);
  assert.throws(() => found(text, `${text}b`), /does not have these words/);
});

test('what has no letter or figure is no words, and a comma that closes what stands before is left to it', () => {
  const text = 'We will win, Anna Hale said. It is late.';
  const ground = {
    text,
    parts: [{ start: 0, end: text.length }],
    sentences: [{ number: 1, start: 0, end: text.length }],
  };
  const words = (start: number, end: number) => {
    const range = rangeOf(ground, { start, end });
    return text.slice(range.start, range.end);
  };
  assert.equal(words(11, 28), 'Anna Hale said.');
  assert.equal(words(0, 12), 'We will win,');
  for (const [start, end] of [
    [11, 12],
    [27, 29],
  ] as const)
    assert.throws(() => words(start, end), /Select at least one word/);
});
