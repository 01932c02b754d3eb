// Leftovers: what a checker with a pencil would tick inside a sentence.
import { figuresAmong, isNoteSign } from '../entities/figures.ts';
import { namesOf } from '../entities/names.ts';
import { quotationsIn } from '../entities/quotations.ts';
import { ROLE_MODIFIERS, ROLES } from '../entities/roles.ts';
import { timesOf } from '../entities/times.ts';
import { writesNamesLarge } from '../text/languages.ts';
import { byPlace, type Range } from '../text/range.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { vocabularyOf } from '../text/vocabulary.ts';

export type LeftoverKind = 'name' | 'title' | 'number' | 'date' | 'place' | 'quotation' | 'placeholder';
export type Leftover = Range & { kind: LeftoverKind };

/** What a writer leaves to be filled in: TK, XX, ??, [ ]. */
const PLACEHOLDER = /\bTKT?K?\b|\bXX+\b|\?\?+|\[[\s_?….]*\]|\b(?:TBC|TBA|TBD)\b|_{3,}/g;

/** A quotation of this many letters or fewer is ticked whole; in a longer one its names and numbers are ticked, too. */
const TICKED_WHOLE = 80;

/** Nothing a person writes is longer; what is would only make the reading slow. */
const LONGEST_READ = 20_000;

/** The leftovers of one sentence in order. Two overlap only where a name or number stands in a long quotation. */
export function leftoversOf(text: string, whole: Range, language?: string): Leftover[] {
  const sentence = { start: whole.start, end: Math.min(whole.end, whole.start + LONGEST_READ) };
  const placeholders = mark('placeholder', placeholdersIn(text, sentence));
  const quotations = mark('quotation', quotationsIn(text, sentence, language));
  const leftovers = [...placeholders, ...quotations];
  const taken = new TakenPlaces(sentence, { placeholders, quotations });
  const add = (found: Leftover) => {
    if (taken.take(found)) leftovers.push(found);
  };
  const [tokens, times] = [tokensOf(text, sentence), timesOf(text, sentence, language)];
  mark('date', times).forEach(add);
  mark('number', figuresAmong(text, tokens, times, language)).forEach(add);
  if (writesNamesLarge(language)) namesAmong(text, tokens, language).forEach(add);
  mark('number', digitsAmong(tokens)).forEach(add);
  return leftovers.sort(byPlace);
}

const [FREE, TAKEN] = [0, -1];

/** Which letters of a sentence are spoken for: each is looked at once for each range, whatever number there is. */
class TakenPlaces {
  readonly #start: number;
  /** By letter: free, taken, or the number from 1 of the long quotation it stands in. */
  readonly #places: Int32Array;

  constructor(
    sentence: Range,
    { placeholders, quotations }: { placeholders: readonly Range[]; quotations: readonly Range[] },
  ) {
    this.#start = sentence.start;
    this.#places = new Int32Array(sentence.end - sentence.start);
    for (const [index, { start, end }] of quotations.entries())
      this.#places.fill(end - start <= TICKED_WHOLE ? TAKEN : index + 1, start - this.#start, end - this.#start);
    for (const { start, end } of placeholders) this.#places.fill(TAKEN, start - this.#start, end - this.#start);
  }

  /** Takes a range where none of its letters is taken and no quotation holds a part of it only; else false. */
  take({ start, end }: Range): boolean {
    const places = this.#places.subarray(start - this.#start, end - this.#start);
    const quotation = places[0] ?? FREE;
    if (quotation === TAKEN || places.some((place) => place !== quotation)) return false;
    places.fill(TAKEN);
    return true;
  }
}

function mark(kind: LeftoverKind, ranges: Range[]): Leftover[] {
  return ranges.map(({ start, end }) => ({ start, end, kind }));
}

/** What has a digit in it, whatever it may be: "5G", "COVID-19", "3:1". Nobody else may ask for it. */
function digitsAmong(tokens: readonly Token[]): Range[] {
  return tokens
    .filter((token, at) => /[\p{Nd}¼-¾⅐-⅞]/u.test(token.text) && !isNoteSign(tokens, at))
    .map(({ start, end }) => ({ start, end }));
}

function placeholdersIn(text: string, sentence: Range): Range[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(PLACEHOLDER)].map((found) => ({
    start: sentence.start + found.index,
    end: sentence.start + found.index + found[0].length,
  }));
}

function namesAmong(text: string, tokens: Token[], language: string | undefined): Leftover[] {
  return namesOf(tokens, vocabularyOf(text), language).flatMap((name) => [
    ...mark('title', name.role ? [name.role] : []),
    ...mark(name.is_place ? 'place' : 'name', [name]),
    ...mark('title', titleBehind(tokens, name.to)),
  ]);
}

/** "Ayoubi, deputy spokesman for the governor": the title that a comma sets behind a name. */
function titleBehind(tokens: Token[], at: number): Range[] {
  if (tokens[at]?.text !== ',') return [];
  const first = /^(?:the|an?)$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  let to = first;
  while (ROLE_MODIFIERS.has(tokens[to]?.key ?? '') && to < first + 3) to++;
  const [opening, title] = [tokens[first], tokens[to]];
  return opening && title && ROLES.has(title.key) && !title.is_capital
    ? [{ start: opening.start, end: title.end }]
    : [];
}
