// Plots of who says what: their geometry, asked of the drawing itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type PlotAccount, type PlotQuestion, plotOf } from '#src/accounts/plots/plot-rows.ts';
import { scaleFor } from '#src/accounts/plots/plot-scale.ts';
import { plotsOf } from '#src/accounts/plots/plots.ts';
import { readValue } from '#src/accounts/value.ts';
import { type PageElement, parsePage, textOf } from '#tests/support/page.ts';

const ZONE = 'Asia/Kabul';

function says(party_name: string, value: string, more: Partial<PlotAccount> = {}): PlotAccount {
  const figure = readValue(value) ?? { comparator: null, low: null, high: null, unit: null };
  return { party_name, party_role: '', value, ...figure, as_of: '', as_of_words: '', is_preferred: false, ...more };
}

async function drawn(accounts: PlotAccount[], rule: PlotQuestion['rule'] = 'pending') {
  const plots = await plotsOf({ point: 'How many?', rule, accounts }, { name: 'question-1', time_zone: ZONE });
  assert.ok(plots !== null);
  const all = [plots.range.wide, plots.range.narrow, plots.over_time?.wide, plots.over_time?.narrow];
  const svgs = all
    .filter((one) => one !== undefined)
    .map((one) => parsePage(`<body>${one}</body>`).querySelector('svg'));
  for (const svg of svgs) assertInside(svg as PageElement);
  assert.doesNotMatch(all.join(''), /font-variant=/, 'the attribute has no such value: validators stumble over it');
  return { plots, wide: svgs[0] as PageElement, svgs: svgs as PageElement[] };
}

/** No mark, line or beginning of a text lies beyond the frame. */
function assertInside(svg: PageElement): void {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  assert.ok(width > 0 && height > 0);
  for (const element of svg.querySelectorAll('circle, line, rect, text, polyline')) {
    if (element.closest('.axis, .grid')) continue;
    const number = (name: string) => Number(element.getAttribute(name) ?? 0);
    const points = (element.getAttribute('points') ?? '').split(/[ ,]/).filter(Boolean).map(Number);
    const xs = [number('x'), number('cx'), number('x1'), number('x2'), number('x') + number('width')];
    const ys = [number('y'), number('cy'), number('y1'), number('y2'), number('y') + number('height')];
    for (const [index, point] of points.entries()) (index % 2 === 0 ? xs : ys).push(point);
    for (const x of xs) assert.ok(x >= 0 && x <= width, `${x} of ${width}: ${element.outerHTML}`);
    for (const y of ys) assert.ok(y >= 0 && y <= height, `${y} of ${height}: ${element.outerHTML}`);
  }
}

function marks(svg: PageElement): string[] {
  return [...svg.querySelectorAll('g.row')].map((row) => row.querySelector('g.mark')?.getAttribute('class') ?? 'none');
}

describe('the range plot', () => {
  test('has a row for each account, the highest first, each with its name and its number', async () => {
    const { wide } = await drawn([
      says('Police', '25 men'),
      says('Front', 'more than 100 men'),
      says('Office', '20 to 30 men'),
    ]);
    assert.deepEqual(
      [...wide.querySelectorAll('g.row')].map((row) => textOf(row).replace(/\s+/g, ' ')),
      ['Front more than 100', 'Police 25', 'Office 20–30'],
    );
    assert.deepEqual(marks(wide), ['mark above', 'mark point', 'mark interval']);
  });

  test('shows every kind of answer by its own mark', async () => {
    const { wide } = await drawn([
      says('A', 'fewer than 50'),
      says('B', 'about 40'),
      says('C', 'at least 24'),
      says('D', 'declined to say'),
      says('E', 'none'),
    ]);
    assert.deepEqual(marks(wide), ['mark below', 'mark point about', 'mark above', 'mark point', 'none']);
    assert.match(textOf(wide), /D declined to say/);
    const beyond = [...wide.querySelectorAll('.ring.hollow')];
    assert.equal(beyond.length, 2, 'hollow: 50 itself is not among “fewer than 50”, and “about” is no point');
  });

  test('points beyond where it is open, to the edge and fading', async () => {
    const { wide } = await drawn([says('Front', 'more than 100'), says('Police', '25')]);
    const fade = wide.querySelector('.above rect.fading') as PageElement;
    assert.match(fade.getAttribute('fill') ?? '', /^url\(#question-1-range-wide-right\)$/);
    const id = /#([\w-]+)/.exec(fade.getAttribute('fill') ?? '')?.[1];
    assert.ok(wide.querySelector(`[id="${id}"]`));
    const end = Number(fade.getAttribute('x')) + Number(fade.getAttribute('width'));
    assert.ok(end > 690, `${end}`);
  });

  test('is a picture with a name and its words, has no style of its own, and no id twice', async () => {
    const { svgs } = await drawn([says('A', '1', { as_of: '2026-03-01' }), says('B', '2', { as_of: '2026-03-02' })]);
    const ids = svgs.flatMap((svg) => [...svg.querySelectorAll('[id]')].map((one) => one.id));
    assert.equal(new Set(ids).size, ids.length);
    for (const svg of svgs) {
      assert.equal(svg.getAttribute('role'), 'img');
      for (const id of (svg.getAttribute('aria-labelledby') ?? '').split(' ')) assert.ok(ids.includes(id), id);
      assert.match(svg.querySelector('desc')?.textContent ?? '', /B: 2\. A: 1|A: 1\. B: 2/);
      assert.doesNotMatch(svg.outerHTML, /<style|\sstyle=|aria-label="/);
    }
  });

  test('names are text, whatever they look like', async () => {
    const hostile = '</text><script>alert(1)</script>" onload="x';
    const { plots, wide } = await drawn([says(hostile, '7 </svg><b>', { party_role: hostile }), says('B', hostile)]);
    assert.doesNotMatch(String(plots.range.wide), /<script|<b>|\sonload="[^"]*">/);
    assert.ok(textOf(wide).includes('</text>'));
  });

  for (const [what, values] of Object.entries({
    'one account': ['25'],
    'one open account': ['more than 100'],
    'one floor of nothing': ['at least 0'],
    'all the same': ['25', '25', '25'],
    'all nothing': ['0', 'none'],
    'huge ones': ['1000000000000000', '3', 'more than 900 trillion'],
    'negative ones': ['−14 degrees', 'at most −5 degrees', '3 degrees'],
    'small shares': ['0.2%', '0.35%', 'a third'],
    'near each other': ['448', '480', 'about 450'],
    'powers of ten': ['7', 'about 60,000', 'more than 1.5 million', 'fewer than 90'],
    hours: ['12:38', 'about 12:40 p.m.', '1:05 p.m.'],
    sums: ['$3m', 'more than $12m', '$800,000'],
    'sixty of them': Array.from({ length: 60 }, (_, index) => `${index * 7} people`),
  }))
    test(`stays within its frame: ${what}`, async () => {
      const accounts = values.map((value, index) =>
        says(`Party ${index}`, value, { as_of: `2026-03-${String((index % 28) + 1).padStart(2, '0')}` }),
      );
      const { wide } = await drawn(accounts, 'range');
      assert.equal(wide.querySelectorAll('g.row') && [...wide.querySelectorAll('g.row')].length, values.length);
      assert.ok([...wide.querySelectorAll('.axis text')].length >= 2);
    });

  test('what counts something else is named but not put on the scale', () => {
    const plot = plotOf(
      {
        point: 'x',
        rule: 'pending',
        accounts: [says('A', '30 people'), says('B', '12 people'), says('C', '40 per cent')],
      },
      ZONE,
    );
    assert.deepEqual(
      plot?.rows.map((row) => [row.name, row.shape]),
      [
        ['A', 'point'],
        ['B', 'point'],
        ['C', 'none'],
      ],
    );
    assert.equal(plotOf({ point: 'x', rule: 'pending', accounts: [says('A', 'supportive')] }, ZONE), null);
  });

  test('marks what the desk follows', async () => {
    const accounts = [says('A', '10', { is_preferred: true }), says('B', '30')];
    assert.ok((await drawn(accounts, 'prefer')).wide.querySelector('line.followed-line'));
    assert.match(textOf((await drawn(accounts, 'prefer')).wide), /A ✓ the desk follows this/);
    assert.ok((await drawn(accounts, 'range')).wide.querySelector('rect.followed-band'));
    assert.equal((await drawn(accounts, 'unresolved')).wide.querySelector('.followed-line, .followed-band'), null);
  });
});

describe('the scale', () => {
  test('begins at nothing, but where the figures crowd far from it', () => {
    assert.equal(
      scaleFor(
        [
          { low: 20, high: 30 },
          { low: 100, high: null },
        ],
        'count',
      ).low,
      0,
    );
    const near = scaleFor(
      [
        { low: 448, high: 448 },
        { low: 480, high: 480 },
      ],
      'count',
    );
    assert.ok(near.low > 400 && !near.begins_at_zero);
  });

  test('counts in tens only where figures lie more than two powers of ten apart, and none is nothing', () => {
    const at = (...values: number[]) =>
      scaleFor(
        values.map((value) => ({ low: value, high: value })),
        'count',
      ).is_log;
    assert.deepEqual([at(10, 1000), at(10, 1001), at(0, 5000), at(-3, 5000)], [false, true, false, false]);
  });

  test('counts people in whole ones', () => {
    for (const tick of scaleFor([{ low: 1, high: 2 }], 'count').ticks) assert.ok(Number.isInteger(tick));
  });
});

describe('the plot over time', () => {
  test('is drawn where the times differ, joins what one party said, and says whom it leaves out', async () => {
    const at = (as_of: string) => ({ as_of });
    const same = [says('A', '1', at('2026-03-01')), says('B', '2', at('2026-03-01'))];
    assert.equal((await drawn(same)).plots.over_time, null);
    const { plots, svgs } = await drawn([
      ...same,
      says('A', 'at least 5', at('2026-03-02T10:00:00.000Z')),
      says('C', '3'),
    ]);
    assert.equal(plots.over_time?.caption, 'Times of Asia/Kabul · without a time: C');
    const over_time = svgs[2] as PageElement;
    assert.equal([...over_time.querySelectorAll('.thread')].length, 1);
    assert.equal([...over_time.querySelectorAll('g.mark')].length, 3);
    assert.match(textOf(over_time), /A: at least 5/);
  });
});
