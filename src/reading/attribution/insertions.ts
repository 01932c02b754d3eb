// Subjects with something set between them and their verb: "Ida Moor, 59, of Ostrel, said". Pure.
import { itemAt } from '#src/item-at.ts';
import { ROLES } from '../entities/roles.ts';
import type { SentenceReading } from '../entities/sentence-reading.ts';
import { PRONOUNS } from '../text/function-words.ts';
import { LONGEST, type Subject } from './inverted-subjects.ts';
import { made, phraseStart } from './subject-phrases.ts';

/** Single words that a writer sets between commas: "Some residents, however, question". */
export const INTERJECTED =
  /^(?:however|meanwhile|though|too|also|instead|therefore|nevertheless|nonetheless|then|again|for)$/;

/** "Ayoubi, spokesman for the governor, said" and "Rep. Moore (D-Wis.) said": the subject goes on before the insertion. */
export function aroundInsertion(reading: SentenceReading, to: number): Subject | null {
  const close = itemAt(reading.tokens, to - 1).text;
  if (close === ',' && reading.tokens[to - 3]?.text === ',' && INTERJECTED.test(reading.tokens[to - 2]?.key ?? '')) {
    const from = phraseStart(reading, to - 3);
    return from < to - 3 ? made(reading, from, to - 3) : null;
  }
  let from = beforeInsertion(reading, to);
  if (from === null) return null;
  // "…, the operator, Northvein, announced": an office and its name are whole.
  const isNamed = reading.names.some(
    (name) => name.to === to - 1 && !name.is_place && reading.tokens[name.from - 1]?.text === ',',
  );
  while (
    isApposition(reading, from) &&
    !(isNamed && /^(?:the|its|his|her|their)$/.test(itemAt(reading.tokens, from).key))
  ) {
    const further = withOrigin(reading, phraseStart(reading, from - 1));
    if (further >= from - 1 || PRONOUNS.has(itemAt(reading.tokens, further).key)) break;
    from = further;
  }
  const isDouble = close === '-' && reading.tokens[to - 2]?.text === '-';
  return made(reading, from, close === ')' ? to : to - (isDouble ? 2 : 1));
}

/** Where the phrase before the insertion that ends here begins: before a comma's comma, a dash's dash, a bracket's bracket. */
function beforeInsertion(reading: SentenceReading, to: number): number | null {
  const close = itemAt(reading.tokens, to - 1).text;
  const open = close === ')' ? '(' : close;
  const isDouble = close === '-' && reading.tokens[to - 2]?.text === '-';
  let at = isDouble ? to - 3 : to - 2;
  let isQuoted = false;
  while (at > 0 && to - at < LONGEST && (reading.tokens[at]?.text !== open || (reading.quoted[at] ?? -1) >= 0)) {
    isQuoted ||= (reading.quoted[at] ?? -1) >= 0;
    at--;
  }
  // "Moor, who called it “odd”, said": marked words are told of her there.
  if (isQuoted && !/^(?:who|which|whose)$/.test(reading.tokens[at + 1]?.key ?? '')) return null;
  if (at <= 0 || reading.tokens[at]?.text !== open || at === to - 2) return null;
  if ((reading.quoted[at - 1] ?? -1) >= 0 && reading.tokens[at - 1]?.kind === 'mark') return null;
  if (isDouble && reading.tokens[at - 1]?.text === '-') at--;
  const from = phraseStart(reading, at);
  return from < at ? withOrigin(reading, from) : null;
}

/** From "of" where the phrase is a place after a comma: ", of Ashton". */
function withOrigin(reading: SentenceReading, from: number): number {
  return /^(?:of|from)$/.test(reading.tokens[from - 1]?.key ?? '') && reading.tokens[from - 2]?.text === ','
    ? from - 1
    : from;
}

/** "…, the attorney general of Oklahoma, one of the states, said": what follows a comma and opens small adds to a name. */
function isApposition(reading: SentenceReading, from: number): boolean {
  const first = itemAt(reading.tokens, from);
  return (
    reading.tokens[from - 1]?.text === ',' &&
    ((!first.is_capital && /^(?:the|an?|one|its|his|her|their|and)$/.test(first.key)) ||
      ROLES.has(first.key) ||
      isAgeOrPlace(reading, from))
  );
}

/** "Ida Moor, 59, of Ashton, Md.,": how old somebody is, and from where. */
function isAgeOrPlace(reading: SentenceReading, from: number): boolean {
  const [first, next] = [reading.tokens[from], reading.tokens[from + 1]];
  if (/^\d{1,3}$/.test(first?.text ?? '')) return next?.text === ',';
  if (first?.key === 'of' || (first?.key === 'from' && next?.is_capital)) return true;
  return (
    /^(?:\p{Lu}\.){1,2}$|^\p{Lu}\p{L}{1,4}\.?$/u.test(first?.text ?? '') &&
    reading.tokens.slice(Math.max(0, from - 4), from).some(({ key }) => key === 'of' || key === 'in' || key === 'from')
  );
}
