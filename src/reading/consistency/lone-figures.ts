// Claim and passage with few words in common, each of which counts the same things once. Pure.
import { type Figure, figuresOf } from '../entities/figures.ts';
import { countedWords } from '../entities/rates.ts';
import type { Range } from '../text/range.ts';
import type { Finding, Held } from './finding.ts';

/**
 * "480 prisoners who escaped" and "448 prisoners missing" have few words in common, but each counts the prisoners once. Null
 * where there is no such figure on both sides.
 */
export function loneFigures(text: string, claim: Range, passage: string, held: Held): Finding[] | null {
  const whole = { start: 0, end: passage.length };
  for (const our of countedOnce(figuresOf(text, claim))) {
    const theirs = countedOnce(figuresOf(passage, whole)).find((one) => nounOf(one) === nounOf(our));
    if (!theirs) continue;
    if (theirs.low === our.low) return [];
    const turned = isTurned(our.value, theirs.value) ? ': digits turned' : '';
    const sentence = `The passage has ${theirs.value}, the copy ${our.value}${turned}.`;
    const places = [{ start: our.end - our.value.length, end: our.end }];
    return [
      {
        kind: 'number',
        places,
        ...held,
        sentence,
        there: { start: theirs.start, end: theirs.end },
        instead: theirs.value,
      },
    ];
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
  return (
    countedWords(unit ?? '')
      .toLowerCase()
      .split(' ')
      .at(-1) ?? ''
  );
}

/** 448 and 484: the same digits in another order. */
export function isTurned(one: string, other: string): boolean {
  return one.length === other.length && one.length > 1 && [...one].sort().join('') === [...other].sort().join('');
}
