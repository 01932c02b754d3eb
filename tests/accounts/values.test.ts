// The figure in an answer: read out of words, typed, typed again; and what no figure is in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dimensionOf, foldUnit } from '#src/accounts/units.ts';
import { figureTyped, readValue } from '#src/accounts/value.ts';

function read(value: string): string {
  const figure = readValue(value);
  return figure === null ? '' : figureTyped(figure);
}

test('an answer as it is printed gives its figure', () => {
  const answers: Record<string, string> = {
    'more than 100 militants': '> 100 militants',
    '“more than 100 of our fighters”': '> 100 fighters',
    'between 30 and 40': '30–40',
    '20 to 30 men': '20–30 men',
    '3 or 4': '3–4',
    dozens: '≥ 24',
    'about two dozen armed men': '~ 24 armed men',
    'up to 40': '≤ 40',
    'no more than 20': '≤ 20',
    'at least 5 and at most 9': '5–9',
    '100+': '≥ 100',
    '≥ 24 people': '≥ 24 people',
    '1,200': '1200',
    '3 million': '3000000',
    '−5 degrees': '-5 degrees',
    'at most −5 degrees': '≤ -5 degrees',
    none: '0',
    nobody: '0',
    'no attackers': '0 attackers',
    one: '1',
    '7%': '7 %',
  };
  for (const [value, figure] of Object.entries(answers)) assert.equal(read(value), figure, value);
});

test('an answer that is no number gives none', () => {
  const answers = [
    'unknown',
    'declined to say',
    'no comment',
    'no figure yet',
    'supportive',
    'no evidence of it',
    '12 March',
    '',
  ];
  for (const value of answers) assert.equal(readValue(value), null, value);
  assert.equal(readValue('the alliance, from 15.10 on'), null, 'a number beside the answer is not the answer');
  assert.equal(readValue('9'.repeat(300)), null);
  assert.equal(readValue(`${'9'.repeat(15)} trillion`), null, 'no scale holds it');
});

test('of several figures the one is read that counts what the question counts', () => {
  assert.deepEqual(readValue('23 dead: 14 attackers, nine others', 'attackers')?.low, 14);
});

test('a figure that is typed again is the same', () => {
  for (const line of ['> 100 fighters', '20–30', '~ 2.5', '≤ -5 degrees', '-7–-3', '0.000001'])
    assert.equal(read(line), line);
});

test('money keeps its sign, and what it is counted against, when it is typed again', () => {
  for (const typed of ['74 $', '74 $ per barrel', '≤ 300 £ per day']) assert.equal(read(typed), typed);
  assert.equal(foldUnit('$ a year'), foldUnit('$ per year'));
  assert.notEqual(dimensionOf('$ per year'), dimensionOf('$'));
});

test('units fold by their last word, and keep shares, sums and measures apart', () => {
  assert.equal(foldUnit('armed Fighters'), foldUnit('fighter'));
  assert.equal(foldUnit('bodies'), foldUnit('body'));
  assert.notEqual(dimensionOf('people'), dimensionOf('%'));
  assert.equal(dimensionOf('share'), dimensionOf('%'));
  assert.notEqual(dimensionOf('$'), dimensionOf('€'));
  assert.notEqual(dimensionOf('miles'), dimensionOf('kilometres'));
});
