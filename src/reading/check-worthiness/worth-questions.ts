// What is asked of the facts of a sentence when its check-worthiness is judged.
import { isWeather } from '../attribution/non-speakers.ts';
import type { Figure } from '../entities/figures.ts';
import { ROLES } from '../entities/roles.ts';
import { isSuperlative } from '../text/superlatives.ts';
import type { Token } from '../text/tokens.ts';
import { type Facts, isPassedOn } from './worth-facts.ts';
import { DOERS, MUSINGS, REPORTING } from './worth-words.ts';

/** Within the first words, where a sentence says whose it is. */
export function opensWith({ words }: Facts, pattern: RegExp): boolean {
  return words.slice(0, 6).some((word) => pattern.test(word.key));
}

/** A person, by name, role or "he", or a body, of whom the sentence tells what they did. */
export function tellsOfSomebody(facts: Facts): boolean {
  if (facts.named > 0 || opensWith(facts, /^(?:he|she|they|you|we)(?:'ve|'d)?$/)) return true;
  return facts.words.slice(0, 6).some(({ key }) => isDoer(key) || isDoer(key.replace(/s$/, '')));
}

function isDoer(key: string): boolean {
  return DOERS.has(key) || ROLES.has(key);
}

/** "I think", "we all hope", "I'm very proud": what follows is held, not told. */
export function muses({ words }: Facts): boolean {
  return words.some(
    (word, at) =>
      MUSINGS.has(word.key) && words.slice(Math.max(0, at - 3), at).some(({ key }) => /^(?:i|we)\b/.test(key)),
  );
}

/** These stand between a subject and its verb, as words in -ly do. */
const BESIDES = new Set(['just', 'also', 'never', 'often', 'once']);

/** A word of saying with somebody else to it: not "the wind said", "I tell you", "as I said". */
export function handsOver({ words }: Facts): boolean {
  let before: Facts['words'][number] | undefined;
  for (const [at, word] of words.entries()) {
    if (REPORTING.has(word.key) || saysPlainly(word, at, words)) {
      const isOwnTalk = /^(?:said|told)$/.test(word.key) && /^i(?:'ve|'d)?$/.test(before?.key ?? '');
      if (!isOwnTalk && !isWeather(before) && !isPassedOn(at, words)) return true;
    }
    if (!word.key.endsWith('ly') && !BESIDES.has(word.key)) before = word;
  }
  return false;
}

/** "Critics say": the present of many; not "I would say", "let me say". */
function saysPlainly(word: Token, at: number, words: readonly Token[]): boolean {
  const before = words[at - 1]?.key ?? '';
  return (
    word.key === 'say' &&
    at > 0 &&
    !/^(?:i|you|we|to|me|us|please|so|just|would|will|can|could|must|should|may|might|let|not|don't|i'd|i'll|'d)$/.test(
      before,
    )
  );
}

/** A few quoted words in a sentence of the article's own; a sentence that is all quotation is judged by what it says. */
export function quotesSome({ reading: { quoted } }: Facts): boolean {
  const inside = quoted.filter((quotation) => quotation >= 0).length;
  return inside > 0 && inside * 2 < quoted.length;
}

/** A superlative that is not the bend of a number: "at least 24", "at most a dozen" say nothing of rank. */
export function isOutstanding(word: Token, at: number, words: readonly Token[]): boolean {
  return isSuperlative(word) && words[at - 1]?.key !== 'at';
}

const BEING = /^(?:is|are|was|were|been|being|am|(?:we|they|you)'re|(?:he|she|it)'s|isn't|aren't|wasn't|weren't)$/;

/** "are leaving", "is still paying": the case now; "is going to" is a plan. */
export function goesOn(word: Token, at: number, words: readonly Token[]): boolean {
  if (!word.key.endsWith('ing') || word.key === 'going' || !/[a-z]{2}ing$/.test(word.key)) return false;
  return words.slice(Math.max(0, at - 2), at).some(({ key }) => BEING.test(key));
}

/** Whether the sentence is pinned to a time that has been, or to a date; not how long something took. */
export function hasNamedTime({ reading }: Facts): boolean {
  return reading.times.some(
    ({ kind, start, end }) =>
      kind !== 'duration' && !/tonight|tomorrow|next|coming|from now/i.test(reading.text.slice(start, end)),
  );
}

const SPAN_OF_TIME =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|o'clock)\b/i;

const MONEY_OR_SHARE =
  /^(?:[$€£¥₹%]|(?:share|per ?cent|dollars?|cents?|euros?|pounds?|pence|crowns?|francs?|rupees?|yen|yuan|roubles?|rubles?|pesos?|rand|lira|dirhams?)\b)/i;

/** A number of something: not how long a thing takes, and not "one day", "one thing". */
export function isMeasured({ unit, low, comparator, value }: Figure): boolean {
  // "Gave them 150 billion": nobody counts anything but money or people in millions, and no route or age has so many.
  if (unit === null) return low !== null && low >= 1e6 && /(?:million|billion|trillion|\d(?:mn?|bn|tn))\b/i.test(value);
  if (SPAN_OF_TIME.test(unit) || isEmphasis({ unit, value })) return false;
  return MONEY_OR_SHARE.test(unit) || !(low !== null && low <= 1 && comparator === '=');
}

export function isMoneyOrShare({ unit, value }: Figure): boolean {
  return MONEY_OR_SHARE.test(unit ?? '') && !isEmphasis({ unit, value });
}

/** "We will build it, one hundred percent": so much is said of what nobody measured. */
function isEmphasis({ unit, value }: Pick<Figure, 'unit' | 'value'>): boolean {
  return unit === '%' && /^(?:110|one hundred|a hundred)\b/i.test(value);
}
