// Numbers that count and measure nothing: telephones, references, houses, seats, centuries. Pure.
import { isFunctionWord, type Token } from '../text/tokens.ts';
import { unitAfter } from '../text/units.ts';
import { isDialled, isInChain } from './dialled.ts';
import { isOfEra } from './eras.ts';
import { isNumbered, KINDS } from './name-numerals.ts';
import { MAGNITUDES, UNITS } from './number-words.ts';

/** Whether the number at a token only tells one thing from another. It stays something to tick. */
export function isNoQuantity(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isBond(tokens, at)) return true;
  // "A three way meeting".
  if (tokens[at + 1]?.key === 'way' && tokens[at + 2]?.kind === 'word') return true;
  if (/^(?:between|from)$/.test(token?.key ?? '')) return isOfEra(tokens, at + 1);
  if (token?.kind === 'word') return UNITS.has(token.key) && (isNamedInWords(tokens, at) || pointsBack(tokens, at));
  if (token?.kind !== 'number') return false;
  return (
    isTornOff(tokens, at) ||
    isOfEra(tokens, at) ||
    isBand(tokens, at) ||
    isNumbered(tokens, at) ||
    isDialled(tokens, at) ||
    isInChain(tokens, at) ||
    isReference(tokens, at) ||
    isListed(tokens, at) ||
    isHouse(tokens, at) ||
    isPartOfDate(tokens, at) ||
    isBareYear(tokens, at) ||
    ORDINAL.test(token.text)
  );
}

/** "Ground Zero", "Air Force One", "a category two hurricane": a number word that is part of a name. */
function isNamedInWords(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isName = /^(?:zero|one)$/.test(token?.key ?? '') && token?.is_capital === true && before?.is_capital === true;
  const isCount = before?.key === 'count' && unitAfter(tokens, at + 1) === null;
  const isNet = before?.key === 'net' && token?.key === 'zero';
  return isName || isCount || isNet || isBand(tokens, at) || KINDS.test(before?.key ?? '');
}

/** "A band five salary", "band 6 nurses" are of a band; "the band two years ago" is none. */
function isBand(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before?.key !== 'band' || !(UNITS.get(token?.key ?? '') ?? Number(token?.text) < 10)) return false;
  return (
    unitAfter(tokens, at + 1) === null || /^(?:nurses|staff|workers|jobs|roles|posts|salaries)$/.test(next?.key ?? '')
  );
}

/** "The two are to clash", "between the two": those of whom was spoken. */
function pointsBack(tokens: readonly Token[], at: number): boolean {
  const [before, next] = [tokens[at - 1]?.key ?? '', tokens[at + 1]];
  if (
    !/^(?:the|those|these)$/.test(before) ||
    /^(?:in|out|or|to|and|hundred|thousand|million|billion)$/.test(next?.key ?? '')
  )
    return false;
  if (next?.kind === 'number' || /^[-%]$/.test(next?.text ?? '')) return false;
  return next === undefined || (next.kind === 'mark' && !/["“”‘’']/.test(next.text)) || isFunctionWord(next);
}

/** A piece of a longer number or word, and the decade of "the 90’s". */
function isTornOff(tokens: readonly Token[], at: number): boolean {
  const [first, joint, token, behind, last] = [-2, -1, 0, 1, 2].map((step) => tokens[at + step]);
  const isGlued = joint?.end === token?.start && first?.end === joint?.start;
  if (isGlued && /^[.,:]$/.test(joint?.text ?? '') && /[\p{L}\p{N}]$/u.test(first?.text ?? '')) return true;
  return /^['’]$/.test(behind?.text ?? '') && behind?.start === token?.end && last?.text === 's';
}

/** "Quoting reference 40117", "case number 12". */
function isReference(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = /^[:#]$/.test(tokens[at - 1]?.text ?? '') ? tokens[at - 2] : tokens[at - 1];
  return (
    /^\d+$/.test(token?.text ?? '') &&
    /^(?:reference|ref|number|extension|ext|docket|postcode|zip|pin)$/.test(before?.key ?? '')
  );
}

const STREET =
  /^(?:street|st|road|rd|avenue|ave|lane|drive|square|place|court|boulevard|blvd|terrace|way|crescent|close|row|gardens|quay|parade|walk|mews|broadway|hill)$/;

const AT_HOUSE = /^(?:at|outside|opposite|behind|near)$/;

/** "12 High Street", "131 West 23rd Street": up to three large words, of which the last is a street, and no "12 High Court judges". */
function isHouse(tokens: readonly Token[], at: number): boolean {
  if (!/^\d{1,5}(?:st|nd|rd|th)?$/.test(tokens[at]?.text ?? '')) return false;
  for (let to = at + 1; to < at + 5; to += 1) {
    const token = tokens[to];
    const isLarge = token?.kind === 'word' ? token.is_capital : /^\d+(?:st|nd|rd|th)$/.test(token?.text ?? '');
    if (!isLarge) return false;
    if (STREET.test(token?.key ?? '') && (to > at + 1 || /(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '')))
      return AT_HOUSE.test(tokens[at - 1]?.key ?? '') || !mayBeCounted(tokens[to + 1]);
  }
  return false;
}

const NOT_COUNTED = /^(?:and|or|in|on|at|near|was|is|has|had|were|will|when|where|after|before|as|by|for|until|since)$/;

/** "Wall Street banks": what stands behind a street may be what the number counts. */
function mayBeCounted(next: Token | undefined): boolean {
  return next?.kind === 'word' && !next.is_capital && !NOT_COUNTED.test(next.key);
}

/** "The 9/11 attacks", "7/7": a day that became a name. */
function isPartOfDate(tokens: readonly Token[], at: number): boolean {
  const [first, slash, second] = tokens[at + 1]?.text === '/' ? tokens.slice(at, at + 3) : tokens.slice(at - 2, at + 1);
  const isJoined = slash?.text === '/' && first?.end === slash.start && slash.end === second?.start;
  if (isJoined && /^(?:9 11|7 7)$/.test(`${first?.text} ${second?.text}`)) return true;
  return isDash(tokens, at) || (tokens[at - 1]?.text === '-' && isDash(tokens, at - 2));
}

/** "The 45th president": which one, not how many. */
const ORDINAL = /^[\d,]+(?:st|nd|rd|th)$/;

/** "10-year Treasury yields", "two-year gilts": which bond, and no span of anything. */
function isBond(tokens: readonly Token[], at: number): boolean {
  const joined = tokens[at]?.key.endsWith('-year')
    ? at + 1
    : tokens[at + 1]?.text === '-' && tokens[at + 2]?.key === 'year'
      ? at + 3
      : null;
  if (joined === null) return false;
  return tokens
    .slice(joined, joined + 3)
    .some(({ key }) => /^(?:treasur(?:y|ies)|bonds?|gilts?|bunds?|yields?|bills)$/.test(key));
}

/** "After 9-11": no span of nine to eleven, where nothing is counted. */
function isDash(tokens: readonly Token[], at: number): boolean {
  const [nine, dash, eleven] = tokens.slice(at, at + 3);
  if (nine?.text !== '9' || dash?.text !== '-' || eleven?.text !== '11' || dash.start !== nine.end) return false;
  return (
    /^(?:after|since|before|post|of|the|pre)$/.test(tokens[at - 1]?.key ?? '') && unitAfter(tokens, at + 3) === null
  );
}

/** "1) …", "#3", "id=4905", "VA 22301": which one of many. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const [token, before, behind] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!token || !/^\d+$/.test(token.text)) return false;
  const isGlued = before?.end === token.start;
  // "*2. The second reason".
  if (behind?.text === '.' && behind.start === token.end && tokens[at + 2]?.is_capital && token.text.length < 3)
    if (before === undefined || before.text === '*') return true;
  // "The top 25".
  if (before?.key === 'top' && behind?.kind !== 'word') return true;
  if (isGlued && /^[#=_@]$/.test(before?.text ?? '')) return true;
  if (behind?.text === ')' && behind.start === token.end && token.text.length < 3)
    return (
      before === undefined || (before.kind === 'mark' && before.text !== '(' && !/^[$€£¥~<>≥≤]$/.test(before.text))
    );
  return /^\d{5}$/.test(token.text) && /^(?:[A-Z]{2}|[A-Z]\.[A-Z]\.?)$/.test(before?.text ?? '');
}

/** "Fast forward to 2016", "the class of 1998": four digits that count nothing that stands there are a year. */
function isBareYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!/^(?:19\d\d|20[0-4]\d)$/.test(token?.text ?? '')) return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.kind === 'word' && (unitAfter(tokens, at + 1) !== null || MAGNITUDES.has(next.key))) return false;
  if (next?.kind === 'number' || /^[%°+-]$/.test(next?.text ?? '')) return false;
  return /^(?:to|forward|back|of|and|or|until|,|\(|–|—)$/.test(before?.key ?? '') || before === undefined;
}
