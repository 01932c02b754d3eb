// The number of the reading goes up with whatever the reading says otherwise than before of a fixed corpus.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { followClaims } from '#src/reading/alignment/followed-claims.ts';
import { leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { splitText } from '#src/reading/check-worthiness/split.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

const CORPUS = join(import.meta.dirname, 'corpus');

/** What the reading of the corpus came to, by its number. A new number gets a line of its own; old ones stay for the record. */
const OUTPUT_OF: Record<number, string> = {
  19: '14c664d74dfdac9c2632811377d2c60ff40136321c1b1659b13438d29cdf9adc',
  18: '14c664d74dfdac9c2632811377d2c60ff40136321c1b1659b13438d29cdf9adc',
  17: '8e1ba36273b77fb41e9f35477add72662b6788cb76754ef954ef5b3886fae6c3',
  16: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  15: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  14: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  13: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  12: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  11: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  10: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  9: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  8: '42c0c2b315f73e4e961257665660d67105f8f4ebbf87ae3fb2a3cec8a5abc627',
  7: 'c7c3f0773b9b4bd57820c60e7255da96a64bc0b23ffafa316e80e3414ce0fdd5',
  6: '465bafe326c977202ceadc0fbe46492a449cd4b2566f20a068d6723603d32b80',
  5: 'de576de55175cbf196edd0bdff614552a44d0070046d31ed5abdc36ce8abbe02',
  4: '93e5b5997ccaf8d4c5123a513842bac40d3027ef12680fe6b70988900e91ebef',
  3: '8b13d0f8625c17dfefd6bced196be6d8ff8c11e75af08912b96866f3e475f62e',
  2: 'b87db1982ae1c3f5547f56943c871730c36569b92b14b4bf5eaba36958f7bbc5',
  1: '764a9fcf8c1856425e4b8218cc9ded7e7bffc6f39ba784f148d8b8130ff754c9',
};

test('whoever changes what the reading says raises its number', () => {
  const textOf = (file: string) => readFileSync(join(CORPUS, file), 'utf8');
  const read = readdirSync(CORPUS)
    .sort()
    .map((file) => {
      const [text, language] = [textOf(file), file.split('.')[1]];
      const leftovers = sentencesOf(text, language).map((one) => leftoversOf(text, one, language));
      return { file, split: splitText(text, language), leftovers };
    });
  // The second is the first as it ran an hour later.
  const [before, after] = [textOf('harbour.en.txt'), textOf('harbour-2.en.txt')];
  const followed = followClaims(before, after, splitText(before, 'en').claims, 'en');
  const hash = createHash('sha256')
    .update(JSON.stringify([read, followed]))
    .digest('hex');
  assert.equal(
    hash,
    OUTPUT_OF[READING_VERSION],
    `The reading of tests/reading/corpus changed: raise READING_VERSION, and put ${hash} beside the new number here.`,
  );
});
