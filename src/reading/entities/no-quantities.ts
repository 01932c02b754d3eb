// Numbers that count and measure nothing: telephones, references, houses, seats, centuries. Pure.
import type { Token } from '../text/tokens.ts';
import { isNumbered } from './name-numerals.ts';

/** Whether the number at a token only tells one thing from another. It stays something to tick. */
export function isNoQuantity(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  return (
    isNumbered(tokens, at) ||
    isDialled(tokens, at) ||
    isReference(tokens, at) ||
    isHouse(tokens, at) ||
    isPartOfDate(tokens, at) ||
    isOrdinalOfName(tokens, at)
  );
}

/** No count is printed without separators at such a length. */
const UNPARTED = /^\d{9,}$/;
/** "0800": no quantity begins with a nought, but nought point something. */
const DIALLED = /^0\d+$/;

/** "0800 555 111", "call 101", "12210098764". */
function isDialled(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return false;
  if (UNPARTED.test(token.text) || DIALLED.test(token.text)) return true;
  const isDigits = /^\d{2,}$/.test(token.text);
  if (isDigits && (before?.kind === 'number' || /^[-)]$/.test(before?.text ?? '')) && at > 1) {
    const first = before?.kind === 'number' ? at - 1 : at - 2;
    if (isDialled(tokens, first) && (tokens[at]?.start ?? 0) - (tokens[first]?.end ?? 0) <= 2) return true;
  }
  const isCalled = /^(?:call|calling|dial|dialling|ring|phone|telephone|tel|text|texting)$/.test(before?.key ?? '');
  return isCalled && isDigits && next?.kind !== 'word' && /^\d{3,6}$/.test(token.text);
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
  return isJoined && /^(?:9 11|7 7)$/.test(`${first?.text} ${second?.text}`);
}

/** "20th-century", "the 3rd Brigade", "the 42nd Street". */
function isOrdinalOfName(tokens: readonly Token[], at: number): boolean {
  if (!/^\d+(?:st|nd|rd|th)$/.test(tokens[at]?.text ?? '')) return false;
  const next = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
  return (
    /^(?:century|centuries)$/.test(next?.key ?? '') ||
    (next?.is_capital === true &&
      /^(?:brigade|division|battalion|regiment|army|fleet|infantry|amendment|congress|circuit|district|street|avenue|arrondissement)$/.test(
        next.key,
      ))
  );
}
