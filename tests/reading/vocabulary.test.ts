// How a text writes a word is the same whether it is looked up or all words are listed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { vocabularyOf } from '#src/reading/text/vocabulary.ts';
import { anyText, roughProse } from './arbitrary-texts.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const texts = readdirSync(CORPUS).map((name) => readFileSync(join(CORPUS, name), 'utf8'));

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
