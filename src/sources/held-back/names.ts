// What a confidential source can be recognised by: its names, its addresses, what it said. Pure.
import { cutAtWord } from '#src/cut-at-word.ts';
import { MAGNITUDES, UNITS, VAGUE } from '#src/reading/entities/number-words.ts';
import { FUNCTION_WORDS } from '#src/reading/text/function-words.ts';
import { isUnspaced, keyOf, phonesIn, type Token, tokensOf, unspacedIn } from './tokens.ts';

/** All that the desk has noted of one confidential source, or had noted before. */
export interface SourceKnown {
  id: string;
  titles: string[];
  /** Whoever is it or speaks for it: authors, those who were asked, parties. */
  people: string[];
  /** Whom they belong to: publishers, organisations. */
  bodies: string[];
  /** Addresses, DOIs, names of files, hashes. */
  marks: string[];
  /** Passages, quotes, notes, answers. */
  sayings: string[];
  /** Pages, minutes. */
  places: string[];
  /** The desk's own words about it, in which numbers and addresses may stand. */
  remarks: string[];
}

/** One thing to look for. `anywhere`: in all words of the desk; else only in those of an article that uses the source. */
export interface Sought {
  source_id: string;
  /** The words in which people are told what was found. */
  said: string;
  key: string;
  reach: 'anywhere' | 'its_articles';
  /** Common words are somebody's name only with a capital letter. */
  needs_capital: boolean;
  /** A saying of so few words that it may be anybody's: “six boats”. */
  is_short: boolean;
}

/** So many words of a longer saying, one after the other, are its own. */
const WINDOW = 6;
const SHORTEST = 4;
const SHORTEST_SAYING = 6;
const SAID_LENGTH = 80;

/** With these a title begins, or a body is called, that is no name. */
const NO_NAMES = new Set(
  `call calls letter memo note notes email mail report interview message messages meeting document documents minutes draft internal
  confidential list photo video audio from with the ministry minister office officer officers officials official department
  government governor mayor court police army navy hospital university council board bank company agency union party press
  service committee commission institute embassy spokesman spokeswoman spokesperson desk newsroom source sources witness
  resident residents soldier north south east west northern southern eastern western central national state city town
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december`.split(/\s+/),
);

/** Files that everybody has one of. */
const NO_FILE_NAMES =
  /^(index|document|article|download|untitled|image|scan|screenshot|page|file)[\s\d()_-]*(\.\w+)?$/i;

/** Everything to look for, each once for each source. */
export function soughtFor(sources: readonly SourceKnown[]): Sought[] {
  return sources.flatMap((source) => {
    const found = [
      ...source.titles.flatMap((title) => [...whole(title), ...runs(title), ...words(title, { needs_capital: true })]),
      ...source.people.flatMap((name) => [...whole(name), ...words(name, { needs_capital: false })]),
      ...source.bodies.flatMap(bodies),
      ...source.marks.flatMap(marks),
      ...source.sayings.flatMap((text) => [...sayings(text), ...marksWithin(text)]),
      ...source.places.flatMap(places),
      ...[...source.titles, ...source.people, ...source.bodies, ...source.remarks].flatMap(marksWithin),
    ];
    const unique = new Map(found.map((one) => [`${one.key} ${one.reach}`, { ...one, source_id: source.id }]));
    return [...unique.values()];
  });
}

type Part = Omit<Sought, 'source_id'>;

function part(text: string, key: string, how: Partial<Part> = {}): Part {
  const said = cutAtWord(text.replace(/\s+/g, ' ').trim(), SAID_LENGTH);
  return { said, key, reach: 'anywhere', needs_capital: false, is_short: false, ...how };
}

/**
 * The words as they stand; a longer text by each stretch of it. One word alone wants a capital letter, and what has no proper
 * name in it ("The driver") means somebody only where the article has to do with the source.
 */
function whole(text: string): Part[] {
  if (isUnspaced(text)) return [part(text, keyOf(text))];
  const tokens = tokensOf(text);
  if (tokens.length > WINDOW) return windows(text, tokens);
  const letters = tokens.reduce((sum, { key }) => sum + key.length, 0);
  if (letters < SHORTEST || tokens.every(({ key }) => isCommon(key) || NO_NAMES.has(key))) return [];
  const isName = ({ is_capital, key }: Token) => is_capital && !isCommon(key) && !NO_NAMES.has(key);
  const is_proper = tokens.length > 3 || tokens.some(isName);
  const reach = is_proper ? 'anywhere' : 'its_articles';
  return [part(text, joined(tokens), { reach, needs_capital: tokens.length === 1 })];
}

/** Proper names of two words or more within a title: "Quintessa Marlow, clerk" is known by the two. */
function runs(title: string): Part[] {
  const found = title.match(/\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+)+/gu) ?? [];
  return found.filter((run) => !tokensOf(run).some(({ key }) => NO_NAMES.has(key))).flatMap(whole);
}

/** Each proper name by itself: "Pavel Sorov" is named by "Sorov", where the article has to do with him. */
function words(name: string, { needs_capital }: { needs_capital: boolean }): Part[] {
  if (isUnspaced(name)) return near(unspacedIn(name).map((word) => part(word, keyOf(word))));
  return tokensOf(name)
    .filter(({ key, is_capital }) => is_capital && key.length >= SHORTEST && !NO_NAMES.has(key) && !isCommon(key))
    .map(({ word, key }) => part(word, key, { reach: 'its_articles', needs_capital }));
}

/** "Interior Ministry" stands in many articles that have nothing to do with this source. */
function bodies(body: string): Part[] {
  const is_common = tokensOf(body).length < 2 || tokensOf(body).some(({ key }) => NO_NAMES.has(key));
  return is_common ? near(whole(body)) : whole(body);
}

function near(parts: Part[]): Part[] {
  return parts.map((one) => ({ ...one, reach: 'its_articles' }));
}

/** An address counts with and without its scheme; a file by its name, whatever it ends in. */
function marks(mark: string): Part[] {
  if (NO_FILE_NAMES.test(mark)) return [];
  const bare = mark.replace(/^[a-z][a-z0-9+.-]*:\/\/(www\.)?/i, '').replace(/[/?#]+$/, '');
  const stem = mark === bare ? bare.replace(/\.\w{1,5}$/, '') : bare;
  return [bare, stem].flatMap((text) => {
    const tokens = tokensOf(text);
    const letters = tokens.reduce((sum, { key }) => sum + key.length, 0);
    if (letters < SHORTEST_SAYING) return [];
    return tokens.length > WINDOW ? windows(text, tokens) : [part(text, joined(tokens))];
  });
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;

/** Mail addresses, addresses of the web and telephone numbers that stand in a note or beside a name. */
function marksWithin(text: string): Part[] {
  const spelt = [...(text.match(MAIL) ?? []), ...(text.match(ADDRESS) ?? [])];
  const numbers = [...phonesIn(text)].map(([key, said]) => part(said, key));
  return [...spelt.flatMap(marks), ...numbers];
}

/** What was said, as it stands or by each stretch of it. A few common words say nothing outside the source's own articles. */
function sayings(text: string): Part[] {
  if (isUnspaced(text)) return [part(text, keyOf(text))];
  const tokens = tokensOf(text);
  if (tokens.length > WINDOW) return windows(text, tokens);
  const telling = tokens.filter(({ key }) => !isCommon(key));
  const letters = telling.reduce((sum, { key }) => sum + key.length, 0);
  const is_enough = tokens.length >= 4 || letters >= (tokens.length === 1 ? SHORTEST_SAYING : SHORTEST);
  if (!is_enough || tokens.length === 0) return [];
  const reach = tokens.length >= 4 && telling.length >= 2 ? 'anywhere' : 'its_articles';
  return [part(text, joined(tokens), { reach, is_short: tokens.length < 4 })];
}

/** "page 3" is a page of anything; "folio 9917" is not. */
function places(place: string): Part[] {
  const tokens = tokensOf(place);
  const is_telling = tokens.length >= 4 || tokens.some(({ key }) => /\d{4}/.test(key));
  return is_telling ? sayings(place).map((one) => ({ ...one, reach: 'anywhere', is_short: false })) : [];
}

function windows(text: string, tokens: Token[]): Part[] {
  const found: Part[] = [];
  for (let start = 0; start + WINDOW <= tokens.length; start += 1) {
    const some = tokens.slice(start, start + WINDOW);
    if (some.filter(({ key }) => !isCommon(key)).length >= 2) found.push(part(text, joined(some)));
  }
  return found;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ');
}

/** They bend a number, and say nothing by themselves. */
const BENDS = new Set('least most nearly roughly almost fewer less'.split(' '));

/** Small words and numbers, which stand in every text. */
function isCommon(key: string): boolean {
  if (BENDS.has(key)) return true;
  return FUNCTION_WORDS.has(key) || UNITS.has(key) || MAGNITUDES.has(key) || VAGUE.has(key) || /^\d{1,3}$/.test(key);
}
