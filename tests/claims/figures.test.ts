// Figures corrected by hand: the line that is typed, and the verb on both engines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClaimFigures } from '#src/claims/figures/commands.ts';
import { figuresTyped } from '#src/claims/figures/figure-line.ts';
import { figureLine, figureWords } from '#src/claims/figures/figure-words.ts';
import { Forbidden, NotFound, RuleBroken } from '#src/errors.ts';
import { onEachEngine } from '#tests/support/engines.ts';
import { openNewsroom } from '#tests/support/newsroom.ts';
import { explosionAt } from './support.ts';

const LINES = ['> 100 militants', '20–30 fighters', '≥ 24 people', '1,200', '~ 2.5 million crowns', '<= 7'];

test('a figure typed on a line is understood, shown and typed again alike', () => {
  const figures = figuresTyped(LINES.join('\n\n'));
  assert.deepEqual(
    figures.map(({ comparator, low, high, unit }) => [comparator, low, high, unit]),
    [
      ['>', 100, null, 'militants'],
      ['=', 20, 30, 'fighters'],
      ['≥', 24, null, 'people'],
      ['=', 1200, 1200, null],
      ['~', 2.5, 2.5, 'million crowns'],
      ['≤', null, 7, null],
    ],
  );
  assert.deepEqual(figures.map(figureWords), [
    '> 100 militants',
    '20–30 fighters',
    '≥ 24 people',
    '1,200',
    '~ 2.5 million crowns',
    '≤ 7',
  ]);
  const again = figuresTyped(figures.map(figureLine).join('\n'));
  assert.deepEqual(
    again.map(({ low, high }) => [low, high]),
    figures.map(({ low, high }) => [low, high]),
  );
});

test('a sign, a share and words go back and forth without loss', () => {
  const typed = figuresTyped('-0.4%\n-6 to -2 °C\nminus 3 degrees\nmore than two thirds\nhalf a million boats');
  assert.deepEqual(
    typed.map(({ comparator, low, high, unit }) => [comparator, low, high, unit]),
    [
      ['=', -0.4, -0.4, '%'],
      ['=', -6, -2, '°C'],
      ['=', -3, -3, 'degrees'],
      ['>', 2 / 3, null, 'share'],
      ['=', 5e5, 5e5, 'boats'],
    ],
  );
  const again = figuresTyped(typed.map(figureLine).join('\n'));
  assert.deepEqual(
    again.map(({ comparator, low, high, unit }) => [comparator, low, high, unit]),
    typed.map(({ comparator, low, high, unit }) => [comparator, low, high, unit]),
  );
  assert.deepEqual(typed.slice(0, 4).map(figureWords), ['-0.4 %', '-6 to -2 °C', '-3 degrees', '> two thirds']);
});

test('what is no figure is named', () => {
  for (const line of ['many militants', '> ', '10–', '1.2.3', '> 1e9'])
    assert.throws(
      () => figuresTyped(line),
      (error: RuleBroken) => error instanceof RuleBroken && error.field === 'figures',
      line,
    );
});

onEachEngine((engine) => {
  test('Ben corrects the figure of a claim; the log keeps what it was', async () => {
    const { newsroom, article_id, mark, events } = await explosionAt(await openNewsroom(engine));
    await mark('dead');
    const correct = (name: 'ben' | 'dina' | 'emil', figures: string) =>
      changeClaimFigures(newsroom.ctxOf(name), article_id, { number: 1, figures });
    await correct('ben', '≥ 11 dead\n2 trucks');
    await correct('ben', '≥ 11 dead\n2 trucks');
    const figures = await newsroom.db
      .selectFrom('figure')
      .select(['low', 'high', 'unit'])
      .orderBy('position')
      .execute();
    assert.deepEqual(figures, [
      { low: 11, high: null, unit: 'dead' },
      { low: 2, high: 2, unit: 'trucks' },
    ]);
    assert.deepEqual(await events(1), ['claim.marked', 'claim.figures_changed']);
    await assert.rejects(correct('dina', '1'), Forbidden);
    await assert.rejects(correct('emil', '1'), NotFound);
    await assert.rejects(correct('ben', 'plenty'), RuleBroken);
  });
});
