// Where lines are cut: after a word, and never inside a letter with its marks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAtWord } from '#src/cut-at-word.ts';

test('a line is cut after a word, or where no word ends in its second half, in the middle of one', () => {
  assert.equal(cutAtWord('Six trams stood still', 30), 'Six trams stood still');
  assert.equal(cutAtWord('Six trams stood still on Friday', 20), 'Six trams stood…');
  assert.equal(cutAtWord('Six trams stood still, on Friday', 24), 'Six trams stood still…', 'no comma is left hanging');
  assert.equal(cutAtWord('Donaudampfschifffahrtsgesellschaft', 12), 'Donaudampfs…');
});

test('a letter keeps its marks, whatever is cut behind it', () => {
  assert.equal(cutAtWord(`${'a'.repeat(8)}e\u0301bcd`, 10), `${'a'.repeat(8)}…`);
  assert.equal(cutAtWord('नमस्ते दुनिया नमस्ते', 8), 'नमस्ते…');
  assert.equal(cutAtWord(`${'a'.repeat(8)}👩‍👩‍👧 and more`, 12), `${'a'.repeat(8)}…`);
});

test('what is cut letter by letter and what is cut at once are cut at the same place', () => {
  const pieces = fc.constantFrom(...'abé ß–“’ .,;\u0301\u200d👩🏽ne\u0302'.split(''), 'word', ' and ');
  const line = fc.array(pieces, { minLength: 5, maxLength: 40 }).map((some) => some.join('').toWellFormed());
  fc.assert(
    fc.property(line, fc.integer({ min: 6, max: 30 }), (words, longest) => {
      const cut = cutAtWord(words, longest);
      if (words.length <= longest) return cut === words;
      const letters = [...new Intl.Segmenter().segment(words)];
      const kept = cut.slice(0, -1);
      assert.ok(cut.length <= longest && words.startsWith(kept));
      assert.ok(
        letters.some(({ index }) => index === kept.length),
        JSON.stringify({ words, longest, cut }),
      );
    }),
  );
});
