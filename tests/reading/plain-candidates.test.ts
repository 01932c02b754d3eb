// Texts in languages whose words the program does not know.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { assembleVersion } from '#src/articles/article.ts';
import { suggestionsOf, USUAL_LINE } from '#src/claims/analysis/suggestion.ts';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';

const DUTCH = [
  'De brug bij de haven is de oudste van de stad.',
  'De verbouwing kost 4,5 miljoen euro en dus 12 % meer dan gepland.',
  '“We verwachtten 300 gasten”, zei de waardin.',
  'In het jaar 2019 was alles anders.',
];
const of = (text: string, language: string) => candidatesOf(text, sentencesOf(text, language), language);

describe('a text in another language', () => {
  test('is suggested by its numbers and quotations, and by no word that happens to look English', () => {
    const [bridge, cost, guests, year] = of(DUTCH.join(' '), 'nl');
    assert.deepEqual(bridge?.reasons, []);
    assert.deepEqual(cost?.reasons, ['a number', 'money or a share', 'several numbers']);
    assert.deepEqual(guests?.reasons, ['a number', 'words in quotation marks']);
    assert.deepEqual(year?.reasons, []);
    assert.ok((cost?.score ?? 0) > USUAL_LINE && (guests?.score ?? 0) > USUAL_LINE);
    assert.ok((bridge?.score ?? 1) < USUAL_LINE && (year?.score ?? 1) < USUAL_LINE);
    // What the number is of, nobody here can read.
    assert.deepEqual(
      cost?.figures.map(({ value, low, unit }) => [value, low, unit]),
      [
        ['4,5', 4.5, null],
        ['12', 12, '%'],
      ],
    );
  });

  test('has names where a capital tells them, which alone are not worth a claim', () => {
    const [, vote] = of('Oggi piove. Il sindaco Tommaso Rey ha votato a Lima.', 'it');
    assert.deepEqual(vote?.reasons, ['somebody or something named']);
    assert.ok((vote?.score ?? 1) < USUAL_LINE);
    const [dutch] = of('Ten tweede is de six pack duur.', 'nl');
    assert.deepEqual(dutch?.figures, [], 'no number word of English');
  });

  test('has no number in a name, a clock, a date or a list', () => {
    for (const text of [
      'De B52-bommenwerper vloog om 17:40 uur.',
      'Op 5. mei en op 12/3 viel Covid-19 op.',
      '2. De waard kwam.',
    ])
      for (const { figures } of of(text, 'nl')) assert.deepEqual(figures, [], text);
    assert.deepEqual(
      of('Het kost 40 €, niet $30.', 'nl')[0]?.figures.map(({ value, unit }) => [value, unit]),
      [
        ['40', '€'],
        ['30', '$'],
      ],
    );
  });

  test('is read in any script', () => {
    const [arabic] = of('قال المتحدث: «قتل ٢٤ جنديا».', 'ar');
    assert.deepEqual(arabic?.reasons, ['a number', 'words in quotation marks']);
    const [japanese] = of('市長は「被害は120棟」と述べた。', 'ja');
    assert.deepEqual(japanese?.reasons, ['a number', 'words in quotation marks']);
  });

  test('has nobody for a speaker, and is key by its place and by money alone', () => {
    const ground = assembleVersion(
      [
        { role: 'headline', text: 'De stad betaalt 40 € per gast' },
        { role: 'body', text: DUTCH.join(' ') },
      ],
      'nl',
    );
    const suggestions = suggestionsOf(ground, 'nl');
    assert.deepEqual(
      suggestions.map((one) => one.key_sorts),
      [['headline', 'money'], [], []],
    );
    for (const { reading } of suggestions) assert.deepEqual(reading.attribution, []);
  });

  test('of whatever letters has one candidate a sentence, with a score from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('nl', 'de', 'ps', 'zh', 'xx'),
        (text, language) => {
          const sentences = sentencesOf(text, language);
          const candidates = candidatesOf(text, sentences, language);
          const whole = candidates.filter(({ is_sentence }) => is_sentence);
          assert.equal(whole.length, sentences.length);
          // German is read by its words, and may stand out by parts as well.
          if (language !== 'de') assert.deepEqual(candidates, whole);
          for (const { score } of candidates) assert.ok(score >= 0 && score <= 1);
        },
      ),
    );
  });
});
