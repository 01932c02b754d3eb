// What bends a number before and behind it: "at least", "over", "40-plus", "100 or so". Pure.
import { itemAt } from '#src/item-at.ts';
import type { Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import type { Amount } from './amounts.ts';
import { isComparedWithPast, isUpOfVerb } from './no-comparisons.ts';
import { COMPARISONS, type Comparator, MAGNITUDES, UNITS } from './number-words.ts';

/** By their last word, so that most numbers are compared with none; of one word the longest is tried first. */
const COMPARING_WORDS = Map.groupBy(
  COMPARISONS.map(([phrase, comparator]) => ({ words: phrase.split(' '), comparator })).sort(
    (a, b) => b.words.length - a.words.length,
  ),
  ({ words }) => itemAt(words, -1),
);

/** A comparator and the words that say it. */
export type Bend = { comparator: Comparator; words: number };

export function comparisonBefore(tokens: Token[], at: number): Bend | null {
  const age = wordsOfAge(tokens, at);
  const bend = comparisonEndingAt(tokens, at - age);
  return bend && { ...bend, words: bend.words + age };
}

/** "Under the age of 18" says what "under 18" says. */
function wordsOfAge(tokens: Token[], at: number): number {
  return [3, 2, 1].map((back) => tokens[at - back]?.key).join(' ') === 'the age of' ? 3 : 0;
}

function comparisonEndingAt(tokens: Token[], at: number): Bend | null {
  const found = COMPARING_WORDS.get(tokens[at - 1]?.key ?? '')?.find(({ words }) =>
    words.every((word, index) => tokens[at - words.length + index]?.key === word),
  );
  if (!found || (found.words.length === 1 && isOtherWord(tokens, at - 1))) return null;
  if (isUpOfVerb(tokens, at) || isComparedWithPast(tokens, at)) return null;
  return { comparator: found.comparator, words: found.words.length };
}

/** Behind these "over two years" is more than two; behind a thing or what was done to it, it is how long that took. */
const LASTING =
  /^(?:for|of|in|after|at|with|by|to|from|since|than|and|or|but|that|is|was|are|were|be|been|being|has|have|had|having|a|an|the|just|well|not|only|already|now|these|another|some|aged|lasts?|lasted|lasting|takes?|took|taken|taking|spends?|spent|spending|waits?|waited|waiting|lived?|lives|serve[ds]?|serving|stayed|kept|held|jailed|worked|requires?|needs?|continued|endured|dragged|spans|spanned|dating|dates|goes|went|ran|runs)$/;
const SPAN = /^(?:second|minute|hour|day|night|week|fortnight|month|season|year|decade|centur(?:y|ie))s?$/;
const TALK = /^(?:debate|question|story|stories|book|film|talks?|argument|song|row|dispute|movie|play|case|joke)$/;

/** "Collected over three years" took three; "the debate is about 25 or 50" is no guess. */
function isOtherWord(tokens: Token[], at: number): boolean {
  const [before, word] = [tokens[at - 1], tokens[at]?.key];
  if (word === 'about') return TALK.test((/^(?:is|was)$/.test(before?.key ?? '') ? tokens[at - 2] : before)?.key ?? '');
  if (
    word !== 'over' ||
    before === undefined ||
    (before.kind === 'mark' && before.text !== '%') ||
    LASTING.test(before.key)
  )
    return false;
  return [1, 2, 3, 4].some(
    (step) => SPAN.test(tokens[at + step]?.key ?? '') && isNumberBetween(tokens, at + 1, at + step),
  );
}

/** Nothing but one number stands there. */
function isNumberBetween(tokens: Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .every(
      ({ kind, key }, step) =>
        kind === 'number' ||
        (step === 0 && /^an?$/.test(key)) ||
        UNITS.has(key) ||
        MAGNITUDES.has(key) ||
        /^(?:and|half|-)$/.test(key),
    );
}

/** "40+", "40-plus", "5,000-odd", "100 or so", "30 or more". */
export function comparisonBehind(tokens: Token[], { to: at, unit }: Amount): Bend | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.key === '+' && first.start === tokens[at - 1]?.end) return { comparator: '≥', words: 1 };
  if (first?.key === 'plus')
    return unit === undefined && countsOn(tokens, at + 1) ? { comparator: '≥', words: 1 } : null;
  const joined = /^[-–]$/.test(first?.text ?? '') && first?.end === second?.start ? second?.key : undefined;
  if (joined === 'plus') return { comparator: '≥', words: 2 };
  if (joined === 'odd' || joined === 'ish') return { comparator: '~', words: 2 };
  if (first?.key !== 'or') return null;
  if (/^(?:so|thereabouts)$/.test(second?.key ?? '')) return { comparator: '~', words: 2 };
  if (/^(?:more|greater|higher|above|over)$/.test(second?.key ?? '')) return { comparator: '≥', words: 2 };
  return /^(?:less|fewer|lower|under|below)$/.test(second?.key ?? '') ? { comparator: '≤', words: 2 } : null;
}

/** "40 plus members" are 40 or more; "£500 plus interest", "20 plus postage" and "30 plus fees" are a sum of two things. */
function countsOn(tokens: Token[], at: number): boolean {
  const unit = unitAfter(tokens, at);
  return unit !== null && !/(?:^| )(?:fees|costs|expenses|charges|taxes|extras|bonuses|benefits|tips)$/i.test(unit);
}
