// Years of an era, by the letters beside them: "AD 40", "80 BC", "between AD 40 and 75". Pure.
import { isFunctionWord, type Token } from '../text/tokens.ts';

const BEFORE = /^(?:AD|A\.D\.?)$/;
const BEHIND = /^(?:BCE?|AD|CE|B\.C\.?(?:E\.?)?|A\.D\.?)$/;
const JOINT = /^(?:and|to|or|until|[-–—/])$/;

/** Whether the number at a token is a year of an era, or stands beside one. */
export function isOfEra(tokens: readonly Token[], at: number): boolean {
  if (!isYear(tokens[at])) return isOpening(tokens, at);
  if (BEFORE.test(tokens[at - 1]?.text ?? '') || isBehind(tokens, at)) return true;
  const isEnd =
    JOINT.test(tokens[at - 1]?.key ?? '') && isYear(tokens[at - 2]) && BEFORE.test(tokens[at - 3]?.text ?? '');
  if (isEnd) return isOver(tokens[at + 1]);
  return JOINT.test(tokens[at + 1]?.key ?? '') && isYear(tokens[at + 2]) && isBehind(tokens, at + 2);
}

/** "AD" itself, which opens no figure. */
function isOpening(tokens: readonly Token[], at: number): boolean {
  return BEFORE.test(tokens[at]?.text ?? '') && isYear(tokens[at + 1]);
}

function isYear(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,4}$/.test(token.text);
}

/** "80 BC.", "in 300 BCE and", but neither "500 BC residents" nor "12 BC Ferries". */
function isBehind(tokens: readonly Token[], at: number): boolean {
  return BEHIND.test(tokens[at + 1]?.text ?? '') && isOver(tokens[at + 2]);
}

/** Nothing follows that could be counted. */
function isOver(next: Token | undefined): boolean {
  return next === undefined || (next.kind === 'mark' && !/^[%°$€£]$/.test(next.text)) || isFunctionWord(next);
}
