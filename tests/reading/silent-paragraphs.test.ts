// Words around which nobody speaks are told by their paragraphs; words looked up are as words listed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { attributionsOf, nobodySpeaksIn } from '#src/reading/attribution/attribution.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { overlaps, type Range } from '#src/reading/text/range.ts';
import { vocabularyOf } from '#src/reading/text/vocabulary.ts';
import { anyText, roughProse } from './arbitrary-texts.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const texts = readdirSync(CORPUS).map((name) => readFileSync(join(CORPUS, name), 'utf8'));

/** How many of these ranges are silent; each of those touches no attribution of the whole text. */
function silentAmong(text: string, ranges: (sentences: Range[]) => Range[]): { silent: number; all: number } {
  const sentences = sentencesOf(text);
  const whole = attributionsOf(text, sentences);
  const asked = ranges(sentences);
  const silent = asked.filter((range) => nobodySpeaksIn(text, sentences, { range }));
  for (const range of silent) {
    const spoken = whole.find(({ content, cue }) => overlaps(content, range) || overlaps(cue, range));
    assert.equal(spoken, undefined, text.slice(range.start, range.end));
  }
  return { silent: silent.length, all: asked.length };
}

test('where nobody speaks around a sentence, no attribution of the whole text touches it', () => {
  const found = texts.map((text) => silentAmong(text, (sentences) => sentences));
  const sum = (of: 'silent' | 'all') => found.reduce((all, one) => all + one[of], 0);
  assert.ok(sum('silent') > sum('all') / 4, `${sum('silent')} of ${sum('all')}`);
});

test('the same holds of any words of any text', () => {
  const places = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 80 })), { maxLength: 5 });
  fc.assert(
    fc.property(roughProse, places, (text, some) => {
      silentAmong(text, (sentences) => [
        ...sentences,
        ...some.map(([start, length]) => ({ start, end: Math.min(text.length, start + length) })),
      ]);
    }),
    { numRuns: 300 },
  );
});

test('a paragraph in which nobody speaks may be what the one before announced', () => {
  const text = 'The mayor said:\n\nThe bridge is safe.\n\nIt is closed.';
  const [, safe, closed] = sentencesOf(text);
  const silent = (range: Range | undefined) => range && nobodySpeaksIn(text, sentencesOf(text), { range });
  assert.deepEqual([silent(safe), silent(closed)], [false, true]);
});

test('a word that is looked up stands in the text as it stands in the list of all its words', () => {
  const word = fc.constantFrom('the', 'bridge', 'mayor', 'k', 's', 'it', 'vail', 'oren', 'dr', 'u', 'not', 'xx');
  fc.assert(
    fc.property(fc.oneof(anyText, roughProse, fc.constantFrom(...texts)), fc.array(word), (text, words) => {
      const both = (key: string) => [vocabularyOf(text).isWrittenSmall(key), vocabularyOf(text).isWrittenLarge(key)];
      const looked_up = words.map(both);
      // A word with a letter that is not plain has all words of the text listed.
      vocabularyOf(text).isWrittenSmall('é');
      assert.deepEqual(looked_up, words.map(both));
    }),
    { numRuns: 500 },
  );
});

test('letters of other alphabets that are written like plain ones in capitals are other letters', () => {
  for (const text of ['on \u212aelvin', 'a \u017four', 'x\u0301the the\u0301 \u0301the', 'a STANBUL İstanbul'])
    for (const key of ['kelvin', 'sour', 'the', 'istanbul', 'stanbul']) {
      const looked_up = [vocabularyOf(text).isWrittenSmall(key), vocabularyOf(text).isWrittenLarge(key)];
      vocabularyOf(text).isWrittenSmall('é');
      const listed = [vocabularyOf(text).isWrittenSmall(key), vocabularyOf(text).isWrittenLarge(key)];
      assert.deepEqual(looked_up, listed, `${key} in ${text}`);
      vocabularyOf('one');
      vocabularyOf('two');
    }
});
