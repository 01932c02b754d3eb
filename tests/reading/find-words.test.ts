// Where words stand: whatever a printer may change without changing the words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { areSameWords, findWords } from '#src/reading/text/find-words.ts';
import { anyText, anyUnits } from './arbitrary-texts.ts';

function found(text: string, words: string): string[] {
  return findWords(text, words).map(({ start, end }) => text.slice(start, end));
}

test('kinds of quotation marks stand for each other, and what stands inside them stays', () => {
  const prints = [
    '"Enough"',
    '“Enough”',
    '„Enough“',
    '«Enough»',
    '»Enough«',
    '« Enough »',
    '«\u00a0Enough\u202f»',
    '〝Enough〞',
  ];
  for (const print of prints)
    for (const typed of prints) {
      assert.deepEqual(found(`She said ${print} twice.`, typed), [print], `${typed} in ${print}`);
      assert.deepEqual(found(`She said ${print} twice.`, `said ${typed} twice`), [`said ${print} twice`]);
    }
  for (const print of ["'so'", '‘so’', '‚so‘', '‹so›', '`so´'])
    assert.deepEqual(found(`Not ${print}.`, "'so'"), [print]);
  assert.deepEqual(found('the dockers’ pay', "dockers' pay"), ['dockers’ pay']);
  assert.deepEqual(found('She said “so”.', "'so'"), []);
});

test('dashes, dots, white space and signs that are not seen', () => {
  for (const dash of ['-', '‐', '‑', '–', '—', '−'])
    assert.deepEqual(found(`20${dash}30 men`, '20-30'), [`20${dash}30`]);
  assert.deepEqual(found('and so … on', 'so ... on'), ['so … on']);
  assert.deepEqual(found('and so... on', 'so… on'), ['so... on']);
  assert.deepEqual(found('and so… on', 'so.'), [], 'half an ellipsis is none');
  assert.deepEqual(found('Six\u00a0 trams\n\nstood', ' Six trams '), ['Six\u00a0 trams']);
  assert.deepEqual(found('the gov\u00ader\u200bnor', 'governor'), ['gov\u00ader\u200bnor']);
  assert.deepEqual(found('قال \u200fمحمد\u200f هنا', 'قال محمد هنا'), ['قال \u200fمحمد\u200f هنا']);
  assert.deepEqual(found('Six trams', 'six trams'), [], 'capitals count');
  assert.deepEqual(found('Six trams', ' \u00ad\n'), []);
});

test('a letter in two pieces is the letter, and is never parted from its marks', () => {
  for (const [composed, apart] of [
    ['Müller', 'Mu\u0308ller'],
    ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8'],
    ['Å', '\u212b'],
  ] as const) {
    assert.deepEqual(found(`of ${apart} today`, composed), [apart]);
    assert.deepEqual(found(`of ${composed} today`, apart), [composed]);
  }
  assert.deepEqual(found('cafe\u0301', 'cafe'), []);
  assert.deepEqual(found('q\u0303 𝒜', 'q'), []);
  assert.deepEqual(found('q\u0303 𝒜', '𝒜'), ['𝒜']);
  assert.deepEqual(found('q\u0303 𝒜', '\ud835'), []);
});

test('all places are found, in their order, within a range or anywhere', () => {
  const text = 'tram tram, tram';
  const starts = (within?: { start: number; end: number }) => findWords(text, 'tram', within).map(({ start }) => start);
  assert.deepEqual(starts(), [0, 5, 11]);
  assert.deepEqual(starts({ start: 1, end: 14 }), [5]);
  assert.deepEqual(starts({ start: 5, end: 15 }), [5, 11]);
  assert.deepEqual(found('aaa', 'aa'), ['aa', 'aa']);
});

test('whatever stands in a text is found where it stands, and what is found is the same words', () => {
  // The vowels and finals of Korean belong to the letter before them, as marks do.
  const letters = (text: string) => text.match(/[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]*/gu) ?? [];
  fc.assert(
    fc.property(fc.oneof(anyText, anyUnits), fc.nat(), fc.nat(), (text, a, b) => {
      const all = letters(text);
      const [from, to] = [a % (all.length + 1), b % (all.length + 1)].sort((one, other) => one - other);
      const words = all.slice(from, to).join('');
      const start = all.slice(0, from).join('').length;
      const places = findWords(text, words);
      for (const place of places) assert.ok(areSameWords(text.slice(place.start, place.end), words));
      const end = start + words.length;
      const is_seen = areSameWords(words, '') === false;
      assert.equal(
        places.some((place) => start <= place.start && place.end <= end),
        is_seen,
      );
    }),
    { numRuns: 500 },
  );
});

test('words that nearly stand everywhere, and a letter under many marks, hold nobody up', () => {
  const text = 'a '.repeat(150_000);
  assert.equal(findWords(text, `${'a '.repeat(50_000)}b`).length, 0);
  assert.equal(findWords(text, 'a '.repeat(100_000)).length, 50_001);
  assert.equal(findWords(`a${'\u0301\u0323'.repeat(50_000)} end`, 'end').length, 1);
});
