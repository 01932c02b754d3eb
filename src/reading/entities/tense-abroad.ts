// Whether what is said abroad at a time lies behind or ahead: from the verbs of its clause. Pure.
import type { TenseWords } from '../lexicons/lexicon.ts';
import type { Range } from '../text/range.ts';
import type { Tense } from './tense.ts';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** What parts one clause from the next. */
const EDGE = /[,;:()«»„“”"—–?!]/;

/** The tense of a time in its clause: the nearest verb before it decides, then the nearest behind. Null where none says. */
export function tenseAbroad(text: string, { start, end }: Range, time: Range, words: TenseWords): Tense {
  const before = wordsOf(clauseBefore(text.slice(start, time.start), words)).reverse();
  // "Desde el lunes": the preposition stands before the article, or begins the time itself.
  const leading = [firstOf(text, time), ...before.slice(0, 2)];
  if (leading.some((word) => words.since.test(word))) return 'past';
  const rest = text.slice(time.end, end);
  const behind = wordsOf(
    clauseBehind(
      rest,
      before.every(({ length }) => length < 4),
    ),
  );
  const tense = firstTense(before, { behind, words, isBefore: true }) ?? firstTense(behind, { behind, words });
  // "Estuvo cerrado hasta el lunes" tells of a day that may lie on either side.
  const isUntil = leading.some((word) => words.until.test(word));
  return isUntil && tense === 'past' ? null : (tense ?? null);
}

function firstOf(text: string, { start, end }: Range): string {
  return /^\p{L}+/u.exec(text.slice(start, end))?.[0].toLowerCase() ?? '';
}

/** Names are no verbs: words with capitals count only at the head of a sentence. */
function wordsOf(clause: string): string[] {
  return [...clause.matchAll(WORD)]
    .filter(({ 0: word, index }) => index === 0 || !/^\p{Lu}/u.test(word))
    .map(([word]) => word.toLowerCase());
}

function clauseBefore(before: string, { that }: TenseWords): string {
  const piece = before.slice(lastEdge(before) + 1);
  const opening = [...piece.matchAll(WORD)].findLast(([word]) => that.test(word.toLowerCase()));
  return opening ? piece.slice(opening.index + opening[0].length) : piece;
}

function lastEdge(piece: string): number {
  for (let at = piece.length - 1; at >= 0; at -= 1)
    if (EDGE.test(piece.charAt(at)) && !isInNumber(piece, at)) return at;
  return -1;
}

/** The rest of the clause; behind a time that opens its sentence ("El lunes, el ministro dijo") also what follows a comma. */
function clauseBehind(rest: string, opens: boolean): string {
  const piece = opens ? rest.replace(/^\s*,/, ' ') : rest;
  for (let at = 0; at < piece.length; at += 1)
    if (EDGE.test(piece.charAt(at)) && !isInNumber(piece, at)) return piece.slice(0, at);
  return piece;
}

function isInNumber(piece: string, at: number): boolean {
  return /\d/.test(piece.charAt(at - 1)) && /\d/.test(piece.charAt(at + 1));
}

type Around = { behind: readonly string[]; words: TenseWords; isBefore?: boolean };

function firstTense(found: readonly string[], { behind, words, isBefore = false }: Around): Tense | undefined {
  for (const [at, word] of found.entries()) {
    const rest = isBefore ? [...found.slice(0, at).toReversed(), ...behind] : found.slice(at + 1);
    const tense = words.tenseOf(word, rest);
    if (tense !== undefined) return tense;
  }
  return undefined;
}
