// Numbers in words, and the words that bend a number: "at least", "nearly", "dozens".

export type Comparator = '=' | '~' | '>' | '≥' | '<' | '≤';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What a word adds: "seven" 7, "forty" 40. */
export const UNITS = new Map<string, number>([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** What a word multiplies by: "hundred", "bn". */
export const MAGNITUDES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);

/** Round crowds, and the least that each can honestly mean. */
export const VAGUE = new Map<string, number>([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
  ['billions', 2e9],
  ['trillions', 2e12],
]);

/** Parts of a whole. */
export const FRACTIONS = new Map<string, number>([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['sixth', 1 / 6],
  ['eighth', 1 / 8],
  ['seventh', 1 / 7],
  ['ninth', 1 / 9],
  ['twelfth', 1 / 12],
  ['twentieth', 1 / 20],
  ['hundredth', 1 / 100],
  ['thousandth', 1 / 1000],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

/** "longer than 300 metres", "no smaller than 5". */
function comparatives(adjectives: string, [past, within]: [Comparator, Comparator]): [string, Comparator][] {
  return adjectives.split(' ').flatMap((adjective): [string, Comparator][] => [
    [`${adjective} than`, past],
    [`no ${adjective} than`, within],
    [`not ${adjective} than`, within],
  ]);
}

const NOT =
  "not never don't doesn't didn't won't wouldn't shouldn't mustn't can't cannot couldn't hasn't hadn't haven't".split(
    ' ',
  );
const WENT_PAST = 'exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topped tops topping'.split(
  ' ',
);

/** "exceeded 10%"; "did not exceed 10%" keeps within it. */
function passings(): [string, Comparator][] {
  const denied = WENT_PAST.flatMap((verb) => NOT.map((not): [string, Comparator] => [`${not} ${verb}`, '≤']));
  const sure = ['could', 'would', 'will', 'may', 'might'].map((modal): [string, Comparator] => [`${modal} top`, '>']);
  return [...denied, ...sure, ...WENT_PAST.map((verb): [string, Comparator] => [verb, '>'])];
}

/** What stands before a number and bends it; the longest is tried first. */
export const COMPARISONS: readonly (readonly [string, Comparator])[] = [
  ...comparatives('larger bigger longer taller wider deeper heavier older faster', ['>', '≤']),
  ...comparatives('smaller shorter younger lighter narrower slower', ['<', '≥']),
  ...passings(),
  ['not even', '<'],
  ['no fewer than', '≥'],
  ['no less than', '≥'],
  ['no more than', '≤'],
  ['not less than', '≥'],
  ['not fewer than', '≥'],
  ['nothing less than', '≥'],
  ['no higher than', '≤'],
  ['no lower than', '≥'],
  ['well over', '>'],
  ['well under', '<'],
  ['just over', '>'],
  ['just under', '<'],
  ['a little over', '>'],
  ['slightly over', '>'],
  ['slightly under', '<'],
  ['slightly more than', '>'],
  ['slightly less than', '<'],
  ['north of', '>'],
  ['in the region of', '~'],
  ['something like', '~'],
  ['anywhere near', '~'],
  ['a maximum', '≤'],
  ['a minimum', '≥'],
  ['not more than', '≤'],
  ['as many as', '≤'],
  ['as much as', '≤'],
  ['as few as', '≥'],
  ['a minimum of', '≥'],
  ['a maximum of', '≤'],
  ['a total of', '='],
  ['more than', '>'],
  ['greater than', '>'],
  ['higher than', '>'],
  ['upwards of', '>'],
  ['upward of', '>'],
  ['within', '≤'],
  ['in excess of', '>'],
  ['at least', '≥'],
  ['at most', '≤'],
  ['up to', '≤'],
  ['fewer than', '<'],
  ['less than', '<'],
  ['lower than', '<'],
  ['close to', '~'],
  ['an estimated', '~'],
  ['over', '>'],
  ['above', '>'],
  ['under', '<'],
  ['below', '<'],
  ['nearly', '~'],
  ['almost', '~'],
  ['about', '~'],
  ['around', '~'],
  ['roughly', '~'],
  ['approximately', '~'],
  ['some', '~'],
  ['estimated', '~'],
  ['circa', '~'],
  ['maybe', '~'],
  ['perhaps', '~'],
  ['ca', '~'],
  ['virtually', '~'],
  ['practically', '~'],
  ['approaching', '~'],
  ['approaches', '~'],
  ['approached', '~'],
  ['nearing', '~'],
  ['barely', '~'],
  ['a bit over', '>'],
  ['a bit under', '<'],
  ['a little under', '<'],
  ['a shade over', '>'],
  ['a shade under', '<'],
  ['just shy of', '<'],
  ['just short of', '<'],
  ['beyond', '>'],
  ['as low as', '≥'],
  ['as little as', '≥'],
  ['as young as', '≥'],
  ['as high as', '≤'],
  ['as old as', '≤'],
  ['as large as', '≤'],
  ['as long as', '≤'],
  ['> =', '≥'],
  ['< =', '≤'],
  ['≥', '≥'],
  ['≤', '≤'],
  ['>', '>'],
  ['<', '<'],
  ['~', '~'],
  ['≈', '~'],
  ['exactly', '='],
  ['precisely', '='],
];
