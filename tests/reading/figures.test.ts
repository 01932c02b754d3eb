// Figures and times: the numbers a machine can compare, and the days that words mean.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { resolveTime } from '#src/reading/entities/time-resolution.ts';
import { timesOf } from '#src/reading/entities/times.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

describe('figures', () => {
  const cases: [string, string, string, number | null, number | null, string | null][] = [
    ['more than 100 militants came', '100', '>', 100, null, 'militants'],
    ['at least 24 people were hurt', '24', '≥', 24, null, 'people'],
    ['between 30 and 40 houses burned', 'between 30 and 40', '=', 30, 40, 'houses'],
    ['from 3 to 4 million euros', 'from 3 to 4 million', '=', 3e6, 4e6, 'euros'],
    ['hundreds of prisoners fled', 'hundreds', '≥', 200, null, 'prisoners'],
    ['a dozen eggs', 'a dozen', '=', 12, 12, 'eggs'],
    ['one in four voters stayed away', 'one in four', '=', 0.25, 0.25, 'share'],
    ['up to $1.2bn in aid', '$1.2bn', '≤', null, 1.2e9, '$'],
    ['nearly two thirds of them', 'two thirds', '~', 2 / 3, 2 / 3, 'share'],
    ['rose by 12.5 per cent', '12.5 per cent', '=', 12.5, 12.5, '%'],
    ['one hundred and twenty-four ships', 'one hundred and twenty-four', '=', 124, 124, 'ships'],
    ['with record casualties', 'record', '=', null, null, 'casualties'],
    ['fewer than 1,500 troops', '1,500', '<', null, 1500, 'troops'],
    ['half a century of silence', 'half', '=', 0.5, 0.5, 'century'],
    ['a quarter of an hour', 'a quarter', '=', 0.25, 0.25, 'hour'],
    ['the doors closed at 5.30pm', '5.30pm', '=', 17.5, 17.5, "o'clock"],
  ];
  for (const [text, value, comparator, low, high, unit] of cases) {
    it(`reads “${text}”`, () => {
      const [figure, ...others] = figuresOf(text, whole(text));
      assert.deepEqual(others, []);
      const { start, end, ...data } = figure as NonNullable<typeof figure>;
      assert.deepEqual(data, { value, low, high, comparator, unit });
      assert.ok(text.slice(start, end).endsWith(value));
    });
  }

  it('leaves alone what only looks like a number', () => {
    for (const text of ['No one came.', 'One of them left in May 2010.', 'She had a criminal record here.']) {
      assert.deepEqual(figuresOf(text, whole(text)), [], text);
    }
  });
});

describe('times', () => {
  const article_date = '2024-02-14'; // a Wednesday
  const cases: [string, string, string][] = [
    ['today', '2024-02-14', '2024-02-14'],
    ['yesterday', '2024-02-13', '2024-02-13'],
    ['on Friday', '2024-02-09', '2024-02-09'],
    ['next Friday', '2024-02-16', '2024-02-16'],
    ['last week', '2024-02-05', '2024-02-11'],
    ['last month', '2024-01-01', '2024-01-31'],
    ['over the past year', '2023-02-14', '2024-02-14'],
    ['three days ago', '2024-02-11', '2024-02-11'],
    ['more than two hours later', '2024-02-14', '2024-02-14'],
    ['around midday', '2024-02-14', '2024-02-14'],
    ['December 3', '2023-12-03', '2023-12-03'],
    ['5 March 2019', '2019-03-05', '2019-03-05'],
    ['late 2001', '2001-09-01', '2001-12-31'],
    ['forty years ago', '1984-01-01', '1984-12-31'],
    ['the last twenty-five years', '1999-02-14', '2024-02-14'],
    ['the 1990s', '1990-01-01', '1999-12-31'],
  ];
  for (const [words, from, to] of cases) {
    it(`finds and resolves “${words}”`, () => {
      const text = `It happened ${words}, they say.`;
      const printed = timesOf(text, whole(text)).map(({ start, end }) => text.slice(start, end));
      assert.equal(printed.length, 1);
      assert.ok(words.endsWith(printed[0] ?? '?'));
      const { from: gotFrom, to: gotTo } = resolveTime(words, article_date);
      assert.deepEqual([gotFrom, gotTo], [from, to]);
    });
  }

  it('finds a span whichever word counts it', () => {
    for (const words of [
      'forty years',
      'fifty years',
      'more than sixty years',
      'ninety days',
      'fifteen weeks',
      'twenty-five years',
      'a hundred years',
      'two hundred years',
      'half a century',
      'a quarter of a century',
      'a generation',
      'three generations',
    ]) {
      const text = `The bridge stood ${words} in the rain.`;
      const found = timesOf(text, whole(text)).map(({ start, end, kind }) => [text.slice(start, end), kind]);
      assert.deepEqual(found, [[words, 'duration']]);
    }
    for (const text of [
      'The next generation pays.',
      'A generation of nurses left.',
      'Forty voters came.',
      'A quarter of voters came.',
    ])
      assert.deepEqual(timesOf(text, whole(text)), [], text);
  });

  it('measures a span in words by what it counts', () => {
    const lengths: [string, string | null][] = [
      ['forty years', 'P40Y'],
      ['twenty-five years', 'P25Y'],
      ['a hundred years', 'P100Y'],
      ['two centuries', 'P200Y'],
      ['half a century', 'P50Y'],
      ['a quarter of a century', 'P25Y'],
      ['half a year', 'P6M'],
      ['half an hour', 'PT30M'],
      ['a generation', null],
      ['half a week', null],
    ];
    for (const [words, length] of lengths)
      assert.deepEqual(resolveTime(words, article_date), { from: null, to: null, length }, words);
  });

  it('measures a span instead of placing it', () => {
    assert.deepEqual(resolveTime('year-long', article_date), { from: null, to: null, length: 'P1Y' });
    assert.deepEqual(resolveTime('for two weeks', article_date), { from: null, to: null, length: 'P2W' });
  });

  it('says nothing where the article has no usable date', () => {
    assert.deepEqual(resolveTime('last week', 'soon'), { from: null, to: null, length: null });
  });
});
