// The size written to a number or behind it: "3bn", "15m daily users", "4 million"; not "100m hurdles". Pure.
import { itemAt } from '#src/item-at.ts';
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { MAGNITUDES } from './number-words.ts';

const MONEY_SIZES: Record<string, number> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, B: 1e9 };
const SIZES: Record<string, number> = {
  ...{ bn: 1e9, mn: 1e6, tn: 1e12, Mio: 1e6, Mrd: 1e9, mln: 1e6, bln: 1e9 },
  ...{ million: 1e6, billion: 1e9, trillion: 1e12 },
};

/** What letters written to a number say: a size ("3bn"), or a unit ("3kg"). "100m" is metres unless money or what is counted follows. */
export function sizeWritten(
  tokens: readonly Token[],
  at: number,
  glued: string,
  is_money: boolean,
): { size: number; unit?: string } {
  if (glued === '' || /^(?:st|nd|rd|th|am|pm)$/.test(glued)) return { size: 1 };
  const sure = SIZES[glued];
  if (sure !== undefined) return { size: sure };
  if (glued === 'pc' || glued === 'percent') return { size: 1, unit: '%' };
  const size = MONEY_SIZES[glued];
  const isCount = glued !== 'B' && (isCounted(tokens, at) || isJoinedMeasure(tokens, at + 1) || isOfMany(tokens, at));
  const isSize = size !== undefined && (is_money || isCount);
  return isSize ? { size } : { size: 1, unit: glued };
}

/** No adjective stands between metres and what is so long, but some do before what is counted: "15m daily users". */
const DIMENSION =
  /^(?:high|deep|wide|long|tall|thick|across|apart|away|square|cubic|swimming|indoor|outdoor|freestyle|relay|individual|final|steeplechase|tower|turbine|drop|exclusion)$/;
/** What is so many metres long, high or far: "the 400m hurdles", "20m waves". */
const MEASURED =
  /^(?:pools|waves|walls|trees|cliffs|towers|cranes|statues|yachts|boats|ships|vessels|blades|masts|fences|turbines|lengths|buildings|trenches|tunnels|bridges|poles|flames|drops|swells|gaps|steps|straights|stretches|pylons|dunes)$/;

/** What is run over a distance; of any other number of metres there are none: "the 400m runners", "75m records". */
const RUN =
  /^(?:hurdles|heats|finals|semi-finals|relays|runners|sprinters|sprints|races|dashes|records|medallists|champions|trials|times|laps)$/;
const DISTANCE = /^(?:50|60|80|1?00|110|[2-58]00|1,?[05]00|[235],?000|10,?000)m$/;

/** Whether what follows a number is what it counts: "5m people", "15m daily users", but neither "100m in" nor "100m final". */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const isDistance = DISTANCE.test(itemAt(tokens, at).text);
  for (let to = at + 1; to < at + 4; to += 1) {
    const next = tokens[to];
    if (next?.kind !== 'word' || isFunctionWord(next) || DIMENSION.test(next.key) || MEASURED.test(next.key))
      return false;
    if (RUN.test(next.key)) return !isDistance;
    if (/[a-z]{2}s$|^(?:people|men|women|children)$/.test(next.key) && !/(?:ss|us|ous|is)$/.test(next.key)) return true;
    if (/(?:ed|ing)$/.test(next.key) && to > at + 1) return false;
  }
  return false;
}

const MANY =
  /^(?:people|users|viewers|voters|rolls|subscribers|customers|passengers|members|households|homes|jobs|copies|downloads|visitors|audience|population|electorate|readers|followers|doses|tests|travellers|tourists|students|pupils|patients|workers|migrants|refugees|listeners|sales|streams|accounts|shares|votes|vehicles|cars)$/;
const LONG =
  /^(?:high|tall|long|deep|wide|thick|height|depth|length|width|distance|metres?|meters?|feet|level|levels|sea|tide|river|waves?|wall|jump|throw|swim|sprint|hurdles|race|freestyle|final|climb|above|below)$/;

/** "Voter rolls grew to 6.1m": where the sentence speaks of many and of nothing long, high or run. */
function isOfMany(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!/\.\d/.test(itemAt(tokens, at).text) || (next?.kind === 'word' && !isFunctionWord(next))) return false;
  return tokens.slice(0, at).some(({ key }) => MANY.test(key)) && !tokens.some(({ key }) => LONG.test(key));
}

/** "A 1.5m-tonne shortfall": metres of tonnes there are none. */
function isJoinedMeasure(tokens: readonly Token[], at: number): boolean {
  const [hyphen, measure] = [tokens[at], tokens[at + 1]];
  return (
    hyphen?.text === '-' &&
    hyphen.end === measure?.start &&
    /^(?:tonnes?|tons?|lit(?:re|er)s?|gallons?|barrels?|acres?|hectares?|miles?|pounds?|dollars?|euros?|homes?|people|persons?|members?|users?|kilograms?|year|strong|volt|watt|vote|selling|plus)$/.test(
      measure.key,
    )
  );
}

/** "300 millions". */
const PLURALS = new Map([
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** "million", "lakh crore": the sizes in words behind a number. */
export function sizeApart(tokens: readonly Token[], at: number): { to: number; size: number } {
  let [to, size] = [at, 1];
  // "A Rs 1,200-crore bridge".
  const [hyphen, joined] = [tokens[at], tokens[at + 1]];
  const isJoined = hyphen?.text === '-' && hyphen.start === tokens[at - 1]?.end && hyphen.end === joined?.start;
  const times = isJoined && (joined?.text.length ?? 0) > 2 ? MAGNITUDES.get(joined?.key ?? '') : undefined;
  if (times !== undefined) return { to: at + 2, size: times };
  for (let next = tokens[to]; next?.kind === 'word' && next.text.length > 1; next = tokens[to]) {
    const times = MAGNITUDES.get(next.key) ?? PLURALS.get(next.key);
    if (times === undefined) break;
    size *= times;
    to += 1;
  }
  return { to, size };
}
