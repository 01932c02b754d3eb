// Leftovers: what a checker with a pencil would tick inside a sentence.
import { figuresOf } from './figures.ts';
import { writesNamesLarge } from './languages.ts';
import { namesOf } from './names.ts';
import { quotationsIn } from './quotations.ts';
import { byPlace, contains, overlaps, type Range } from './range.ts';
import { ROLE_MODIFIERS, ROLES } from './roles.ts';
import { timesOf } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';

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
  const leftovers = mark('placeholder', placeholdersIn(text, sentence));
  const quotations = mark('quotation', quotationsIn(text, sentence));
  leftovers.push(...quotations);
  const ticked = quotations.filter((quotation) => quotation.end - quotation.start <= TICKED_WHOLE);
  const add = (found: Leftover) => {
    const isTaken = leftovers.some((each) => each.kind !== 'quotation' && overlaps(each, found));
    const straddles = quotations.some((each) => overlaps(each, found) && !contains(each, found));
    if (!isTaken && !straddles && !ticked.some((each) => overlaps(each, found))) leftovers.push(found);
  };
  mark('date', timesOf(text, sentence)).forEach(add);
  mark('number', figuresOf(text, sentence)).forEach(add);
  if (writesNamesLarge(language)) namesIn(text, sentence).forEach(add);
  return leftovers.sort(byPlace);
}

function mark(kind: LeftoverKind, ranges: Range[]): Leftover[] {
  return ranges.map(({ start, end }) => ({ start, end, kind }));
}

function placeholdersIn(text: string, sentence: Range): Range[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(PLACEHOLDER)].map((found) => ({
    start: sentence.start + found.index,
    end: sentence.start + found.index + found[0].length,
  }));
}

function namesIn(text: string, sentence: Range): Leftover[] {
  const tokens = tokensOf(text, sentence);
  return namesOf(tokens, vocabularyOf(text)).flatMap((name) => [
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
