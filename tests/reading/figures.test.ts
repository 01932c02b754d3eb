// Figures and times: the numbers a machine can compare, and the days that words mean.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { leftoversOf } from '#src/reading/check-worthiness/leftovers.ts';
import { figuresOf } from '#src/reading/entities/figures.ts';
import { resolveTime } from '#src/reading/entities/time-resolution.ts';
import { timesOf } from '#src/reading/entities/times.ts';
import { timesSaid } from '#src/workbench/article/time-words.ts';
import { anyText } from './arbitrary-texts.ts';

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
    ['fewer than 1,500 troops', '1,500', '<', null, 1500, 'troops'],
    ['half a century of silence', 'half', '=', 0.5, 0.5, 'century'],
    ['a quarter of an hour', 'a quarter', '=', 0.25, 0.25, 'hour'],
    ['the doors closed at 5.30pm', '5.30pm', '=', 17.5, 17.5, "o'clock"],
    ['it began at 1030 GMT', '1030 GMT', '=', 10.5, 10.5, "o'clock"],
    ['at 10:30 PST', '10:30 PST', '=', 10.5, 10.5, "o'clock"],
    ['down to 10% of 2000 levels', '10%', '=', 10, 10, '%'],
    ['it sold the 747 seats', '747', '=', 747, 747, 'seats'],
    ['prices rose 2% to 3%', '2% to 3%', '=', 2, 3, '%'],
    ['prices will rise 1 to 5 per cent', '1 to 5 per cent', '=', 1, 5, '%'],
    ['cut 100 to 900 jobs', '100 to 900', '=', 100, 900, 'jobs'],
    ['in less than a minute', 'a minute', '<', null, 1, 'minute'],
    ['it took just under an hour', 'an hour', '<', null, 1, 'hour'],
    ['it lasted more than a year', 'a year', '>', 1, null, 'year'],
    ['a 3-centimetre crack', '3', '=', 3, 3, 'centimetre'],
    ['a 20-minute delay', '20', '=', 20, 20, 'minute'],
    ['two more vessels sank', 'two', '=', 2, 2, 'vessels'],
    ['it closed at 612 pence', '612', '=', 612, 612, 'pence'],
    ['they shipped 340 000 crates', '340 000', '=', 340000, 340000, 'crates'],
    ['it cost 2’500’000 francs', '2’500’000', '=', 2.5e6, 2.5e6, 'francs'],
    ['for 3,45,000 pupils', '3,45,000', '=', 345000, 345000, 'pupils'],
    ['a fine of Rs 12 lakh', 'Rs 12 lakh', '=', 1.2e6, 1.2e6, 'Rs'],
    ['half a million crowns', 'half a million', '=', 5e5, 5e5, 'crowns'],
    ['three and a half thousand bags', 'three and a half thousand', '=', 3500, 3500, 'bags'],
    ['it took 4½ hours', '4½', '=', 4.5, 4.5, 'hours'],
    ['output changed by -1.4 percent', '-1.4 percent', '=', -1.4, -1.4, '%'],
    ['it fell to minus 9 degrees', 'minus 9', '=', -9, -9, 'degrees'],
    ['a loss of −$6m', '−$6m', '=', -6e6, -6e6, '$'],
    ['not fewer than 70 boats sank', '70', '≥', 70, null, 'boats'],
    ['a bill of €4-5 billion', '€4-5 billion', '=', 4e9, 5e9, '€'],
    ['she swam 800m', '800m', '=', 800, 800, 'm'],
    ['some 8m voters', '8m', '~', 8e6, 8e6, 'voters'],
    ['a bag of 12kg', '12kg', '=', 12, 12, 'kg'],
    ['at 38°C', '38°C', '=', 38, 38, '°C'],
    ['some 1900 sheep drowned', '1900', '~', 1900, 1900, 'sheep'],
    ['fined C$ 7,500 for it', 'C$ 7,500', '=', 7500, 7500, 'C$'],
    ['more than 60 died', '60', '>', 60, null, null],
    ['nine police officers', 'nine', '=', 9, 9, 'police officers'],
    ['prices fell by a quarter last year', 'a quarter', '=', 0.25, 0.25, 'share'],
    ['fewer than one in five came', 'one in five', '<', null, 0.2, 'share'],
    ['some 30 or 40 boats', '30 or 40', '~', 30, 40, 'boats'],
    ['70-plus crates', '70', '≥', 70, null, 'crates'],
    ['600 or so stayed', '600', '~', 600, 600, null],
    ['0.4 percentage points', '0.4', '=', 0.4, 0.4, 'percentage points'],
    ['a decade-long quarrel', 'a decade-long', '=', 1, 1, 'decade'],
    ['over the past month', 'over the past month', '~', 1, 1, 'month'],
    ['the 3 mil\u00adlion let\u00adters', '3 mil\u00adlion', '=', 3e6, 3e6, 'letters'],
    ['the rate exceeded 10%', '10%', '>', 10, null, '%'],
    ['it must not exceed 10%', '10%', '≤', null, 10, '%'],
    ['larger than a third', 'a third', '>', 1 / 3, null, 'share'],
    ['a queue longer than 300 metres', '300', '>', 300, null, 'metres'],
    ['no older than 40 years', '40', '≤', null, 40, 'years'],
    ['sales topped 4 million', '4 million', '>', 4e6, null, null],
    ['awarded £104,350 plus interest', '£104,350', '=', 104350, 104350, '£'],
    ['it has 40 plus members', '40', '≥', 40, null, 'members'],
    ['it asks 20 plus postage', '20', '=', 20, 20, null],
    ['a gain of 10⁴ litres', '10⁴', '=', 1e4, 1e4, 'litres'],
    ['it sells 12m weekly tickets', '12m', '=', 12e6, 12e6, 'weekly tickets'],
    ['a 3.5m-barrel gap', '3.5m', '=', 35e5, 35e5, 'barrel'],
    ['a 40m high crane', '40m', '=', 40, 40, 'm'],
    ['the 400m hurdles', '400m', '=', 400, 400, 'm'],
    ['hundreds of thousands of birds', 'hundreds of thousands', '≥', 2e5, null, 'birds'],
    ['it was filmed over six years', 'six', '=', 6, 6, 'years'],
    ['she waited over six years', 'six', '>', 6, null, 'years'],
    ['a one in 30,000 risk', 'one in 30,000', '=', 1 / 3e4, 1 / 3e4, 'share'],
    ['it was 85 per 100,000', '85', '=', 85, 85, 'per 100,000'],
    ['1.5 faults per 1,000 boilers', '1.5', '=', 1.5, 1.5, 'faults per 1,000 boilers'],
    ['a drift of 20 metres per second', '20', '=', 20, 20, 'metres per second'],
    ['the mass is 4.1 ± 0.2 tonnes', '4.1 ± 0.2', '=', 3.9, 4.3, 'tonnes'],
    ['plus or minus 2.5 percentage points', '2.5', '=', 2.5, 2.5, 'percentage points'],
    ['nearly twice as dear', 'twice', '~', 2, 2, 'times'],
    ['rents more than doubled', 'doubled', '>', 2, null, 'times'],
    ['a 3.5-fold rise', '3.5', '=', 3.5, 3.5, 'times'],
    ['up 3pc', '3pc', '=', 3, 3, '%'],
    ['around a twentieth of the herd', 'a twentieth', '~', 1 / 20, 1 / 20, 'share'],
    ['scores of walkers', 'scores', '≥', 40, null, 'walkers'],
    ['a man in his 50s', '50s', '=', 50, 59, null],
    ['upward of £70', '£70', '>', 70, null, '£'],
    ['within 20 days', '20', '≤', null, 20, 'days'],
    ['the row is about 30 benches', '30', '=', 30, 30, 'benches'],
    ['31 degrees Celsius', '31', '=', 31, 31, '°C'],
    ['three earlier bids failed', 'three', '=', 3, 3, 'earlier bids'],
    ['a six-day sail', 'six', '=', 6, 6, 'day'],
    ['a seven-juror bench', 'seven', '=', 7, 7, 'juror'],
    ['a half-hour wait', 'half', '=', 0.5, 0.5, 'hour'],
    ['a 58-page note', '58', '=', 58, 58, 'page'],
    ['its 7,000-strong staff', '7,000', '=', 7000, 7000, 'staff'],
    ['a 36 hour shift', '36', '=', 36, 36, 'hour'],
    ['1 percentage point', '1', '=', 1, 1, 'percentage point'],
    ['among 16- to 21-year-olds', '16- to 21', '=', 16, 21, 'years'],
    ['a 29-year-old', '29', '=', 29, 29, 'years'],
    ['jumped by a quarter', 'a quarter', '=', 0.25, 0.25, 'share'],
    ['crews failed to turn up to six calls', 'six', '=', 6, 6, 'calls'],
    ['she owned up to three thefts', 'three', '=', 3, 3, 'thefts'],
    ['he owned up to 40% of the mill', '40%', '≤', null, 40, '%'],
    ['the worms grow up to 20cm', '20cm', '≤', null, 20, 'cm'],
    ['lower than two years ago', 'two', '=', 2, 2, 'years'],
    ['they met more than two years ago', 'two', '>', 2, null, 'years'],
    ['several hundred thousand goats', 'several hundred thousand', '≥', 2e5, null, 'goats'],
    ['a hundred thousand goats', 'a hundred thousand', '=', 1e5, 1e5, 'goats'],
    ['it ran for two hours and 20 minutes', 'two hours and 20 minutes', '=', 140, 140, 'minutes'],
    ['six feet two inches tall', 'six feet two inches', '=', 74, 74, 'inches'],
    ['400 naira', '400', '=', 400, 400, 'naira'],
    ['2 cedis', '2', '=', 2, 2, 'cedis'],
    ['12,000 TEU', '12,000', '=', 12000, 12000, 'TEU'],
    ['30 coal- and gas-fired plants', '30', '=', 30, 30, 'coal- and gas-fired plants'],
    ['40 cents of every shilling', '40', '=', 40, 40, 'cents per shilling'],
    ['perhaps 40 walkers', '40', '~', 40, 40, 'walkers'],
    ['a five- to seven-week wait', 'five- to seven', '=', 5, 7, 'week'],
    ['one or two million voters', 'one or two million', '=', 1e6, 2e6, 'voters'],
    ['one of every eight pupils', 'one of every eight', '=', 1 / 8, 1 / 8, 'share'],
    ['nearly seven of 10 miners', 'seven of 10', '~', 0.7, 0.7, 'share'],
    ['some 2/3s of the herd', '2/3s', '~', 2 / 3, 2 / 3, 'share'],
    ['a lead of half a point', 'half', '=', 0.5, 0.5, 'point'],
    ['the ferry came two quarters too late', 'two', '=', 2, 2, 'quarters'],
    ['sales fell for three quarters in a row', 'three', '=', 3, 3, 'quarters'],
    ['three quarters of the crew', 'three quarters', '=', 0.75, 0.75, 'share'],
    ['three quarters of an hour', 'three quarters', '=', 0.75, 0.75, 'hour'],
    ['he lost half a stone', 'half', '=', 0.5, 0.5, 'stone'],
    ['nobody under the age of 12 may sail', '12', '<', null, 12, null],
    ['girls up to the age of 9', '9', '≤', null, 9, null],
    ['children under the age of 10 may not enter', '10', '<', null, 10, null],
    ['not even 40 per cent came', '40 per cent', '<', null, 40, '%'],
    ['a third longer than planned', 'a third', '=', 1 / 3, 1 / 3, 'share'],
    ['it would halve the toll', 'halve', '=', 0.5, 0.5, 'share'],
    ['double the height', 'double', '=', 2, 2, 'times'],
    ['$74.5million', '$74.5million', '=', 745e5, 745e5, '$'],
    ['it cost KSh2,400', 'KSh2,400', '=', 2400, 2400, 'KSh'],
    ['£60 an hour', '£60', '=', 60, 60, '£ per hour'],
    ['$3m a year', '$3m', '=', 3e6, 3e6, '$ per year'],
    ['900 litres of milk a day', '900', '=', 900, 900, 'litres per day'],
    ['winds of 150 kilometres per hour', '150', '=', 150, 150, 'kilometres per hour'],
    ['9 grams per cubic metre', '9', '=', 9, 9, 'grams per cubic metre'],
    ['4.1p a year ago', '4.1p', '=', 4.1, 4.1, 'p'],
    ['a bit over £70 a month', '£70', '>', 70, null, '£ per month'],
    ['just shy of 50 seats', '50', '<', null, 50, 'seats'],
    ['as low as 4 metres', '4', '≥', 4, null, 'metres'],
    ['barely two miles', 'two', '~', 2, 2, 'miles'],
    ['it left 6 US sailors dead', '6', '=', 6, 6, 'US sailors'],
    ['they sold 200 millions', '200 millions', '=', 2e8, 2e8, null],
    ['a Rs 700-crore bridge', 'Rs 700-crore', '=', 7e9, 7e9, 'Rs'],
    ['it lay 40 km north of Tarn', '40', '=', 40, 40, 'km'],
    ['it sold 70m records', '70m', '=', 7e7, 7e7, 'records'],
    ['the 800m records', '800m', '=', 800, 800, 'm'],
    ['viewers fell to 3.2m', '3.2m', '=', 3.2e6, 3.2e6, 'viewers'],
    ['the wave rose to 3.2m', '3.2m', '=', 3.2, 3.2, 'm'],
    ['380 parts per million', '380', '=', 380, 380, 'parts per million'],
    ['less than half of 1 percent', 'half of 1 percent', '<', null, 0.5, '%'],
    ['a crowd of 5,200', '5,200', '=', 5200, 5200, 'crowd'],
    ['Arrests fell to 310', '310', '=', 310, 310, 'arrests'],
    ['over 90 Iraqis are free', '90', '>', 90, null, 'Iraqis'],
    ['two teachers unions', 'two', '=', 2, 2, 'teachers unions'],
    ['four fast-growing towns', 'four', '=', 4, 4, 'fast-growing towns'],
    ['three “ghost” ships', 'three', '=', 3, 3, 'ghost ships'],
    ['15 vertebrae lay there', '15', '=', 15, 15, 'vertebrae'],
    ['at half past six', 'half past six', '=', 6.5, 6.5, "o'clock"],
    ['at a quarter to eight', 'a quarter to eight', '=', 7.75, 7.75, "o'clock"],
    ['at 7 o’clock', '7 o’clock', '=', 7, 7, "o'clock"],
    ['only one ferry ran', 'one', '=', 1, 1, 'ferry'],
    ['one sailor drowned', 'one', '=', 1, 1, 'sailor'],
  ];
  for (const [text, value, comparator, low, high, unit] of cases) {
    it(`reads “${text}”`, () => {
      const [figure, ...others] = figuresOf(text, whole(text));
      assert.deepEqual(others, []);
      const { start, end, ...data } = figure as NonNullable<typeof figure>;
      assert.deepEqual(data, { value, low, high, comparator, unit });
      assert.ok(text.slice(start, end).includes(value));
    });
  }

  it('counts what a share is a share of', () => {
    for (const text of [
      'Two of the town’s nine bridges shut.',
      'Two of its nine bridges shut.',
      'Two of the nine bridges shut.',
    ])
      assert.deepEqual(
        figuresOf(text, whole(text)).map(({ low, unit }) => [low, unit]),
        [
          [2, 'bridges'],
          [9, 'bridges'],
        ],
        text,
      );
  });

  it('lends a bare number what was counted before it, where grammar leaves nothing else', () => {
    const lent: [string, (string | null)[]][] = [
      ['It drew 4,300 letters, up from fewer than 900 in May.', ['letters', 'letters']],
      ['Some 6,000 barns burned, of which 700 were new.', ['barns', 'barns']],
      ['At least 30 miners were hurt, four of them badly.', ['miners', 'miners']],
      ['It passed by 212 votes to 198.', ['votes', 'votes']],
      ['A 90-page plan took two years, three more than promised.', ['page', 'years', 'years']],
      ['It killed 700 goats in Ostrel and nearly 90 in Tarn.', ['goats', 'goats']],
      ['She won 900, 700 and 400 crowns.', ['crowns', 'crowns', 'crowns']],
      ['He is 31 and 40 goats came.', [null, 'goats']],
      ['They saved 60 sailors, and 20 more at dawn.', ['sailors', 'sailors']],
      ['Rents rose 5% over three years.', ['%', 'years']],
      ['There are as many as 60 huts in Ostrel and another 14 in Tarn.', ['huts', 'huts']],
      ['It fell from 8,000 to under 5,000 tonnes.', ['tonnes', 'tonnes']],
      ['She bought 3 mules and 4 carts, two of them old.', ['mules', 'carts', null]],
      ['Shares fell to 212 from 240.', [null, null]],
      ['Some 14 barges passed in the five days to Monday, down from 52.', ['barges', 'days', 'barges']],
      ['Nine men waited 12 days, down from 20.', ['men', 'days', null]],
      ['A 20-foot box costs $2,100, and $85 per 60-kilo bag.', ['foot', '$', '$ per 60-kilo bag', 'kilo']],
    ];
    for (const [text, units] of lent)
      assert.deepEqual(
        figuresOf(text, whole(text)).map(({ unit }) => unit),
        units,
        text,
      );
  });

  it('takes no part of a number for an hour, and no hour ago for what is compared', () => {
    const read: [string, (number | null)[]][] = [
      ['Thefts jumped by a quarter to 9,300.', [0.25, 9300]],
      ['The fund was cut by a quarter to nine.', [0.25, 9]],
      ['The hall was full by a quarter to nine.', [8.75]],
      ['Bread cost a fifth more than a year ago.', [0.2]],
      ['He left more than a year ago.', [1]],
      ['In AD 60 some 90 coins lay there, and 500 BC residents came.', [90, 500]],
    ];
    for (const [text, lows] of read)
      assert.deepEqual(
        figuresOf(text, whole(text)).map(({ low }) => low),
        lows,
        text,
      );
  });

  it('counts two things where two numbers share one', () => {
    const text = 'It has two- and four-bedroom flats.';
    assert.deepEqual(
      figuresOf(text, whole(text)).map(({ low, unit }) => [low, unit]),
      [
        [2, 'bedroom'],
        [4, 'bedroom'],
      ],
    );
  });

  it('takes no telephone, house, seat, share index, aeroplane or century for a figure; their digits stay to be ticked', () => {
    for (const text of [
      'Call 105, or 0800 222 333, quoting reference 30415.',
      'He moved to 14 Mill Road and 210 West 41st Street.',
      'The FTSE 100 fell.',
      'A Boeing 737-900 landed; she had seat 12C.',
      'After 9/11, a 19th-century mill burned.',
      'It carries the mark 550199887766554433.',
      'Ring 555-301-7788, (555) 301-7788 or +44 20 7000 1122.',
      'The 43rd mayor lives on the 12th floor.',
      '2) Sell it.',
      'It was #4, with id=77120, in Alexandria, VA 22301.',
      'They lined up 4-4-2.',
      'Back in the 80’s it grew.',
      'She ran it in 2:09:31.',
      'Type 2 diabetes spread near junction 16.',
    ]) {
      assert.deepEqual(figuresOf(text, whole(text)), [], text);
      const left = leftoversOf(text, whole(text)).map(({ start, end }) => text.slice(start, end));
      for (const [digits] of text.matchAll(/\d+/g))
        assert.ok(
          left.some((words) => words.includes(digits)),
          `${digits} of ${text}`,
        );
    }
  });

  it('counts what stands behind the name of a street, and takes no count for a house', () => {
    for (const [text, low] of [
      ['12 High Court judges resigned.', 12],
      ['The bank hired 40 Wall Street bankers.', 40],
      ['She met 9 Supreme Court justices.', 9],
    ] as const)
      assert.deepEqual(
        figuresOf(text, whole(text)).map((figure) => figure.low),
        [low],
        text,
      );
    for (const text of ['It burned at 12 High Street and in the yard.', 'The shop, 40 Mill Road, was shut.'])
      assert.deepEqual(figuresOf(text, whole(text)), [], text);
  });

  it('reads a change, a score and odds as two numbers, and no span that runs down', () => {
    for (const text of [
      'Fares rose from 24 to 31.',
      'The toll was revised from 19 to 26.',
      'Adair beat Port 4-2.',
      'The council voted 31-28 for it.',
      'The odds are 5 to 1.',
      'It fell from 1,300 to 800.',
      'Revenue rose 2.3% to 5.8 billion pounds.',
      'Output fell 12% to 3,000.',
      'Guests were up 4 per cent to 1.2 million.',
      'Profits rose by 3% to £4m.',
      'Jobs increased 200 to 1,400.',
      'Shares rose $2 to $40.',
    ]) {
      const figures = figuresOf(text, whole(text));
      assert.equal(figures.length, 2, text);
      assert.ok(figures.every(({ low, high }) => low !== null && low === high, text));
    }
  });

  it('gives the two numbers of a score no unit, whatever follows', () => {
    const counted: Record<string, [number | null, string | null][]> = {
      'Westbridge Town 3 Aldham Rovers 1': [
        [3, null],
        [1, null],
      ],
      'It was a 3-1 win.': [
        [3, null],
        [1, null],
      ],
      'It was a 2-4 defeat.': [
        [2, null],
        [4, null],
      ],
      'They are 5-2 favourites.': [
        [5, null],
        [2, null],
      ],
      'It won 3-5 seats.': [
        [3, null],
        [5, 'seats'],
      ],
      'In Kabul 12 Americans came.': [[12, 'Americans']],
    };
    for (const [text, said] of Object.entries(counted))
      assert.deepEqual(
        figuresOf(text, whole(text)).map(({ low, unit }) => [low, unit]),
        said,
        text,
      );
  });

  it('keeps each low at or under its high, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { low, high } of figuresOf(text, whole(text)))
          assert.ok(low === null || high === null || low <= high);
      }),
    );
  });

  it('leaves alone what only looks like a number', () => {
    for (const text of [
      'No one came.',
      'One of them left in May 2010.',
      'She had a criminal record here.',
      'Channel 7 asked No. 12.',
      'She left.[3] He stayed.',
      'It grew from 2011–12 to 2013–14, and in fiscal 2018/19.',
      'In 2009 officials left.',
      'He was a third man.',
      'It opens for an hour a day, in a day or a year.',
      'Vostok 1 and the 747 flew, as did a 737 Max.',
      'A record crowd saw record casualties.',
      'One juror, who wept, spoke. One day it ends. One example is that. It is a hard one in spring.',
      'He came to Ground Zero after a category three storm.',
      'Fast forward to 2016.',
      'It opens in the coming weeks. She led in the second half.',
      'A two-way street, a three-legged mule, a three way talk.',
      'He was guilty on count two.',
      'Ten-year gilts and 5-year bonds fell.',
      'The two are at odds; a row between the two.',
      'An ATR 72-600 flew. An MD-83 followed. It was built between AD 60 and 90, or from 90 to 80 BC.',
      'On a band five salary she cannot rent.',
      'After 9-11 it shut. We know that September 11 was a Tuesday.',
    ]) {
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
    ['at 1640 GMT', '2024-02-14', '2024-02-14'],
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

  it('says of a sentence the day that it means, by its tense; of a day that is none, that it is none', () => {
    const meant: [string, Record<string, string>][] = [
      ['She died on Feb. 29, 2021.', { 'Feb. 29, 2021': 'there was no 29 February in 2021' }],
      ['It shut on 31 June.', { '31 June': 'there is no 31 June: June has 30 days' }],
      ['The council will meet on Mar. 3.', { 'Mar. 3': '3 March 2024' }],
      ['The council met on Mar. 3.', { 'Mar. 3': '3 March 2023' }],
      ['The fair opens at 10 a.m. Friday.', { '10 a.m. Friday': '16 February 2024' }],
      ['The road would stay shut until Monday.', { Monday: '19 February 2024' }],
      ['On Monday the road was shut.', { 'On Monday': '12 February 2024' }],
      ['It lasted from June 4-9, 2012.', { 'from June 4-9, 2012': '4 June 2012 to 9 June 2012' }],
      ['It came between 4 and 9 June 2012.', { 'between 4 and 9 June 2012': '4 June 2012 to 9 June 2012' }],
      ['It stopped at 03:15 on 8 May 2022.', { '03:15 on 8 May 2022': '8 May 2022' }],
      ['He left the day before yesterday.', { 'the day before yesterday': '12 February 2024' }],
      ['He left several years ago.', {}],
      ['It began on 4/6/2012.', {}],
      ['It began on 23.04.2019.', { '23.04.2019': '23 April 2019' }],
    ];
    for (const [text, said] of meant) {
      const times = timesSaid(text, whole(text), { dated_on: article_date });
      assert.deepEqual(Object.fromEntries(times.map(({ words, meaning }) => [words, meaning])), said, text);
    }
  });

  it('says nothing where the article has no usable date', () => {
    assert.deepEqual(resolveTime('last week', 'soon'), { from: null, to: null, length: null });
  });
});
