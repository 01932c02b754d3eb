// Percentages and shares that are not those of the numbers beside them. Pure.
import { type Finding, within } from './finding.ts';
import { ABOUT_C, C, caught, F, NOUN, OF_ALL, P, type Skeleton, type Sure } from './skeleton.ts';
import { placeOf, shown } from './sums.ts';

const ABOUT = '(?:about |some |nearly |almost |roughly |just over |just under |exactly )?';
const OR = `(?:,? or|,? \\(|,? that is|,? which is|,? a (?:rate|share|proportion|success rate) of|,? making|,? meaning|,? equal to| [-–—]|,) ?${ABOUT}`;

/** "12 of the 48 bridges, or 35 percent"; "of the 48, 12, or a third". */
const PART_FIRST = [
  `${ABOUT_C}${NOUN} (?:of|out of|in) ${OF_ALL}${C}${NOUN}(?: [^{}.,;:()]{0,40})?${OR}${F}`,
  `${F} ?(?:,|:|\\(| [-–—]) ?(?:or )?${C}${NOUN} (?:of|out of) ${OF_ALL}${C}`,
].map((pattern) => new RegExp(pattern, 'u'));
/** "35 percent of the 48 bridges, or 12"; "half of the 64 schools, 34,". */
const WHOLE_FIRST = new RegExp(
  `${F} (?:of|out of) ${OF_ALL}${C}${NOUN}(?:,? or |,? \\(|,? that is,? |, | [-–—] )${ABOUT}${C}(?=${NOUN}(?:[.,;)]| [-–—]| in all| in total| altogether|$))`,
  'u',
);
const TWICE_SAID = new RegExp(`\\{s(\\d+)\\}[^{}.;:]{0,50}?(?:, or|,? \\()${ABOUT} ?${P}`, 'u');
/** Those of whom nobody is both. */
const OPPOSED = [
  ['yes', 'no'],
  ['for', 'against'],
  ['men', 'women'],
  ['male', 'female'],
  ['in favou?r', '(?:against|opposed)'],
].flatMap(([one, other]) => [
  new RegExp(`${P} (?:[^{}.;:,]{0,30} )?${one}\\b[^{}.;:]{0,12} ${P} (?:[^{}.;:,]{0,30} )?${other}\\b`, 'u'),
  new RegExp(`${P} (?:[^{}.;:,]{0,30} )?${other}\\b[^{}.;:]{0,12} ${P} (?:[^{}.;:,]{0,30} )?${one}\\b`, 'u'),
]);

/** The findings of one sentence. */
export function shareFindings(skeleton: Skeleton): Finding[] {
  return [partFirst(skeleton), wholeFirst(skeleton), twiceSaid(skeleton), opposed(skeleton)].filter(
    (found) => found !== null,
  );
}

function partFirst(skeleton: Skeleton): Finding | null {
  const [first, second] = PART_FIRST.map((pattern) => pattern.exec(skeleton.words));
  const figures = first ? caught(skeleton, first) : second ? caught(skeleton, second) : [];
  const [part, whole, share] = first ? figures : [figures[1], figures[2], figures[0]];
  if (!part || !whole || !share || part.low > whole.low || whole.low === 0) return null;
  return compared(part, whole, share, part.is_about ? 300 / whole.low : 0);
}

function wholeFirst(skeleton: Skeleton): Finding | null {
  const found = WHOLE_FIRST.exec(skeleton.words);
  const [share, whole, part] = found ? caught(skeleton, found) : [];
  if (!part || !whole || !share || part.low > whole.low || whole.low === 0) return null;
  // The part is a whole number: the share may be off by as much as half of one.
  return compared(part, whole, share, 50 / whole.low);
}

function compared(part: Sure, whole: Sure, share: Sure, more: number): Finding | null {
  const is = (100 * part.low) / whole.low;
  const said = percentOf(share);
  if (Math.abs(said - is) <= toleranceOf(share) + more) return null;
  const places = [part, whole, share].map(placeOf);
  return within(
    'sum',
    places,
    `${shown(part.low)} of ${shown(whole.low)} are ${shown(is)} percent, not ${shown(said)}.`,
  );
}

function twiceSaid(skeleton: Skeleton): Finding | null {
  const found = TWICE_SAID.exec(skeleton.words);
  const [one, other] = found ? caught(skeleton, found) : [];
  if (!one || !other || Math.abs(percentOf(one) - percentOf(other)) <= toleranceOf(one)) return null;
  return within(
    'sum',
    [one, other].map(placeOf),
    `“${one.printed}” are ${shown(percentOf(one))} percent, not ${shown(percentOf(other))}.`,
  );
}

function opposed(skeleton: Skeleton): Finding | null {
  for (const pattern of OPPOSED) {
    const found = pattern.exec(skeleton.words);
    const [one, other] = found ? caught(skeleton, found) : [];
    if (one && other && one.low + other.low > 101)
      return within(
        'sum',
        [one, other].map(placeOf),
        `${shown(one.low)} and ${shown(other.low)} percent are more than 100.`,
      );
  }
  return null;
}

function percentOf({ low, unit }: Sure): number {
  return unit === '%' ? low : low * 100;
}

/** Half of the last place that is printed, and a little: 33 percent for a third. What is a share in words is rounder. */
export function toleranceOf({ printed, unit, is_about }: Sure): number {
  if (is_about) return 3;
  if (unit === 'share') return /\d/.test(printed) ? 0.6 : 2;
  return /\d[.,]\d/.test(printed) ? 0.06 : 0.6;
}
