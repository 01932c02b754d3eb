// What a sentence lays down as so: who owns or owes what, a rank, an accusation.
import { itemAt } from '#src/item-at.ts';
import { DETERMINERS, PREPOSITIONS } from '../text/function-words.ts';
import { overlaps } from '../text/range.ts';
import type { Token } from '../text/tokens.ts';
import { type Facts, isPast } from './worth-facts.ts';
import {
  CONDITION,
  NONE_AT_ALL,
  OF_ONES_OWN,
  ONLY_ONE,
  PASSED_ON,
  RANK_FIELD,
  RECKONED,
  UNWANTED,
  YOU_SAID,
} from './worth-patterns.ts';
import { isMeasured, isOutstanding, muses, opensWith, tellsOfSomebody } from './worth-questions.ts';
import { COUNTED, JUDGEMENTS } from './worth-words.ts';

const STATES = /^(?:own|owe|hold|control|employ|pay|run|fund|finance|possess)(?:e?s)?$/;
const PEOPLE = /^(?:you|they|we|who|both|all)$/;
/** "Holds true", "runs out", "pays off": ways of speaking. */
const IDIOMS = /^(?:true|hope|back|up|out|off|away|together|still|water|attention|tribute|and|or|is|are|was|were)$/;

/** "Owns the firm", "they have nuclear weapons": so or not so at present, of somebody in particular. */
export function holdsState(facts: Facts): boolean {
  if (OF_ONES_OWN.test(facts.phrase)) return false;
  if (!tellsOfSomebody(facts) && facts.counts.quantifiers === 0) return false;
  return facts.words.some((word, at) => isState(word, at, facts.words) || hasSomethingCounted(at, facts));
}

function isState({ key }: Token, at: number, words: readonly Token[]): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (!STATES.test(key) || !before || !next || IDIOMS.test(next.key) || PREPOSITIONS.has(next.key)) return false;
  if (key.endsWith('s') && key !== 'possess') return !DETERMINERS.has(before.key) && !PREPOSITIONS.has(before.key);
  const isPassedOn = before.key === 'to' && /^(?:said|believed|thought|known|alleged)$/.test(words[at - 2]?.key ?? '');
  const subject = words.slice(0, at).findLast((word) => !/ly$|^(?:also|still|now)$/.test(word.key));
  return PEOPLE.test(subject?.key ?? '') || isPassedOn;
}

/** "Has" and "have" with a thing that is counted: not "have to", "has left", "has a point". */
function hasSomethingCounted(at: number, { words, figures }: Facts): boolean {
  const before = words[at - 1]?.key ?? '';
  if (!/^(?:has|have)$/.test(words[at]?.key ?? '') || /^(?:i|to|will|would|should|must|can|could)$/.test(before))
    return false;
  const next = words.slice(at + 1).find(({ key }) => !/ly$|^(?:not|never|also|already|ever|always|just)$/.test(key));
  const isHelper = !next || /^(?:to|been|had|got)$/.test(next.key) || isPast(next);
  const object = words.slice(at + 1, at + 5);
  const isCounted = object.some(
    (word) => COUNTED.has(word.key) || figures.some((f) => isMeasured(f) && overlaps(f, word)),
  );
  return !isHelper && isCounted;
}

/** "The largest collection in the country", "the only state that": whoever knows the field can name another. */
export function ranksInField(facts: Facts): boolean {
  if (ONLY_ONE.test(facts.phrase)) return true;
  const isIn = RANK_FIELD.test(facts.phrase) || facts.reading.names.some((name) => isField(facts, name));
  return isIn && facts.words.some((word, at) => isOutstanding(word, at, facts.words) && !isTaste(at, facts.words));
}

function isField({ reading }: Facts, name: Facts['reading']['names'][number]): boolean {
  return name.is_place && reading.tokens[name.from - 1]?.key === 'in';
}

/** "The greatest", "the most important"; and "most people", which is no rank. */
function isTaste(at: number, words: readonly Token[]): boolean {
  const { key } = itemAt(words, at);
  if (!/^(?:most|least)$/.test(key)) return JUDGEMENTS.has(key);
  return words[at - 1]?.key !== 'the' || JUDGEMENTS.has(words[at + 1]?.key ?? '');
}

/** "Not one bank was punished", "he has never paid": told of what is or was, not wished or felt. */
export function deniesAll(facts: Facts): boolean {
  const isTold = (facts.pasts > 0 || holdsState(facts)) && !UNWANTED.test(facts.phrase);
  return (
    NONE_AT_ALL.test(facts.phrase) &&
    isTold &&
    facts.counts.modals === 0 &&
    !muses(facts) &&
    !CONDITION.test(facts.phrase)
  );
}

/** "Allegedly", "is said to"; but "was supposed to leave" was a duty. */
export function isHearsay({ counts, phrase }: Facts): boolean {
  const duties = phrase.match(/\bsupposed to\b/g)?.length ?? 0;
  return counts.hearsay > duties || PASSED_ON.test(phrase);
}

/** "You said you would": the promise is ahead no more, it was given. */
export function chargesWithWords({ phrase }: Facts): boolean {
  return YOU_SAID.test(phrase);
}

/** "Her plan would cost a trillion": somebody reckoned it, and it can be reckoned again; "we will create" is a vow. */
export function isReckoned({ phrase, figures }: Facts): boolean {
  return RECKONED.test(phrase) && figures.some(isMeasured);
}

/** "Pottinger must repay £41,500", "he would miss six games": of somebody else, and in numbers: laid down or reckoned somewhere. */
export function isLaidDown(facts: Facts): boolean {
  return (
    facts.figures.some(({ unit }) => unit !== null && unit !== "o'clock") &&
    !opensWith(facts, FIRST_PERSON) &&
    !CONDITION.test(facts.phrase)
  );
}

const FIRST_PERSON = /^(?:i|we|us|me|our|my|let|let's|you)(?:'|$)/;
