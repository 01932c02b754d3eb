// Subjects that stand behind their verb: "“…,” said the mayor", "…, said a source in the room". Pure.
import { itemAt } from '#src/item-at.ts';
import { ROLE_MODIFIERS, ROLES } from '../entities/roles.ts';
import { type SentenceReading, spanOf } from '../entities/sentence-reading.ts';
import { AUXILIARIES, FUNCTION_WORDS } from '../text/function-words.ts';
import { IRREGULAR_PASTS } from '../text/irregular-pasts.ts';
import type { Range } from '../text/range.ts';
import { ANNOUNCING_VERBS, SAYING_FORMS, TAKES_ADDRESSEE } from '../text/speech-verbs.ts';
import type { Token } from '../text/tokens.ts';
import type { Cue } from './cues.ts';

/** Tokens `from` to `to`; `isInverted`: it stands behind its verb ("said the mayor"); `pronoun`: "who" behind the source. */
export type Subject = { from: number; to: number; source: Range; isInverted: boolean; pronoun?: Range };

/** No name and title are longer than this many words. */
export const LONGEST = 30;
/** So many words and hyphens stand at most between a verb and the name: "says lead study co-author". */
const TRADE = 5;

/** The subject behind a cue: only where a quotation or a comma stands before it. */
export function subjectAfter(reading: SentenceReading, cue: Cue): Subject | null {
  const before = cue.from === 0 ? reading.tokens[0] : reading.tokens[cue.from - 1];
  const isAfterQuote = cue.from === 0 || (reading.quoted[cue.from - 1] ?? -1) >= 0;
  if (cue.kind !== 'saying' || !before || !(isAfterQuote || before.text === ',')) return null;
  // "Moor, the mayor's sister, noted the rule": behind any other verb stands what it is about.
  const isPlain =
    ANNOUNCING_VERBS.has(reading.tokens[cue.at]?.key ?? '') ||
    isNamedLast(reading, cue.to) ||
    isOfficeNamed(reading, cue.to);
  if (!isAfterQuote && !isPlain) return null;
  let to = cue.to;
  while (to < reading.tokens.length && to - cue.to < LONGEST && !endsSubject(reading, to, cue.to)) to++;
  while (to > cue.to && reading.tokens[to - 1]?.kind === 'mark' && reading.tokens[to - 1]?.text !== ')') to--;
  return to > cue.to ? { from: cue.to, to, source: spanOf(reading, cue.to, to), isInverted: true } : null;
}

/** "…, said a source in the room." with no other verb behind it: the subject stands there and not before the comma. */
export function isInvertedBehindComma(reading: SentenceReading, cue: Cue): boolean {
  const next = reading.tokens[cue.to];
  if (cue.kind !== 'saying' || reading.tokens[cue.from - 1]?.text !== ',' || !next) return false;
  // Whom somebody told stands there, and not who did.
  if (TAKES_ADDRESSEE.has(cue.verb) || reading.timed[cue.to]) return false;
  const isPlain = ANNOUNCING_VERBS.has(reading.tokens[cue.at]?.key ?? '');
  if (!isPlain && !isNamedLast(reading, cue.to) && !isOfficeNamed(reading, cue.to)) return false;
  const isSomebody =
    next.is_capital || ROLES.has(next.key) || ROLE_MODIFIERS.has(next.key) || isTradeNamed(reading, cue.to);
  if (!isSomebody && !/^(?:an?|the|one|another|two|some|many|several|his|her|their)$/.test(next.key)) return false;
  const rest = reading.tokens.slice(cue.to, cue.to + LONGEST);
  if (rest.some((_, at) => (reading.quoted[cue.to + at] ?? -1) >= 0)) return false;
  const verb = rest.findIndex((token) => AUXILIARIES.has(token.key) || isPastForm(token));
  const who = rest.findIndex((token) => /^(?:who|which|that)$/.test(token.key));
  return verb < 0 || (who >= 0 && who < verb);
}

/** "…, noted Ida Moor.": a name, and the sentence ends. */
function isNamedLast(reading: SentenceReading, from: number): boolean {
  const name = reading.names.findLast((each) => each.from >= from && each.from <= from + 2);
  return (
    name !== undefined &&
    !name.is_place &&
    name.to >= reading.tokens.length - 1 &&
    reading.tokens[from]?.is_capital === true
  );
}

/** "…, notes economist Dara Quinn of Harrow College": an office without an article, and its name. */
function isOfficeNamed(reading: SentenceReading, from: number): boolean {
  const [first, at] = [reading.tokens[from], reading.tokens[from]?.start];
  return first?.is_capital === false && reading.names.some((name) => name.role?.start === at);
}

/** "…, says co-author Dieter Vogel.", "…, said team leader Ida Moor": few small words without an article, then a name. */
function isTradeNamed(reading: SentenceReading, from: number): boolean {
  const name = reading.names.find((each) => each.from > from && each.from <= from + TRADE && !each.is_place);
  return (
    name !== undefined &&
    reading.tokens
      .slice(from, name.from)
      .every(({ key, kind, text }) => (kind === 'word' ? !FUNCTION_WORDS.has(key) : text === '-'))
  );
}

function endsSubject(reading: SentenceReading, at: number, from: number): boolean {
  const token = itemAt(reading.tokens, at);
  if ((reading.quoted[at] ?? -1) >= 0) return true;
  if (token.kind !== 'mark' && isTold(reading, at, from)) return false;
  // "A two-decade veteran" is no time.
  if (reading.timed[at] && !reading.tokens[at - 1]?.is_possessive && !/^an?$/.test(reading.tokens[at - 1]?.key ?? ''))
    return true;
  if (/^[.;:!?—–―]$/.test(token.text)) return !(token.text === '.' && isInitialOrTitle(reading.tokens[at - 1]));
  if (token.text === ',') return isTurn(reading, at + 1);
  if (/^(?:during|after|when|while|about|before)$/.test(token.key)) return true;
  if (token.key === 'to') return isHearer(reading, at + 1);
  if (token.key === 'as') return !isInRelative(reading, at);
  return /^(?:in|on|at)$/.test(token.key) && (reading.timed[at + 1] === true || isOccasion(reading, at + 1));
}

/** What follows a comma is no more about who speaks; "who has four children" is, and "who added that" is not. */
function isTurn(reading: SentenceReading, at: number): boolean {
  const [first, next] = [reading.tokens[at]?.key ?? '', reading.tokens[at + 1]?.key ?? ''];
  if (first === 'who') return SAYING_FORMS.has(next) || /^(?:also|then|later)$/.test(next);
  return /ing$|^(?:and|but|as|while|when|after|before|in|at|on|during|which)$/.test(first);
}

/** Behind ", who": when and where stand in what is told of the speaker, "who led the party in 1995". */
function isTold(reading: SentenceReading, at: number, from: number): boolean {
  const who = reading.tokens.findIndex((token, index) => index > from && index < at && token.key === 'who');
  return who > 0 && reading.tokens[who - 1]?.text === ',';
}

/** "said Vail to the crowd": who listens is no part of who speaks. */
function isHearer(reading: SentenceReading, from: number): boolean {
  return reading.tokens
    .slice(from, from + 3)
    .some(({ key }) =>
      /^(?:crowds?|reporters|journalists|audience|press|media|parliament|lawmakers|supporters|fans|him|her|them|me|us|viewers|readers|delegates|voters|applause)$/.test(
        key,
      ),
    );
}

/** "in a statement", "at a news conference", "on Twitter": where somebody said it, and no part of who. */
function isOccasion(reading: SentenceReading, from: number): boolean {
  return reading.tokens
    .slice(from, from + 5)
    .some(({ key }) =>
      /^(?:statement|interview|email|e-mail|letter|speech|conference|briefing|press|phone|telephone|call|message|tweet|post|twitter|facebook|television|tv|radio|rally|meeting|hearing|debate|report|book|article|response|reply|video|blog|event|address)$/.test(
        key,
      ),
    );
}

/** "an economist who served as": the words still tell who speaks. */
function isInRelative(reading: SentenceReading, at: number): boolean {
  return reading.tokens.slice(Math.max(0, at - 4), at).some(({ key }) => key === 'who');
}

export function isInitialOrTitle(token: Token | undefined): boolean {
  return !!token?.is_capital && (token.text.length <= 4 || /\./.test(token.text));
}

export function isPastForm(token: Token): boolean {
  return !token.is_capital && (/[a-z]{2}ed$/.test(token.key) || IRREGULAR_PASTS.has(token.key));
}
