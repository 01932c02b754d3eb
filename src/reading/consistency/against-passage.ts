// A claim held against a passage of its source: figures, units, names, dates and "not". Pure.
import { type Figure, figuresOf } from '../entities/figures.ts';
import type { Range } from '../text/range.ts';
import { type ComparedWord, comparedWords, type WordSort } from './compared-words.ts';
import type { Finding, FindingKind } from './finding.ts';
import { isMisspelling } from './spelling.ts';
import { aligned, type Difference } from './word-alignment.ts';

/** Of the words of the shorter side so many have to be alike: else claim and passage say different things altogether. */
const ENOUGH_ALIKE = 0.5;

export type Held = { claim: number; passage: number };

/** What does not agree between the words of a claim and a passage, each with its place in the article. */
export function againstPassage(text: string, claim: Range, passage: string, held: Held): Finding[] {
  return (heldAgainst(text, claim, passage) ?? []).map((finding) => ({ ...finding, ...held }));
}

/** The same of one passage alone; null where the two say different things altogether. */
export function heldAgainst(text: string, claim: Range, passage: string): Finding[] | null {
  const held = { claim: 0, passage: 0 };
  const ours = comparedWords(text, claim);
  const theirs = comparedWords(passage, { start: 0, end: passage.length });
  const { alike, differences } = aligned(ours, theirs);
  if (alike < ENOUGH_ALIKE * Math.min(ours.length, theirs.length) || alike < 3)
    return loneFigures(text, claim, passage, held);
  return differences.flatMap((difference) => findingsAt(difference, claim, held)).slice(0, 5);
}

function findingsAt(difference: Difference, claim: Range, held: Held): Finding[] {
  const { ours, theirs } = difference;
  const finding: Making = (kind, { word, other }, sentence) => ({
    kind,
    places: [word ? rangeOf(word) : claim],
    ...held,
    sentence,
    there: other ? rangeOf(other) : null,
    instead: word && other ? other.printed : null,
  });
  // What stands on one side only, at its end, is what the other left out.
  const isInside = difference.before && difference.behind;
  if (!isInside && (ours.length === 0 || theirs.length === 0)) return [];
  const numbers = pairOf(ours, theirs, ['number']);
  const found: Finding[] = [];
  if (numbers) found.push(...numberFinding(numbers, finding));
  const others: [WordSort[], FindingKind][] = [
    [['weekday'], 'date'],
    [['month'], 'date'],
    [['year'], 'date'],
    [['size'], 'number'],
    [['unit', 'money'], 'unit'],
    [['span'], 'unit'],
  ];
  for (const [sorts, kind] of others) {
    const pair = pairOf(ours, theirs, sorts);
    if (pair)
      found.push(finding(kind, sidesOf(pair), `The passage has ${pair[1].printed}, the copy ${pair[0].printed}.`));
  }
  const negation = negationIn(difference);
  if (negation) found.push(finding('negation', negation, negation.sentence));
  for (const pair of misspelt(ours, theirs))
    found.push(finding('name', sidesOf(pair), `The passage has ${pair[1].printed}, the copy ${pair[0].printed}.`));
  return found;
}

/** A word of the copy and one of the passage; either may be on one side only. */
type Sides = { word?: ComparedWord | undefined; other?: ComparedWord | undefined };
type Making = (kind: FindingKind, sides: Sides, sentence: string) => Finding;

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function sidesOf([word, other]: Pair): Sides {
  return { word, other };
}

/**
 * "480 prisoners who escaped" and "448 prisoners missing" have few words in common, but each counts the prisoners once. Null
 * where there is no such figure on both sides.
 */
function loneFigures(text: string, claim: Range, passage: string, held: Held): Finding[] | null {
  const whole = { start: 0, end: passage.length };
  for (const our of countedOnce(figuresOf(text, claim))) {
    const theirs = countedOnce(figuresOf(passage, whole)).find((one) => nounOf(one) === nounOf(our));
    if (!theirs) continue;
    if (theirs.low === our.low) return [];
    const turned = isTurned(our.value, theirs.value) ? ': digits turned' : '';
    const sentence = `The passage has ${theirs.value}, the copy ${our.value}${turned}.`;
    const places = [{ start: our.end - our.value.length, end: our.end }];
    return [{ kind: 'number', places, ...held, sentence, there: rangeOf(theirs), instead: theirs.value }];
  }
  return null;
}

/** Exact numbers of something that is counted nowhere else there. */
function countedOnce(figures: readonly Figure[]): Figure[] {
  return figures.filter((one) => {
    const isExact = one.comparator === '=' && one.low !== null && one.low === one.high;
    const noun = nounOf(one);
    const isNoun = noun.length > 3 && one.unit !== '%' && one.unit !== 'share' && !TOO_COMMON.test(noun);
    return isExact && isNoun && figures.filter((other) => nounOf(other) === noun).length === 1;
  });
}

const TOO_COMMON =
  /^(?:people|persons|years|months|weeks|days|hours|minutes|times|percent|points|dollars|euros|pounds|miles|metres|meters|kilometres|kilometers|o'clock)$/;

function nounOf({ unit }: Figure): string {
  return unit?.toLowerCase().split(' ').at(-1) ?? '';
}

type Pair = readonly [ComparedWord, ComparedWord];

/** The only word of a sort on each side, where both have one and they differ. */
function pairOf(
  ours: readonly ComparedWord[],
  theirs: readonly ComparedWord[],
  sorts: readonly WordSort[],
): Pair | null {
  const [our, ...more] = ours.filter(({ sort }) => sorts.includes(sort));
  const [their, ...others] = theirs.filter(({ sort }) => sorts.includes(sort));
  if (!our || !their || more.length !== others.length || our.key === their.key) return null;
  return [our, their];
}

function numberFinding([our, their]: Pair, finding: Making): Finding[] {
  const sides = { word: our, other: their };
  if (our.value !== null && our.value === their.value) {
    const isMoney = /^[$€£¥₹]/.test(our.key) && /^[$€£¥₹]/.test(their.key);
    return isMoney
      ? [finding('unit', sides, `The passage has ${their.printed}, the copy ${our.printed}: another currency.`)]
      : [];
  }
  const turned = isTurned(our.key, their.key) ? ': digits turned' : '';
  return [finding('number', sides, `The passage has ${their.printed}, the copy ${our.printed}${turned}.`)];
}

/** 448 and 484: the same digits in another order. */
function isTurned(one: string, other: string): boolean {
  return one.length === other.length && one.length > 1 && [...one].sort().join('') === [...other].sort().join('');
}

/** "Not" on one side only, where nothing else there differs but small words. */
function negationIn({ ours, theirs, before, behind }: Difference): (Sides & { sentence: string }) | null {
  const [our] = ours.filter(({ sort }) => sort === 'negation');
  const [their] = theirs.filter(({ sort }) => sort === 'negation');
  if (Boolean(our) === Boolean(their) || !(before && behind)) return null;
  const rest = (our ? ours : theirs).length - 1 + (our ? theirs : ours).length;
  if (rest > 2) return null;
  return our
    ? { word: our, sentence: `The copy has “${our.printed}”, the passage does not.` }
    : { other: their, sentence: `The passage has “${their?.printed}”, the copy does not.` };
}

/** Names of which one is spelt almost like the other. */
function misspelt(ours: readonly ComparedWord[], theirs: readonly ComparedWord[]): Pair[] {
  return ours
    .filter(({ sort }) => sort === 'name')
    .flatMap((our) => {
      const their = theirs.find((one) => one.sort === 'name' && isMisspelling(our.key, one.key, 4));
      return their ? [[our, their] as const] : [];
    });
}
