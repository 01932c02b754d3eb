// Two spellings of one name: "Zalmay" and "Zalmai". Pure.
import type { Range } from '../text/range.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { type Finding, within } from './finding.ts';

/** Shorter names differ by one letter too easily. */
const SHORTEST = 5;

/** Whether two words are one name spelt two ways: one vowel is another, or one letter is doubled or left out. */
export function isMisspelling(one: string, other: string, shortest = SHORTEST): boolean {
  if (one === other || one[0] !== other[0] || Math.min(one.length, other.length) < shortest) return false;
  if (one.length === other.length) return isOneLetterApart(one, other, isVowelPair);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length === short.length + 1 && isDoubledIn(long, short);
}

/** The same for whoever writes by ear or in haste: "Petrow", "Lindquist", "Micheal", "Clarke". Of two that are longer. */
function isHeardAlike(one: string, other: string): boolean {
  if (one === other || one[0] !== other[0] || Math.min(one.length, other.length) < SHORTEST) return false;
  if (one.length === other.length)
    return isTurned(one, other) || (one.length > 5 && isOneLetterApart(one, other, isSoundPair));
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long === `${short}e` || (long.length === short.length + 1 && isSilentIn(long, short));
}

function isOneLetterApart(one: string, other: string, isPair: (one: string, other: string) => boolean): boolean {
  const apart = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
  const [at = 0] = apart;
  return apart.length === 1 && at > 0 && isPair(one[at] ?? '', other[at] ?? '');
}

function isVowelPair(one: string, other: string): boolean {
  return /[aeiouy]/.test(one) && /[aeiouy]/.test(other);
}

const SOUNDS = ['vwf', 'ckqg', 'sz', 'ijy', 'dt', 'bp', 'mn', 'uv'];

function isSoundPair(one: string, other: string): boolean {
  return SOUNDS.some((alike) => alike.includes(one) && alike.includes(other));
}

/** Two letters beside each other have changed places. */
function isTurned(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return at > 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** "Kholm" is "Khollm" without one of a pair. */
function isDoubledIn(long: string, short: string): boolean {
  for (let at = 1; at < long.length; at += 1) {
    if (long[at] === long[at - 1] && long.slice(0, at) + long.slice(at + 1) === short) return true;
  }
  return false;
}

/** "Katharine" and "Katarine". */
function isSilentIn(long: string, short: string): boolean {
  for (let at = 1; at < long.length; at += 1) {
    if (long[at] === 'h' && long.slice(0, at) + long.slice(at + 1) === short) return true;
  }
  return false;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}])/gu;

/** Names that the article spells two ways; one that stands once against one that stands oftener is the odd one. */
export function spellingFindings(text: string): Finding[] {
  const places = new Map<string, Range[]>();
  for (const found of text.matchAll(NAME)) {
    const range = { start: found.index, end: found.index + found[0].length };
    const known = places.get(found[0]);
    if (known) known.push(range);
    else places.set(found[0], [range]);
  }
  return pairsAlike([...places.keys()]).flatMap((pair) => oddSpelling(text, places, pair));
}

/** Words that begin alike, and have about as many letters. */
function pairsAlike(names: readonly string[]): [string, string][] {
  return [...Map.groupBy(names, ([first]) => first).values()].flatMap((some) =>
    some.flatMap((one, at) =>
      some
        .slice(at + 1)
        .filter((other) => Math.abs(one.length - other.length) < 2)
        .map((other): [string, string] => [one, other]),
    ),
  );
}

/** The finding about the rarer of two spellings, where one is rare, the other usual, and neither another word. */
function oddSpelling(text: string, places: ReadonlyMap<string, Range[]>, [one, other]: [string, string]): Finding[] {
  const isSure = isMisspelling(one, other);
  if (!isSure && !isHeardAlike(one, other)) return [];
  // Of two that stand alike often, the later one.
  const isOneRare = (places.get(one)?.length ?? 0) < (places.get(other)?.length ?? 0);
  const [rare, usual] = isOneRare ? [one, other] : [other, one];
  const [few, many] = [places.get(rare) ?? [], places.get(usual) ?? []];
  const [place, elsewhere] = [few[0], many[0]];
  if (few.length !== 1 || !place || !elsewhere) return [];
  const isOne = many.length < 2 || !isSure ? isSameHolder(text, place, many) : true;
  if (!isOne || vocabularyOf(text).isWrittenSmall(rare.toLowerCase())) return [];
  const times = many.length === 1 ? 'once' : `${many.length} times`;
  return [within('name', [place, elsewhere], `“${rare}” here, “${usual}” ${times} elsewhere.`, usual)];
}

const FIRST_NAME = /(?:^|[\s“"(])(\p{Lu}\p{Ll}+) $/u;

/** One has a first name before it, the other the same one or none: "Ivan Petrov", and then "Petrow". */
function isSameHolder(text: string, place: Range, others: readonly Range[]): boolean {
  const lead = (at: Range) => FIRST_NAME.exec(text.slice(Math.max(0, at.start - 24), at.start))?.[1] ?? null;
  const hasMore = (at: Range) => /^ \p{Lu}\p{Ll}/u.test(text.slice(at.end, at.end + 3));
  const leads = others.map(lead).filter((one) => one !== null);
  const own = lead(place);
  const behind = (at: Range) => /^ (\p{Lu}\p{Ll}+)/u.exec(text.slice(at.end, at.end + 24))?.[1] ?? null;
  const last = behind(place);
  if (last !== null) return others.some((one) => behind(one) === last);
  return !others.some(hasMore) && leads.length > 0 && (own === null || leads.includes(own) || TITLE.test(own));
}

const TITLE = /^(?:Mr|Mrs|Ms|Dr|President|Minister|Senator|Governor|Mayor|Judge|Captain|Colonel|General|Professor)$/;
