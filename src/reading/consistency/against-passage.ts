// A claim held against a passage of its source: figures, units, names, dates and "not". Pure.
import type { Range } from '../text/range.ts';
import { type ComparedWord, comparedWords, type WordSort } from './compared-words.ts';
import type { Finding, FindingKind, Held } from './finding.ts';
import {
  areOfOtherScale,
  areOpposed,
  areOpposites,
  figuresAt,
  type HeldFigures,
  otherDays,
  type Side,
  sideOf,
} from './held-figures.ts';
import { isTurned, loneFigures } from './lone-figures.ts';
import { isMisspelling } from './spelling.ts';
import { aligned, type Difference } from './word-alignment.ts';

/** Of the words of the shorter side so many have to be alike: else claim and passage say different things altogether. */
const ENOUGH_ALIKE = 0.5;

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
  if (differences.length === 0) return [];
  const sides = [sideOf(text, claim), sideOf(passage, { start: 0, end: passage.length })] as const;
  const found = differences.flatMap((difference) => findingsAt(difference, claim, { held, sides }));
  return [
    ...found,
    ...(found.some(({ kind }) => kind === 'date') ? [] : dayFinding(text, claim, { passage, held })),
  ].slice(0, 5);
}

/** "5 May 2011" and "May 15, 2011", where their words stand in another order. */
function dayFinding(text: string, claim: Range, { passage, held }: { passage: string; held: Held }): Finding[] {
  const days = otherDays(text, claim, passage);
  if (!days) return [];
  const [here, there] = [text.slice(days.our.start, days.our.end), passage.slice(days.their.start, days.their.end)];
  const sentence = `The passage has ${there}, the copy ${here}.`;
  return [{ kind: 'date', places: [days.our], ...held, sentence, there: days.their, instead: there }];
}

function findingsAt(
  difference: Difference,
  claim: Range,
  { held, sides }: { held: Held; sides: readonly [Side, Side] },
): Finding[] {
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
  const found = [...pairFindings(difference, finding)];
  const figures = figuresAt(sides, [ours, theirs]);
  if (figures?.is_alike) found.splice(0, found.length, ...found.filter(({ kind }) => kind !== 'number'));
  if (figures && !found.some(({ kind }) => kind === 'number')) found.push(...figureFinding(figures, sides, finding));
  const negation = negationIn(difference) ?? contrary(difference);
  if (negation) found.push(finding('negation', negation, negation.sentence));
  for (const pair of misspelt(ours, theirs))
    found.push(finding('name', sidesOf(pair), `The passage has ${pair[1].printed}, the copy ${pair[0].printed}.`));
  return found;
}

/** Words of one sort that stand alone on each side. */
function pairFindings({ ours, theirs }: Difference, finding: Making): Finding[] {
  const numbers = pairOf(ours, theirs, ['number']);
  const found: Finding[] = numbers ? numberFinding(numbers, finding) : [];
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
  return found;
}

/** A word of the copy and one of the passage; either may be on one side only. */
type Printed = Range & { printed: string };
type Sides = { word?: Printed | undefined; other?: Printed | undefined };
type Making = (kind: FindingKind, sides: Sides, sentence: string) => Finding;

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function sidesOf([word, other]: Pair): Sides {
  return { word, other };
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
    const isMoney = /^[$€£¥₹]/.test(our.key) && /^[$€£¥₹]/.test(their.key) && our.key[0] !== their.key[0];
    return isMoney
      ? [finding('unit', sides, `The passage has ${their.printed}, the copy ${our.printed}: another currency.`)]
      : [];
  }
  const turned = isTurned(our.key, their.key) ? ': digits turned' : '';
  return [finding('number', sides, `The passage has ${their.printed}, the copy ${our.printed}${turned}.`)];
}

/** "A third" and "25 percent"; "less than half" and "more than half". */
function figureFinding(held: HeldFigures, [ours, theirs]: readonly [Side, Side], finding: Making): Finding[] {
  const { our, their, is_alike } = held;
  const isShare = [our, their].some(({ unit }) => unit === 'share' || unit === '%');
  if (is_alike ? !areOpposed(our, their) : !isShare && !areOfOtherScale(held)) return [];
  const [here, there] = [ours.text.slice(our.start, our.end), theirs.text.slice(their.start, their.end)];
  const sides = { word: { ...our, printed: here }, other: { ...their, printed: there } };
  return [finding('number', sides, `The passage has ${there}, the copy ${here}.`)];
}

/** "Denied" and "admitted"; "nobody" and "four people". */
function contrary({ ours, theirs, before, behind }: Difference): (Sides & { sentence: string }) | null {
  if (!(before || behind) || ours.length > 4 || theirs.length > 4) return null;
  const sentence = (word: ComparedWord, other: ComparedWord) => ({
    word,
    other,
    sentence: `The passage has “${other.printed}”, the copy “${word.printed}”.`,
  });
  const none = (words: readonly ComparedWord[]) =>
    words.find(({ sort, printed }) => sort === 'negation' && /^(?:nobody|none)$/i.test(printed));
  const some = (words: readonly ComparedWord[]) =>
    words.find(({ sort, value }) => sort === 'number' && (value ?? 0) > 0);
  const pairs = [
    [none(ours), some(theirs)],
    [some(ours), none(theirs)],
  ];
  for (const [word, other] of pairs) if (word && other) return sentence(word, other);
  if (ours.length > 2 || theirs.length > 2) return null;
  for (const word of ours)
    for (const other of theirs) if (areOpposites(word.key, other.key)) return sentence(word, other);
  return null;
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
