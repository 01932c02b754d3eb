// What the program would underline first, and why.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { candidatesOf } from '#src/reading/check-worthiness/candidates.ts';
import { splitText } from '#src/reading/check-worthiness/split.ts';
import { sentencesOf } from '#src/reading/sentences/sentences.ts';
import { anyText } from './arbitrary-texts.ts';

const scoreOf = (text: string) => candidatesOf(text)[0]?.score ?? 0;

describe('check-worthiness', () => {
  it('puts figures, accusations and records above the line', () => {
    for (const text of [
      'Unemployment rose by 3.5 per cent last year.',
      'The company paid $40m in bribes to three ministers.',
      'At least 24 people were killed when the ferry sank.',
      'It was the worst harvest in the country since 1976.',
    ]) {
      assert.ok(scoreOf(text) > 0.5, `${text} ${scoreOf(text)}`);
    }
  });

  it('puts opinion, questions, courtesies, wishes and date lines below it', () => {
    for (const text of [
      'I think it was a wonderful evening.',
      'Why did you come here?',
      'Thank you very much, and good night.',
      'We should all hope for the best.',
      'Sunday, March 3, 2019',
      'Image: M. Vail.',
    ]) {
      assert.ok(scoreOf(text) < 0.4, `${text} ${scoreOf(text)}`);
    }
  });

  it('ranks sentences as a checker would take them up', () => {
    const rising = [
      ['Thank you, Governor, and good evening.', 'Snow lay on the roofs of the village.'],
      ['Snow lay on the roofs of the village.', 'The minister met the envoys in Geneva last week.'],
      ['The minister met the envoys in Geneva last week.', 'At least 31 people were killed in Geneva last week.'],
      ['I think taxes are a very important question.', 'Taxes have doubled since 2015.'],
      ['We will cut taxes for every family.', 'We cut taxes for every family.'],
      ['Why did you vote against the water bill?', 'You voted against the water bill.'],
      ['I love my children.', 'I signed that law as governor.'],
      ['The senator spoke about the dam.', 'The senator took bribes for the dam.'],
      ['Rents have risen.', 'Rents have risen faster than wages since 2015.'],
      ['The mayor owns the firm.', 'The mayor allegedly owns the firm.'],
      ['Stir the onions for ten minutes.', 'Ten in every hundred homes have no water.'],
    ] as const;
    for (const [less, more] of rising)
      assert.ok(scoreOf(less) < scoreOf(more), `${less} ${scoreOf(less)} | ${more} ${scoreOf(more)}`);
  });

  it('brings a deed of somebody to the usual line, and a plan only with more', () => {
    assert.ok(scoreOf('He worked as a bricklayer before he entered parliament.') >= 0.3);
    assert.ok(scoreOf('The company plans to hire 500 people by 2030.') < 0.3);
    assert.ok(scoreOf('I was raised by my mother in a small town.') < 0.3);
  });

  it('sees a share as a number of something, and a span of time as none', () => {
    const reasonsOf = (text: string) => candidatesOf(text)[0]?.reasons ?? [];
    assert.ok(reasonsOf('One in five families cannot pay.').includes('a number with a unit'));
    assert.ok(!reasonsOf('They waited there for ten minutes.').includes('a number with a unit'));
  });

  it('gives reasons that a person understands', () => {
    const [sentence] = candidatesOf('Port spokeswoman Ilse Maren said more than 40 boats had left.');
    assert.ok(sentence?.reasons.includes('a number with a unit'));
    assert.ok(sentence?.reasons.includes('attributed to Port spokeswoman Ilse Maren'));
  });
});

describe('candidates', () => {
  const text =
    'Port spokeswoman Ilse Maren said more than 40 boats had left, including two tugs. It was the worst storm in 2019.';

  it('offer each sentence and what stands out inside it', () => {
    const parts = candidatesOf(text).filter((each) => !each.is_sentence);
    const words = parts.map(({ start, end }) => text.slice(start, end));
    assert.ok(words.includes('more than 40 boats had left'));
    assert.ok(words.includes('more than 40 boats'));
    assert.ok(words.includes('worst storm in 2019'));
    assert.equal(parts.find(({ kind }) => kind === 'comparison')?.figures.length, 0);
  });

  it('come with the figures and the speaker that taking one fills in', () => {
    const said = candidatesOf(text).find(({ start, end }) => text.slice(start, end) === 'more than 40 boats had left');
    assert.equal(said?.attribution?.speaker, 'Port spokeswoman Ilse Maren');
    assert.deepEqual(
      said?.figures.map(({ value, unit }) => [value, unit]),
      [['40', 'boats']],
    );
  });

  it('hold one entry for each sentence, in order, for any text', () => {
    fc.assert(
      fc.property(anyText, (any) => {
        const whole = candidatesOf(any).filter((each) => each.is_sentence);
        assert.equal(whole.length, sentencesOf(any).length);
        for (const { start, end, score } of candidatesOf(any)) {
          assert.ok(0 <= start && start < end && end <= any.length);
          assert.ok(score >= 0 && score <= 1);
        }
      }),
    );
  });

  it('are plain data for the command line, the same each time', () => {
    const once = JSON.stringify(splitText(text));
    assert.equal(once, JSON.stringify(splitText(text)));
    const { sentences, claims } = splitText(text);
    assert.equal(sentences.length, 2);
    assert.deepEqual(Object.keys(claims[0] ?? {}), [
      'start',
      'end',
      'score',
      'kinds',
      'reasons',
      'attribution',
      'numbers',
    ]);
  });
});
