// What so many are counted against: "110 per 100,000", "30 centimetres per second", "$74 a barrel". Pure.
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { MAGNITUDES } from './number-words.ts';
import { numeralAt } from './numerals.ts';

/** `reach`: behind the last token that belongs to the figure, since the number that is counted against counts nothing. */
export type Rate = { words: string; reach: number };

/** The words of a unit that count: "tonnes" of "tonnes per year". */
export function countedWords(unit: string): string {
  return unit.replace(/(?:^| )(?:per|por|par|pro|je|al|ao|im|am) .*$| (?:a|à) la .*$| each$/, '');
}

/** So many words of a unit may stand before "per". */
const NEAR = 4;

/** The rate behind an amount and its unit, or null. */
export function rateAfter(tokens: readonly Token[], from: number): Rate | null {
  const at = joint(tokens, from);
  const next = tokens[at + 1];
  if (/^(?:apiece|each)$/.test(tokens[at]?.key ?? '') && at === from && !isPeriod(tokens, at))
    return { words: 'each', reach: from };
  if (!next) return null;
  const part = ofEvery(tokens, at, from);
  if (part) return part;
  if (tokens[at]?.key !== 'per') return isPeriod(tokens, at) ? { words: `per ${next.text}`, reach: from } : null;
  return against(tokens, at, from) ?? perSized(tokens, at, from) ?? perNoun(tokens, at, from);
}

/** The place of "per", of "a" or of "each", past the words of the unit. */
function joint(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + NEAR && isUnitWord(tokens[at])) at += 1;
  return at;
}

function isUnitWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.is_capital || /^(?:per|an?|each|every|apiece)$/.test(token.key)) return false;
  return token.key === 'of' || !isFunctionWord(token);
}

const MONEY =
  /^(?:dollar|pound|euro|shilling|rupee|rand|naira|cedi|peso|krona|franc|yen|yuan|rouble|ruble|taka|ringgit)$/;
const COINS = /^(?:cents?|pence|p|penn(?:y|ies)|paise|kobo|pesewas?|centavos?|öre|øre|kopecks?)$/;

/** "61 cents of every shilling", "40p of each pound". */
function ofEvery(tokens: readonly Token[], at: number, from: number): Rate | null {
  const noun = tokens[at + 1];
  if (noun === undefined || !/^(?:every|each)$/.test(tokens[at]?.key ?? '') || tokens[at - 1]?.key !== 'of')
    return null;
  const isCoin = COINS.test((tokens[at - 2]?.key ?? '').replace(/^\d+/, ''));
  return isCoin && MONEY.test(noun.key) ? { words: `per ${noun.text}`, reach: from } : null;
}

const PERIOD = /^(?:second|minute|hour|day|night|week|fortnight|month|quarter|season|year|decade|semester|shift)$/;
/** What is sold by the piece or the measure. */
const TRADED =
  /^(?:barrel|ounce|share|tonne|ton|lit(?:re|er)|gallon|kilo|kilogram|kg|pound|pint|bushel|quintal|acre|hectare|head|person|piece|unit|ticket|bottle|dose|pack|bag|sack|crate|box|container|cup|plate|mile|kilomet(?:re|er)|met(?:re|er)|game|match|seat|household|pupil|student|child|vote|pop|token|share|copy|litre)$/;
/** "A year ago", "a day after": when, not how often. */
const SINCE = /^(?:ago|earlier|later|before|after|old|since|into)$/;

/** "A week", "each month", "a barrel", but not "a month earlier" or "a day after". */
function isPeriod(tokens: readonly Token[], at: number): boolean {
  const [word, noun, next] = [tokens[at]?.key ?? '', tokens[at + 1]?.key ?? '', tokens[at + 2]?.key ?? ''];
  if (/^(?:each|every)$/.test(word)) return PERIOD.test(noun);
  if (!/^an?$/.test(word)) return false;
  return TRADED.test(noun) || (PERIOD.test(noun) && !SINCE.test(next));
}

/** "110 per 100,000", "1.5 per thousand boilers": the number that is counted against counts nothing. */
function against(tokens: readonly Token[], at: number, from: number): Rate | null {
  const next = tokens[at + 1];
  const size = MAGNITUDES.get(next?.key ?? '');
  const counted = size ? { to: at + 2, value: size } : next?.kind === 'number' ? numeralAt(tokens, at + 1) : null;
  if (!counted || counted.value < 100) return null;
  const printed = tokens.slice(at + 1, counted.to).map(({ text }) => text);
  const nouns = unitAfter(tokens, counted.to);
  return { words: ['per', ...printed, ...(nouns ? [nouns] : [])].join(' '), reach: size ? from : counted.to };
}

/** "Per 40-foot box": what is so large; its size is a figure of its own. */
function perSized(tokens: readonly Token[], at: number, from: number): Rate | null {
  const [number, hyphen, measure, noun] = tokens.slice(at + 1, at + 5);
  if (number?.kind !== 'number' || hyphen?.text !== '-' || measure?.kind !== 'word' || noun?.kind !== 'word')
    return null;
  const isGlued = hyphen.start === number.end && hyphen.end === measure.start;
  if (!isGlued || !TRADED.test(noun.key)) return null;
  return { words: `per ${number.text}-${measure.text} ${noun.text}`, reach: from };
}

/** "Per litre", "per cubic metre", "per capita". */
function perNoun(tokens: readonly Token[], at: number, from: number): Rate | null {
  const [first, second] = [tokens[at + 1], tokens[at + 2]];
  if (first?.kind !== 'word' || first.is_capital || isFunctionWord(first) || first.key === 'cent') return null;
  const isSort =
    /^(?:cubic|square|full-time|head|standard)$/.test(first.key) && second?.kind === 'word' && !isFunctionWord(second);
  return { words: `per ${first.text}${isSort ? ` ${second.text}` : ''}`, reach: from };
}
