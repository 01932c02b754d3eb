// When "one" counts something: "one person was killed", but no juror, no "one day", no "the one". Pure.
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { MAGNITUDES, UNITS } from './number-words.ts';

const NEVER_BEHIND =
  /^(?:no|the|this|that|any|every|which|each|some|another|every|first|last|next|new|old|good|bad|big|small|whole)$/;
/** What is counted by the piece wherever it stands. */
const ALWAYS_COUNTED =
  /^(?:percent|percentage|degree|ton|tonne|metre|meter|mile|kilometre|kilometer|centimetre|centimeter|inch|foot|yard|acre|hectare|litre|liter|gallon|barrel|pound|euro|dollar|cent|penny|seat|vote|dose|abstention|goal|wicket|point|run|death|fatality|injury|casualty|arrest|survivor|count|dead|wounded|injured|missing|full-time|part-time)$/;
const SPANS = /^(?:second|minute|hour|day|night|week|fortnight|month|season|year|decade|century)$/;
/** Before a span it lasts so long: "for one year". Elsewhere "one day" is some day. */
const BEFORE_SPANS =
  /^(?:for|in|within|after|over|than|least|most|only|just|about|nearly|almost|and|of|to|under|last|past|next|by)$/;
const BEHIND_SPANS = /^(?:later|ago|earlier|before|old|after|long)$/;
const BENDS =
  /^(?:only|just|least|most|than|exactly|nearly|almost|about|roughly|up|additional|further|total|to|barely)$/;
const HARM =
  /^(?:kills?|killed|killing|wounds?|wounded|wounding|injured|injuring|injures|died|dead|hurt|missing|drowned|arrested|detained|rescued|hospitali[sz]ed|kidnapped|executed|beheaded|perished)$/;
/** So many words around are looked at for harm or another number. */
const NEAR = 6;

/** Whether the "one" at a token is a number. */
export function countsOne(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (!next || tokens[at]?.is_possessive) return false;
  if (isPartOfMany(tokens, at + 1) || isRough(tokens, at + 1)) return true;
  if (next.kind !== 'word' || isFunctionWord(next) || NEVER_BEHIND.test(before?.key ?? '')) return false;
  if (ALWAYS_COUNTED.test(next.key)) return true;
  if (SPANS.test(next.key)) return BEFORE_SPANS.test(before?.key ?? '') || BEHIND_SPANS.test(tokens[at + 2]?.key ?? '');
  if (/(?:ing|n't|'d|'s|'ll)$/.test(next.key)) return false;
  return BENDS.test(before?.key ?? '') || isBesideNumber(tokens, at) || isHarmed(tokens, at);
}

/** "One in three", "one of every nine", "one out of ten". */
function isPartOfMany(tokens: readonly Token[], at: number): boolean {
  const [joint, next, last] = [tokens[at]?.key, tokens[at + 1], tokens[at + 2]];
  if (joint === 'in')
    return isNumber(next) || /^(?:every|each)$/.test(next?.key ?? '') || MAGNITUDES.has(last?.key ?? '');
  if (joint === 'of') return next?.key === 'every';
  return joint === 'out' && next?.key === 'of' && (isNumber(last) || last?.key === 'every');
}

/** "One or two", "one to three". */
function isRough(tokens: readonly Token[], at: number): boolean {
  return /^(?:or|to)$/.test(tokens[at]?.key ?? '') && isNumber(tokens[at + 1]);
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' || UNITS.has(token?.key ?? '');
}

/** "Two adults and one child", "one goalkeeper, two defenders": set beside what else is counted. */
function isBesideNumber(tokens: readonly Token[], at: number): boolean {
  const isJoint = (index: number) => /^(?:and|or|,|plus)$/.test(tokens[index]?.key ?? '');
  const isSet = (index: number) => isNumber(tokens[index]) && tokens[index + 1]?.kind === 'word';
  for (let step = 2; step <= NEAR; step += 1) {
    if (isJoint(at - 1) && isSet(at - step) && step > 2) return true;
    if (isJoint(at + step - 1) && isSet(at + step)) return true;
  }
  return false;
}

function isHarmed(tokens: readonly Token[], at: number): boolean {
  for (let index = Math.max(0, at - NEAR); index <= at + NEAR; index += 1) {
    const token = tokens[index];
    if (token && HARM.test(token.key)) return true;
  }
  return false;
}
