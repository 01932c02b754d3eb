// Changes that are not those between the numbers beside them: "from 40 to 50, up 20 percent". Pure.
import { type Finding, within } from './finding.ts';
import { toleranceOf } from './shares.ts';
import { C, caught, NOUN, OF_ALL, type Skeleton, type Sure } from './skeleton.ts';
import { placeOf, shown } from './sums.ts';

const BY = String.raw`\{[cmp](\d+)\}`;
const ABOUT = '(?:about |some |nearly |almost |roughly )?';
const RISE = 'increase|rise|gain|jump|growth|surge|climb|raise';
const FALL = 'fall|drop|decline|decrease|cut|loss|reduction|slump|plunge|dip';
const NAMED = `(?:(?:an?|the) (?:[\\p{L}-]+ )?(?:${RISE}|${FALL}|change|difference) of ${ABOUT}|(?:up|down)(?: by)? ${ABOUT})`;
const MOVED =
  '(?:rose|risen|grew|grown|increased|climbed|jumped|surged|fell|fallen|dropped|declined|decreased|shrank|gained|lost)';
const TO = `(?:to|from) ${OF_ALL}`;

type Order = { pattern: RegExp; order: ('from' | 'to' | 'by')[] };
const pattern = (words: string) => new RegExp(words, 'u');

const ORDERS: Order[] = [
  {
    pattern: pattern(`\\bfrom ${OF_ALL}${BY}${NOUN} to ${OF_ALL}${BY}[^{}.;:]{0,40}?(?:,| [-–—]|\\() ?${NAMED}${BY}`),
    order: ['from', 'to', 'by'],
  },
  {
    pattern: pattern(
      `\\bfrom ${OF_ALL}${BY}${NOUN} to ${OF_ALL}${BY}${NOUN}(?:,| [-–—]) an? ${BY}[ -]?(?:points? |percentage[- ]points? )?(?:${RISE}|${FALL})`,
    ),
    order: ['from', 'to', 'by'],
  },
  {
    pattern: pattern(`\\bto ${OF_ALL}${BY}${NOUN} from ${OF_ALL}${BY}${NOUN}(?:,| [-–—]|\\() ?${NAMED}${BY}`),
    order: ['to', 'from', 'by'],
  },
  {
    pattern: pattern(`\\b(?:by|up|down) ${ABOUT}${BY}${NOUN},? (?:from) ${OF_ALL}${BY}${NOUN} to ${OF_ALL}${BY}`),
    order: ['by', 'from', 'to'],
  },
  {
    pattern: pattern(`\\b(?:by|up|down) ${ABOUT}${BY}${NOUN},? (?:to) ${OF_ALL}${BY}${NOUN} from ${OF_ALL}${BY}`),
    order: ['by', 'to', 'from'],
  },
  {
    pattern: pattern(
      `\\b${MOVED}(?: by)? ${ABOUT}${BY}${NOUN},? to ${OF_ALL}${BY}${NOUN}(?:,| [-–—])? from ${OF_ALL}${BY}`,
    ),
    order: ['by', 'to', 'from'],
  },
  {
    pattern: pattern(`\\b${MOVED}(?: by)? ${ABOUT}${BY}${NOUN},? from ${OF_ALL}${BY}${NOUN} to ${OF_ALL}${BY}`),
    order: ['by', 'from', 'to'],
  },
  {
    pattern: pattern(
      `${BY}[ -]?(?:points? )?(?:${RISE}|${FALL})\\b[^{}.;:]{0,20}? from ${OF_ALL}${BY}${NOUN} to ${OF_ALL}${BY}`,
    ),
    order: ['by', 'from', 'to'],
  },
];

/** The findings of one sentence. */
export function changeFindings(skeleton: Skeleton): Finding[] {
  return [changeBy(skeleton), times(skeleton), direction(skeleton)].filter((found) => found !== null).slice(0, 1);
}

function changeBy(skeleton: Skeleton): Finding | null {
  for (const { pattern, order } of ORDERS) {
    const found = pattern.exec(skeleton.words);
    const figures = found ? caught(skeleton, found) : [];
    const at = (name: Order['order'][number]) => figures[order.indexOf(name)];
    const [from, to, by] = [at('from'), at('to'), at('by')];
    if (!from || !to || !by || (from.unit === '%') !== (to.unit === '%') || from.low === 0) continue;
    // "Up 6 percent from 52 to 56 percent" may mean the points.
    if (from.unit === '%' && by.unit === '%') continue;
    return changed(from, to, by);
  }
  return null;
}

function changed(from: Sure, to: Sure, by: Sure): Finding | null {
  const apart = Math.abs(to.low - from.low);
  const is = by.unit === '%' ? (100 * apart) / from.low : apart;
  if (Math.abs(by.low - is) <= (by.unit === '%' ? toleranceOf(by) : 1e-6 * is)) return null;
  const unit = by.unit === '%' ? ' percent' : from.unit === '%' ? ' points' : '';
  const said = `From ${from.printed} to ${to.printed} is a change of ${shown(is)}${unit}, not ${by.printed}.`;
  return within('sum', [from, to, by].map(placeOf), said);
}

const TIMES: Record<string, number> = {
  doubled: 2,
  tripled: 3,
  trebled: 3,
  quadrupled: 4,
  halved: 0.5,
  doubling: 2,
  tripling: 3,
  twice: 2,
  double: 2,
  half: 0.5,
};
const WAY = '(?<way>doubled|tripled|trebled|quadrupled|halved|doubling|tripling)';
const TIMES_FROM = [
  pattern(`\\b${WAY}(?: [\\p{L} ]{0,20})?,? from ${OF_ALL}${C}${NOUN} to ${OF_ALL}${C}`),
  pattern(`\\b${WAY} ${TO}${C}${NOUN} from ${OF_ALL}${C}`),
  pattern(`${C}${NOUN} (?:is|are|was|were) (?<way>twice|double|half) ${OF_ALL}${C}`),
];

/** "doubled from 40 to 70"; what nearly did is taken for what did. */
function times(skeleton: Skeleton): Finding | null {
  for (const [at, each] of TIMES_FROM.entries()) {
    const found = each.exec(skeleton.words);
    const [first, second] = found ? caught(skeleton, found) : [];
    const [from, to] = at === 0 ? [first, second] : [second, first];
    const by = TIMES[found?.groups?.way ?? ''];
    if (!from || !to || by === undefined || from.low === 0) continue;
    const is = to.low / from.low;
    if (Math.abs(is / by - 1) < 0.08) return null;
    return within(
      'sum',
      [from, to].map(placeOf),
      `From ${from.printed} to ${to.printed} is ${shown(is)} times as much, not ${by}.`,
    );
  }
  return null;
}

const WAYS = [
  pattern(`\\b(?<way>rose|risen|increased|grew|grown|climbed|jumped|surged|gained) from ${C}${NOUN} to ${C}`),
  pattern(`\\b(?<way>fell|fallen|dropped|declined|decreased|shrank|sank|slumped|plunged) from ${C}${NOUN} to ${C}`),
];

/** "fell from 40 to 50". */
function direction(skeleton: Skeleton): Finding | null {
  for (const [at, each] of WAYS.entries()) {
    const found = each.exec(skeleton.words);
    const [from, to] = found ? caught(skeleton, found) : [];
    if (!found || !from || !to || (from.unit !== null && to.unit !== null && from.unit !== to.unit)) continue;
    if (at === 0 ? to.low >= from.low : to.low <= from.low) continue;
    const places = [from, to] as Sure[];
    return within('sum', places.map(placeOf), `From ${from.printed} to ${to.printed} nothing ${found.groups?.way}.`);
  }
  return null;
}
