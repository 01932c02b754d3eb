// Telephone numbers and codes: "0800 555 111", "(212) 555-0147", "call 101", "4-4-2". Pure.
import { isFunctionWord, type Token } from '../text/tokens.ts';

/** No count is printed without separators at such a length. */
const UNPARTED = /^\d{9,}$/;
/** "0800": no quantity begins with a nought, but nought point something. */
const DIALLED = /^0\d+$/;

/** So many groups of digits are one telephone number at most, behind its first: what is longer is a table. */
const GROUPS_BEHIND = 6;

/** "0800 555 111", "call 101", "12210098764". */
export function isDialled(tokens: readonly Token[], at: number, groups = GROUPS_BEHIND): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return false;
  if (UNPARTED.test(token.text) || DIALLED.test(token.text)) return true;
  const isDigits = /^\d{2,}$/.test(token.text);
  if (isDigits && isAreaCode(tokens, at)) return true;
  if (groups > 0 && isDigits && (before?.kind === 'number' || /^[-)]$/.test(before?.text ?? '')) && at > 1) {
    const first = before?.kind === 'number' ? at - 1 : at - 2;
    if (isDialled(tokens, first, groups - 1) && (tokens[at]?.start ?? 0) - (tokens[first]?.end ?? 0) <= 2) return true;
  }
  const isCalled = /^(?:call|calling|dial|dialling|ring|phone|telephone|tel|text|texting)$/.test(before?.key ?? '');
  return isCalled && isDigits && (next?.kind !== 'word' || isFunctionWord(next)) && /^\d{3,6}$/.test(token.text);
}

/** "(212) 555-0147", "+44 20 7946 0958". */
function isAreaCode(tokens: readonly Token[], at: number): boolean {
  const text = (step: number) => tokens[at + step]?.text ?? '';
  const isOfThree = (step: number) => /^\d{3}$/.test(text(step));
  const isLine = (step: number) => isOfThree(step) && text(step + 1) === '-' && /^\d{4}$/.test(text(step + 2));
  if (text(-1) === '(' && isOfThree(0) && text(1) === ')' && isLine(2)) return true;
  if (text(-1) === ')' && text(-3) === '(' && isOfThree(-2) && isLine(0)) return true;
  return text(-1) === '+' && tokens[at - 1]?.end === tokens[at]?.start && tokens[at + 1]?.kind === 'number';
}

/** "732-555-0199", "4-4-2": three numbers and more in a chain are a telephone, a code, a formation. */
export function isInChain(tokens: readonly Token[], at: number): boolean {
  // Two links are enough, and no chain is walked to its end for each of its numbers.
  const isFirst = isLinked(tokens, at) && isLinked(tokens, at + 2);
  const isLast = isLinked(tokens, at - 2) && isLinked(tokens, at - 4);
  return isFirst || isLast || (isLinked(tokens, at - 2) && isLinked(tokens, at));
}

/** A bare number with a hyphen to the next. */
function isLinked(tokens: readonly Token[], at: number): boolean {
  const [number, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isGlued = /^[-–.]$/.test(hyphen?.text ?? '') && hyphen?.start === number?.end && hyphen?.end === next?.start;
  return isGlued && /^\d+$/.test(number?.text ?? '') && /^\d+$/.test(next?.text ?? '');
}
