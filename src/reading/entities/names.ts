// Proper names in a sentence: runs of words with capitals, and what each may be.
import { itemAt } from '#src/item-at.ts';
import { lexiconOf } from '../lexicons/lexicons.ts';
import { partedTokens } from '../lexicons/parted-tokens.ts';
import { FUNCTION_WORDS } from '../text/function-words.ts';
import type { Token } from '../text/tokens.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Name } from './name.ts';
import { namesAbroad } from './names-abroad.ts';
import { AMERICAN_STATES, COUNTRIES, LOCATING, PLACE_HEADS } from './places.ts';
import { ROLE_MODIFIERS, ROLES } from './roles.ts';

export type { Name } from './name.ts';

/** Small words that may stand inside a name: "Ministry of Defence", "Ursula von der Leyen". */
const LINKS = new Set('of de da do dos del della di du la le van von der den bin ibn al el ul'.split(' '));
const CALENDAR = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/** Written large in a title, they count and are no part of a name: "Only 12 Percent of Ida Moor's Donors". */
const COUNTING = /^(?:percent|hundreds|thousands|millions|billions|dozens|scores|thirds|quarters)$/;

/** The last word of names that are bodies; a title inside such a name is part of it. */
const BODIES = new Set(
  'hospital school university college institute office party union league club association foundation council committee commission department ministry agency bank company group inc corp award prize act court church cathedral stadium theatre theater museum hotel house palace trust academy bureau society journal states brotherhood republic kingdom bishop archbishop secretary board order'.split(
    ' ',
  ),
);

/** The names among the tokens of one sentence, in order. */
export function namesOf(tokens: Token[], vocabulary: Vocabulary, language?: string): Name[] {
  const lexicon = lexiconOf(language);
  if (lexicon) return namesAbroad(partedTokens(tokens), { lexicon, vocabulary });
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; ) {
    const to = isNameWord(tokens, at, vocabulary) ? runEnd(tokens, at) : at;
    if (to > at) names.push(...namesFromRun(tokens, at, to));
    at = Math.max(to, at + 1);
  }
  return names;
}

function isNameWord(tokens: Token[], at: number, vocabulary: Vocabulary): boolean {
  const token = itemAt(tokens, at);
  if (token.kind !== 'word' || !startsLarge(token) || token.key === 'i' || token.key.startsWith("i'")) return false;
  if (CALENDAR.has(token.key) || (COUNTING.test(token.key) && tokens[at + 1]?.key === 'of')) return false;
  const isAcronym = /^\p{Lu}[\p{Lu}.]+$/u.test(token.text);
  if (FUNCTION_WORDS.has(token.key) && !(isAcronym && token.key.length < 4 && token.key !== 'it')) return false;
  return !startsSentence(tokens, at) || isAcronym || isNameAtStart(tokens, at, vocabulary);
}

/** "al-Qaeda" is a name, too. */
function startsLarge(token: Token): boolean {
  return token.is_capital || /^\p{Ll}{1,3}[-’']?\p{Lu}/u.test(token.text);
}

function startsSentence(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || /^[.!?:"“”'‘([*•–—-]$/.test(before.text);
}

function isNameAtStart(tokens: Token[], at: number, vocabulary: Vocabulary): boolean {
  const token = itemAt(tokens, at);
  if (/\p{Lu}/u.test(token.text.slice(1))) return true;
  if (tokens[at + 1]?.text === ':') return false;
  if (vocabulary.isWrittenSmall(token.key)) return vocabulary.isWrittenLarge(token.key) && isPartOfName(tokens[at + 1]);
  if (vocabulary.isWrittenLarge(token.key) || token.is_possessive) return true;
  const next = tokens[at + 1];
  if (!next) return false;
  if (next.kind === 'word' && startsLarge(next) && !FUNCTION_WORDS.has(next.key)) return !ROLE_MODIFIERS.has(token.key);
  if (ROLES.has(token.key) || ROLE_MODIFIERS.has(token.key)) return false;
  return next.text === ',' && /^(?:the|an?|who|which|whose|where)$/.test(tokens[at + 2]?.key ?? '');
}

function runEnd(tokens: Token[], at: number): number {
  let to = at + 1;
  while (to < tokens.length && !itemAt(tokens, to - 1).is_possessive) {
    const token = itemAt(tokens, to);
    if (isPartOfName(token)) {
      to++;
      continue;
    }
    if (token.text === '.' && /^\p{Lu}$/u.test(itemAt(tokens, to - 1).text) && isPartOfName(tokens[to + 1])) {
      to += 2;
      continue;
    }
    const after = linksTo(tokens, to, to - at);
    if (after < 0) break;
    to = after;
  }
  return to;
}

function isPartOfName(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || !startsLarge(token)) return false;
  return !FUNCTION_WORDS.has(token.key) && !CALENDAR.has(token.key);
}

/** Where a name of `length` words goes on after small words ("of the"), or -1: a person "of" a party is two names. */
function linksTo(tokens: Token[], at: number, length: number): number {
  const link = tokens[at]?.key ?? '';
  if (link === 'of' && length > 1 && !BODIES.has(tokens[at - 1]?.key ?? '')) return -1;
  if (!LINKS.has(link)) return -1;
  const skip = tokens[at + 1]?.key === 'the' || LINKS.has(tokens[at + 1]?.key ?? '') ? 2 : 1;
  return isPartOfName(tokens[at + skip]) ? at + skip + 1 : -1;
}

/** A run that holds a title is two names: "US President Barack Obama" → "US"; title "President", name "Barack Obama". */
function namesFromRun(tokens: Token[], from: number, to: number): Name[] {
  const title = titleInside(tokens, from, to);
  if (title < 0) return [nameFrom(tokens, from, to)];
  let first = title;
  while (first > from && isTitleWord(itemAt(tokens, first - 1))) first--;
  const before = first > from ? [nameFrom(tokens, from, first)] : [];
  return [...before, nameFrom(tokens, first, to)];
}

/** The last title within a run that a name follows, or -1; a street or a hospital that is called after one keeps it. */
function titleInside(tokens: Token[], from: number, to: number): number {
  const last = itemAt(tokens, to - 1);
  if (PLACE_HEADS.has(last.key) || BODIES.has(last.key)) return -1;
  for (let at = to - 2; at > from; at--) {
    const token = itemAt(tokens, at);
    if (ROLES.has(token.key) && !token.is_possessive && !LINKS.has(tokens[at + 1]?.key ?? '')) return at;
  }
  return -1;
}

/** The run without the title before it: "President Hamid Karzai" → title "President", name "Hamid Karzai". */
function nameFrom(tokens: Token[], from: number, to: number): Name {
  const first = behindTitles(tokens, from, to);
  const roleFrom = roleStart(tokens, first);
  const hasRole = roleFrom < first;
  const start = itemAt(tokens, first).start;
  const last = itemAt(tokens, to - 1);
  const end = last.is_possessive ? last.end - 2 : last.end;
  const role = hasRole ? { start: itemAt(tokens, roleFrom).start, end: itemAt(tokens, first - 1).end } : null;
  const is_place = !hasRole && isPlace(tokens, first, to);
  return { start, end, from: first, to, is_place, is_person: hasRole, role };
}

/** Behind the last title that opens a run; "District" of "District Council" only qualifies and stays. */
function behindTitles(tokens: Token[], from: number, to: number): number {
  let first = from;
  for (let at = from; at < to - 1 && (isTitleWord(itemAt(tokens, at)) || tokens[at]?.text === '.'); at++) {
    if (ROLES.has(tokens[at]?.key ?? '')) first = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  }
  return Math.min(first, to - 1);
}

function isTitleWord(token: Token): boolean {
  return ROLES.has(token.key) || (ROLE_MODIFIERS.has(token.key) && token.is_capital);
}

/** Where the title right before a name begins: a role with the small words that qualify it. */
function roleStart(tokens: Token[], first: number): number {
  let at = first;
  if (tokens[at - 1]?.text === '.') at--;
  if (!ROLES.has(tokens[at - 1]?.key ?? '')) return first;
  at--;
  while (at > 0) {
    const before = itemAt(tokens, at - 1);
    if (before.kind !== 'word' || !(ROLE_MODIFIERS.has(before.key) || ROLES.has(before.key))) break;
    at--;
  }
  return at;
}

function isPlace(tokens: Token[], from: number, to: number): boolean {
  const keys = tokens.slice(from, to).map((token) => token.key);
  if (COUNTRIES.has(keys.join(' ')) || AMERICAN_STATES.has(keys.join(' '))) return true;
  if (PLACE_HEADS.has(keys.at(-1) ?? '') && keys.length > 1) return true;
  const before = tokens[from - 1]?.key ?? '';
  const bearing = /^(?:north|south|east|west|central|northern|southern|eastern|western)$/;
  if (bearing.test(before)) return true;
  return LOCATING.has(before) && keys.length <= 2 && !itemAt(tokens, to - 1).is_possessive;
}
