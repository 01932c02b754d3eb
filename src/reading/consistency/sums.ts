// Parts that do not add up to the whole that a sentence gives. Pure.
import { type Finding, within } from './finding.ts';
import { C, caught, countsIn, NOUN, OF_ALL, type Skeleton, type Sure } from './skeleton.ts';

/** The findings of one sentence: of several patterns that fit, the first that says anything. */
export function sumFindings(skeleton: Skeleton): Finding[] {
  if (skeleton.figures.length < 3) return [];
  for (const look of [listed, closed, votes, moreThan, each]) {
    const found = look(skeleton);
    if (found) return [found];
  }
  return [];
}

const SAID = '[^{}.;:]{0,70}?';
/** Numbers joined by commas and "and": the parts of one whole. */
const ONE = '\\{[cm]\\d+\\}';
const LIST = `([^{}.;:,]{0,25}?${ONE}${SAID}(?:(?:,|,? and|,? plus|; | \\+)[^{}.;:]{0,25}?${ONE}${SAID})+)(?=[.,;:)]|$| and | were | was | are )`;
const BARE_PART = `${ONE} (?:of|were|are|in|from|for|on|by|to|with)\\b${SAID}`;

const PERSONS =
  '(?:people|persons|victims|civilians|police(?: officers)?|officers|soldiers|men|women|children|adults|boys|girls|passengers|crew members|guards|protesters|fighters|militants|militiamen|patients|pupils|students|teachers|players|tourists|locals|foreigners|workers|migrants|firefighters|rescuers)';
/** "Killed 23 people, 14 civilians and 10 police officers": people, and which people. */
const PEOPLE = `${C} (?:people|persons|victims), (${ONE} ${PERSONS}(?:, ${ONE} ${PERSONS})* and ${ONE} ${PERSONS})(?=[.,;)]|$)`;

/** The whole first: "Of the 23 people, 14 were civilians and 10 police officers"; "90 million: 60 for roads and 30 for rail". */
const WHOLE_FIRST = [
  `(?:^|[\\s,(])(?:of|among) ${OF_ALL}${C}${SAID}, ${LIST}`,
  `${C}${NOUN}[^{}.;:]{0,40}?(?::| [-–—]| \\(|, namely|, made up of|, consisting of| consist(?:s|ed|ing)? of| comprising|(?:,? (?:is|was|are|were|to be))?,? (?:split|divided|shared|broken down)(?: up)? (?:into|between|among))\\s?${LIST}`,
  `${C}${NOUN},? of (?:which|whom|them),? ${LIST}`,
  `\\b(?:the|its|their|all|all the|those) ${C}${NOUN}, (${BARE_PART}(?:,|,? and) ${BARE_PART})(?=[.,;:)]|$)`,
  PEOPLE,
].map((pattern) => new RegExp(pattern, 'u'));
const AMONG = new RegExp(`${LIST}(?: were)? among (?:the|its|their|all) ${C}`, 'u');
const INCLUDED = new RegExp(`${C}${NOUN}[^{}.;:]{0,20}?,? (?:including|among them)\\b ?${LIST}`, 'u');
/** What begins another count of the same people. */
const OTHER_COUNT = /,? (?:and )?(?:of (?:them|whom|these|those)|later|including|among)\b.*$/;

function listed(skeleton: Skeleton): Finding | null {
  for (const pattern of WHOLE_FIRST) {
    const found = pattern.exec(skeleton.words);
    if (!found) continue;
    const [whole] = caught(skeleton, [found[1]]);
    const parts = countsIn(skeleton, (found[2] ?? '').replace(OTHER_COUNT, ''));
    if (!whole || parts.length < 2 || hasPrefix(whole, parts)) return null;
    const sum = sumOf(parts);
    // Far apart they were not meant to be all: of 52 states, 12 said no and 3 yes.
    return Math.abs(whole.low - sum) <= Math.max(2, whole.low * 0.15) ? notAdding(whole, parts) : null;
  }
  return moreThanAll(skeleton);
}

/** "33 people, including 20 men and 15 women". */
function moreThanAll(skeleton: Skeleton): Finding | null {
  const [found, among] = [INCLUDED.exec(skeleton.words), AMONG.exec(skeleton.words)];
  const [of, list] = found ? [found[1], found[2]] : [among?.[2], among?.[1]];
  const [whole] = of === undefined ? [] : caught(skeleton, [of]);
  const parts = countsIn(skeleton, (list ?? '').replace(OTHER_COUNT, ''));
  return whole && parts.length > 1 && sumOf(parts) > whole.low && sumOf(parts) < whole.low * 1.3
    ? notAdding(whole, parts)
    : null;
}

const CLOSINGS = [
  `${LIST},? (?:or |making |with |for )?${C}${NOUN} (?:in all|in total|altogether|all told|overall|combined)\\b`,
  `${LIST},? (?:for |making |giving |with |or |in )?(?:it |them )?a (?:combined |grand )?total of ${C}`,
  `${LIST},? (?:or|in all|altogether|in total|all told),? ${C}\\b${NOUN} (?:in all|in total|altogether)\\b`,
].map((pattern) => new RegExp(pattern, 'u'));

/** The whole last: "14 civilians and 10 police officers, 23 in all". */
function closed(skeleton: Skeleton): Finding | null {
  for (const pattern of CLOSINGS) {
    const found = pattern.exec(skeleton.words);
    if (!found) continue;
    const [whole] = caught(skeleton, [found[2]]);
    const parts = countsIn(skeleton, found[1] ?? '').filter((part) => part !== whole);
    if (!whole || parts.length < 2 || hasSuffix(whole, parts)) return null;
    return notAdding(whole, parts);
  }
  return null;
}

const VOTE = /\b(?:vot(?:e|ed|es|ing)|ballots?|approved|passed|rejected|adopted|motion|elected|abstentions?)\b/;
const TALLY = `${C}(?: votes)?(?: to |-|–| against )${C}(?! (?:percent|years?))`;
const ABSTAINED = `(?:[^{}.;:]{0,20}?${C} (?:abstentions?|abstaining|abstained|absent|blank))?`;
const VOTERS = [
  `${TALLY}${ABSTAINED}[^{}.;:]{0,40}?\\b(?:among|of) (?:its |the |all |their )*${C} (?:members|seats|delegates|councillors|lawmakers|deputies|votes|shareholders)`,
  `${TALLY}${ABSTAINED}[^{}.;:]{0,30}?\\b(?:all|all the|all of the) ${C}[^{}.;:]{0,30}? (?:voting|present|taking part|cast|voted)`,
  `${TALLY}${ABSTAINED}[^{}.;:]{0,30}?${C} (?:votes|ballots) (?:were )?cast`,
  `${TALLY},? (?:with|and) ${C} (?:abstentions?|abstaining|abstained)[^{}.;:]{0,30}? the ${C}-(?:seat|member|strong)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** "voted 31 to 18, with 2 abstentions among its 52 members". */
function votes(skeleton: Skeleton): Finding | null {
  if (!VOTE.test(skeleton.words)) return null;
  for (const [at, pattern] of VOTERS.entries()) {
    const found = pattern.exec(skeleton.words);
    if (!found) continue;
    const figures = caught(skeleton, found);
    const [whole, parts] = [figures.at(-1), figures.slice(0, -1)];
    const sum = sumOf(parts);
    // Who stayed away is not always told.
    const isWhole = at > 0 || parts.length === 3;
    if (!whole || sum === whole.low || !(isWhole || sum > whole.low) || sum < whole.low * 0.8) continue;
    return notAdding(whole, parts);
  }
  return null;
}

const MORE = new RegExp(
  `${C}${NOUN}, (?:or )?${C}${NOUN} (?<way>more|fewer|less|higher|lower) than ${OF_ALL}${C}`,
  'u',
);

/** "612 votes, 112 more than the 500 of her rival". */
function moreThan(skeleton: Skeleton): Finding | null {
  const found = MORE.exec(skeleton.words);
  if (!found) return null;
  const [one, by, other] = caught(skeleton, found);
  if (!one || !by || !other) return null;
  const is = /more|higher/.test(found.groups?.way ?? '') ? one.low - other.low : other.low - one.low;
  if (is === by.low || is <= 0) return null;
  return within(
    'sum',
    [by, one, other].map(placeOf),
    `Between ${one.printed} and ${other.printed} are ${shown(is)}, not ${by.printed}.`,
  );
}

const EACH = [
  `\\beach of (?:the |its |their )?${C}${NOUN} (?:has|had|have|with|got|gets|is|holds|pays|paid|carries|seats|cost) ${C}${NOUN},? (?:or |making |a total of |for a total of )?${C}`,
  `${C}${NOUN} (?:of|with|at|for) ${C}${NOUN} (?:each|apiece),? (?:or |making |a total of |for a total of )?${C}`,
].map((pattern) => new RegExp(pattern, 'u'));

/** "Each of the 12 teams has 11 players, 132 in all". */
function each(skeleton: Skeleton): Finding | null {
  for (const pattern of EACH) {
    const found = pattern.exec(skeleton.words);
    const [one, by, whole] = found ? caught(skeleton, found) : [];
    if (!found || !one || !by || !whole || one.low * by.low === whole.low) continue;
    const behind = skeleton.words.slice(found.index + found[0].length);
    if (!/total of/.test(found[0]) && !/^(?: \p{L}+)? (?:in all|in total|altogether)\b/u.test(behind)) continue;
    const said = `${shown(one.low)} times ${shown(by.low)} are ${shown(one.low * by.low)}, not ${shown(whole.low)}.`;
    return within('sum', [whole, one, by].map(placeOf), said);
  }
  return null;
}

function sumOf(parts: readonly Sure[]): number {
  return Math.round(parts.reduce((sum, { low }) => sum + low, 0) * 1e6) / 1e6;
}

/** The first of the parts add up: what follows is told of something else. */
function hasPrefix(whole: Sure, parts: readonly Sure[]): boolean {
  return parts.some((_, at) => at > 0 && sumOf(parts.slice(0, at + 1)) === whole.low);
}

/** The last add up, or one is taken times the other. */
function hasSuffix(whole: Sure, parts: readonly Sure[]): boolean {
  const product = parts.slice(-2).reduce((by, { low }) => by * low, 1);
  return product === whole.low || parts.some((_, at) => parts.length - at > 1 && sumOf(parts.slice(at)) === whole.low);
}

function notAdding(whole: Sure, parts: readonly Sure[]): Finding {
  const sum = sumOf(parts);
  return within(
    'sum',
    [whole, ...parts].map(placeOf),
    `${parts.map(({ low }) => shown(low)).join(' + ')} are ${shown(sum)}, not ${shown(whole.low)}.`,
  );
}

/** A number as a sentence of a finding has it. */
export function shown(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The range alone. */
export function placeOf({ start, end }: Sure): { start: number; end: number } {
  return { start, end };
}
