// Whether a full stop, a question mark or an ellipsis ends a sentence, and where the sentence then ends.
import { FUNCTION_WORDS, PREPOSITIONS } from '../text/function-words.ts';
import { isSpaceCode, type Range } from '../text/range.ts';
import { ANNOUNCING_VERBS } from '../text/speech-verbs.ts';
import { AFTER_A_TIME, BEFORE_NUMBERS, NEVER_LAST, SOMETIMES_LAST, SOMETIMES_LAST_CAPITAL } from './abbreviations.ts';

/** A run of marks that can end a sentence; dots may stand apart (". . ."). */
export const TERMINATORS = /[.!?…。！？؟۔।｡](?: ?[.!?…。！？؟۔।｡]){0,12}/g;

const CLOSERS = new Set('"\'”’“»›)]}」』）】*_');
const OPENERS = new Set('"\'“‘«‹([{„「『（【');
const NO_SPACE_NEEDED = /[。！？｡।۔]/;

const INSIDE_WORDS = new Set("°&'’-.");

/** How much of a text around a mark is ever looked at. */
const NEARBY = 60;

type Mark = { text: string; sentence: Range; marks: string; before: string; after: string; end: number; next: number };

/**
 * Where the sentence ends that these marks close, or null where it goes on. `sentence` is what is read of it so far,
 * up to the end of its paragraph; `found` the run of marks.
 */
export function endsSentence(text: string, sentence: Range, found: Range): number | null {
  const marks = text.slice(found.start, found.end);
  const early = endInsideDots(text, marks, found);
  if (early !== null && hasWordAfter(text, { start: found.end, end: sentence.end })) return early;
  const end = afterClosers(text, found.end, sentence.end);
  const next = afterSpace(text, end, sentence.end);
  if (next >= sentence.end) return null;
  const mark: Mark = {
    text,
    sentence,
    marks,
    before: text.slice(Math.max(sentence.start, found.start - NEARBY), found.start),
    after: text.slice(next, Math.min(sentence.end, next + NEARBY)),
    end,
    next,
  };
  return goesOn(mark) ? null : end;
}

/** "compounds. . . . The", "members. ... The": the stop belongs to the sentence, the dots to what was left out after it. */
function endInsideDots(text: string, marks: string, found: Range): number | null {
  const isAttached = /[\p{Ll}\d"”’)\]]/u.test(text.charAt(found.start - 1));
  if (!isAttached || !/^[.!?] (?:\. \. \.|\.{2,}|…)$/.test(marks)) return null;
  return found.start + 1;
}

function hasWordAfter(text: string, rest: Range): boolean {
  return /^\s+\p{Lu}/u.test(text.slice(rest.start, Math.min(rest.end, rest.start + 4)));
}

function afterClosers(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLOSERS.has(text.charAt(at))) at++;
  if (isLooseCloser(text, at)) at += 2;
  at = Math.min(end, afterNoteSigns(text, at));
  const reopened = at > from && at < end && OPENERS.has(text.charAt(at - 1)) && isWordCode(text.charCodeAt(at));
  return reopened ? at - 1 : at;
}

const NOTE_SIGNS = /(?:\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]){1,6}|[⁰¹²³⁴-⁹]{1,3}/y;

/** "He won.[1] She lost.": the signs that lead to notes stand with the sentence before them. */
export function afterNoteSigns(text: string, at: number): number {
  NOTE_SIGNS.lastIndex = at;
  return NOTE_SIGNS.test(text) ? NOTE_SIGNS.lastIndex : at;
}

/** "the phrase. ' And": a closing mark that slipped away from its word. */
function isLooseCloser(text: string, at: number): boolean {
  return text.charAt(at) === ' ' && /["'”’)\]]/.test(text.charAt(at + 1)) && isSpaceCode(text.charCodeAt(at + 2));
}

function afterSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191;
}

function goesOn(mark: Mark): boolean {
  if (NO_SPACE_NEEDED.test(mark.marks)) return false;
  if (mark.next === mark.end) return !runsIntoNext(mark);
  if (isInSquareBrackets(mark) || isReference(mark)) return true;
  const next = withoutOpeners(mark.after);
  if (startsLow(next) && !isInSmallLetters(mark) && !stopsPlainWord(mark, next)) return true;
  if (/^[!?]/.test(mark.marks)) return startsWithAttribution(mark, next);
  if (mark.marks.length > 1) return ellipsisGoesOn(mark, next);
  return stopGoesOn(mark, next);
}

/** "world.Today": no space, yet two sentences, if both sides are plain words. An address or a name of a file is neither. */
function runsIntoNext(mark: Mark): boolean {
  const token = /\S*$/.exec(mark.before)?.[0] ?? '';
  if (/[/@\\_]|^www\b/i.test(token) || mark.marks === '…') return false;
  return /^[^.]*(?:[a-z]{3}|\d)$/.test(token) && /^[A-Z][a-z]*(?:['’.]\S*)?(?:\s|$)/.test(mark.after);
}

function withoutOpeners(after: string): string {
  let at = 0;
  while (at < after.length && (OPENERS.has(after.charAt(at)) || after.charAt(at) === '*' || after.charAt(at) === '_'))
    at++;
  return after.slice(at);
}

function startsLow(next: string): boolean {
  const code = next.charCodeAt(0);
  if (code >= 65 && code <= 90) return false;
  return (
    /^(?:\p{Ll}|[,;:%&)\]…–—-](?![–—-]*\s*["“]?\p{Lu}))/u.test(next) &&
    !/^(?:i['’ ]|https?:|www\.|[a-z]{1,4}[A-Z])/.test(next)
  );
}

/** Somebody who writes without capitals starts sentences without them; then the stop alone must do. */
function isInSmallLetters(mark: Mark): boolean {
  const first = withoutOpeners(mark.text.slice(mark.sentence.start, mark.sentence.start + 8));
  return /^[a-z]/.test(first) && /[a-z]{3}$/.test(mark.before) && /^["']?[a-z]/.test(mark.after);
}

/** A stop right behind a whole word that is no short form ends its sentence, even if the next one starts small. */
function stopsPlainWord(mark: Mark, next: string): boolean {
  const word = /(?:^|\s)(\p{Ll}{4,})$/u.exec(mark.before)?.[1];
  if (!word || mark.marks !== '.' || !/^\p{Ll}/u.test(next) || mark.text.charAt(mark.end - 1) !== '.') return false;
  return !NEVER_LAST.has(word) && !BEFORE_NUMBERS.has(word) && !SOMETIMES_LAST.has(word);
}

/** "[sic. Smith]", "[16: firma? 13:28]": a remark in square brackets is one piece. */
function isInSquareBrackets(mark: Mark): boolean {
  const open = mark.before.lastIndexOf('[');
  if (open < 0) return false;
  if (mark.before.indexOf(']', open) >= 0 || mark.text.charAt(mark.end - 1) === ']') {
    const isOmission = /\[\s*$/.test(mark.before) && mark.text.charAt(mark.end - 1) !== '.';
    return isOmission && !startsAnew(mark.after);
  }
  return mark.after.includes(']');
}

/** "“…” (Smith 55).": where a quotation was found stands in its sentence. */
function isReference(mark: Mark): boolean {
  return /["”’]/.test(mark.text.charAt(mark.end - 1)) && /^\([^()]{1,40}\)[.;]/.test(mark.after);
}

/** What opens a quotation behind words of its own sentence: "Hale said: “We will". */
const ANNOUNCED = /[\p{L}\d][:,]\s*["“„«‘'][^"“„«]*$/u;

/** "“Why?” Smith asked": the speaker belongs to what was said. */
function startsWithAttribution(mark: Mark, next: string): boolean {
  if (mark.end === mark.sentence.end || !/["”’']$/.test(mark.text.slice(mark.end - 1, mark.end))) return false;
  const words = next.split(/\s+/, 4);
  if (!/^\p{Lu}/u.test(words[0] ?? '') || /[.!?]$/.test(words[0] ?? '')) return false;
  // "He said" with a capital is a sentence of its own, and so is what follows a quotation that was announced before it.
  if (FUNCTION_WORDS.has((words[0] ?? '').toLowerCase()) && words[0] !== 'The') return false;
  if (mark.marks === '.' && ANNOUNCED.test(mark.before)) return false;
  return words.slice(1).some((word, index) => {
    const namesBefore = words.slice(0, index + 1).every((name) => /^\p{Lu}/u.test(name));
    return namesBefore && ANNOUNCING_VERBS.has(word.replace(/[,.:]$/, ''));
  });
}

function ellipsisGoesOn(mark: Mark, next: string): boolean {
  const dots = mark.marks.replaceAll(' ', '');
  if (dots.length > 3 || !/^(?:\.\.\.?|…)$/.test(dots)) return false;
  const standsApart = /\s$/.test(mark.before) || mark.marks.includes(' ');
  return standsApart || !/^\p{Lu}/u.test(next) || /^I\b/.test(next);
}

function stopGoesOn(mark: Mark, next: string): boolean {
  const word = wordBefore(mark.before);
  const key = word.toLowerCase().replace(/^['’]/, '');
  if (isMarker(mark, word)) return true;
  if (startsWithAttribution(mark, next)) return true;
  if (NEVER_LAST.has(key)) return !/^no\b/.test(next);
  if (BEFORE_NUMBERS.has(key) && /^(?:\d|[IVXLC]{1,6}(?![\p{L}\p{N}]))/u.test(next)) return !/^I\b/.test(next);
  if (/^[ap]\.?m$/i.test(word)) return timeGoesOn(mark, next);
  if (/^\p{L}$/u.test(word)) return initialGoesOn(mark, word, next);
  if (/^(?:\p{L}\.)+\p{L}{1,2}$/u.test(word)) return !startsAnew(next) || /^(?:e\.g|i\.e)$/i.test(word);
  const capital = SOMETIMES_LAST_CAPITAL.has(word);
  if (SOMETIMES_LAST.has(key) || capital) return !startsAnew(next);
  return false;
}

/** The word that ends here, with the full stops inside it ("p.m", "U.S"); empty after a space or a mark. */
function wordBefore(before: string): string {
  let at = before.length;
  while (at > 0 && (isWordCode(before.charCodeAt(at - 1)) || INSIDE_WORDS.has(before.charAt(at - 1)))) at--;
  while (before.charAt(at) === '.' || (isSpaceCode(before.charCodeAt(at)) && at < before.length)) at++;
  return before.slice(at);
}

/** "1. The first", "a. The first": the number of a point stands with its sentence. */
function isMarker(mark: Mark, word: string): boolean {
  const read = mark.text.slice(mark.sentence.start, mark.end);
  return read.length < 8 && /^\W{0,3}(?:\d{1,3}|[a-z]|[ivxlc]{1,5})\.\)?$/i.test(read) && word.length > 0;
}

/** "At 5 a.m. Mr. Smith": an opening as short as this is no sentence; "by 6 p.m. Friday" belongs together. */
function timeGoesOn(mark: Mark, next: string): boolean {
  const first = /^[\p{L}]+/u.exec(next)?.[0] ?? '';
  if (AFTER_A_TIME.has(first) || /^\d/.test(next)) return true;
  const read = mark.text.slice(mark.sentence.start, mark.end).split(/\s+/, 6);
  return read.length < 5 && PREPOSITIONS.has((read[0] ?? '').toLowerCase());
}

/** "Albert I. Jones" goes on, "you and I. Did you" does not. */
function initialGoesOn(mark: Mark, word: string, next: string): boolean {
  const previous = previousWord(mark.before, word.length);
  if (!/^\p{Lu}/u.test(word)) return !startsAnew(next);
  const followsName = /^\p{Lu}/u.test(previous) || previous === '';
  return followsName ? !startsAnew(next) || word === 'I' : !startsAnew(next);
}

/** The word before the last `length` letters. */
function previousWord(before: string, length: number): string {
  const rest = before.slice(0, before.length - length).trimEnd();
  return rest.slice(rest.lastIndexOf(' ') + 1);
}

/** Whether what follows opens as sentences do: a small word with a capital, or a quotation. */
function startsAnew(next: string): boolean {
  const first = /^[\p{L}'’]+/u.exec(next)?.[0] ?? '';
  return /^\p{Lu}/u.test(first) && FUNCTION_WORDS.has(first.toLowerCase().replace('’', "'"));
}
