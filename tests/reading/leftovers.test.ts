// Leftovers: what a checker with a pencil would tick.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { anyText } from './arbitrary-texts.ts';

function ticked(text: string, language?: string): string[] {
  return sentencesOf(text, language).flatMap((sentence) =>
    leftoversOf(text, sentence, language).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
  );
}

describe('leftovers', () => {
  it('are names, titles, places, numbers and dates', () => {
    assert.deepEqual(ticked('Deputy mayor Ilse Maren met 40 fishermen in Port Adair on 3 May 2019.'), [
      'title: Deputy mayor',
      'name: Ilse Maren',
      'number: 40',
      'place: Port Adair',
      'date: 3 May 2019',
    ]);
  });

  it('see the title that a comma sets behind a name', () => {
    assert.deepEqual(ticked('They met Ilse Maren, deputy mayor of the town.'), [
      'name: Ilse Maren',
      'title: deputy mayor',
    ]);
  });

  it('know a country and a name that begins a sentence', () => {
    assert.deepEqual(ticked('Norway paid. The ferry left for Norway and Adair Lines waited.'), [
      'place: Norway',
      'place: Norway',
      'name: Adair Lines',
    ]);
  });

  it('do not take every first word for a name', () => {
    assert.deepEqual(ticked('Nobody came. Fishing is slow when fishing boats stay in.'), []);
  });

  it('take a short quotation whole, and the names in a long one singly', () => {
    assert.deepEqual(ticked('She called Maren “a friend of Adair”.'), [
      'name: Maren',
      'quotation: “a friend of Adair”',
    ]);
    const long = ticked(
      '“We have waited for the ferry since the winter and nobody from Adair Lines has come to say why,” she said.',
    );
    assert.equal(long.length, 2);
    assert.equal(long[1], 'name: Adair Lines');
  });

  it('see both parts of a quotation that two sentences share', () => {
    assert.deepEqual(ticked('“It is late. We wait,” she said.'), ['quotation: “It is late.', 'quotation: We wait,”']);
  });

  it('always see what the writer left open', () => {
    assert.deepEqual(ticked('The ferry carried TK people and XX cars, in [ ], or was it??'), [
      'placeholder: TK',
      'placeholder: XX',
      'placeholder: [ ]',
      'placeholder: ??',
    ]);
  });

  it('hold every digit of a sentence, whatever is written to it', () => {
    assert.deepEqual(
      ticked('The sack weighs 7kg, the lane is 90km long. They won 4:1 in 80min, on 5G, says No. 12.[2]'),
      ['number: 7kg', 'number: 90km', 'number: 4:1', 'number: 80min', 'number: 5G', 'number: 12'],
    );
    fc.assert(
      fc.property(anyText, (text) => {
        for (const sentence of sentencesOf(text)) {
          const left = leftoversOf(text, sentence);
          for (let at = sentence.start; at < sentence.end; at += 1) {
            if (!/[0-9]/.test(text.charAt(at)) || /\[\d{1,3}\]/.test(text)) continue;
            assert.ok(
              left.some(({ start, end }) => start <= at && at < end),
              text.slice(sentence.start, sentence.end),
            );
          }
        }
      }),
    );
  });

  it('leave German nouns alone', () => {
    assert.deepEqual(ticked('Der Minister sah 40 Boote im Hafen.', 'de'), ['number: 40']);
  });

  it('stand inside their sentence, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const sentence of sentencesOf(text)) {
          for (const { start, end } of leftoversOf(text, sentence)) {
            assert.ok(sentence.start <= start && start < end && end <= sentence.end);
          }
        }
      }),
    );
  });
});
