// Two spellings of one name: "Zalmay" and "Zalmai". Pure.
import type { Range } from '../text/range.ts';
import { vocabularyOf } from '../text/vocabulary.ts';
import { type Finding, within } from './finding.ts';

/** Shorter names differ by one letter too easily. */
const SHORTEST = 5;

/** Whether two words are one name spelt two ways: one vowel is another, or one letter is doubled or left out. */
export function isMisspelling(one: string, other: string, shortest = SHORTEST): boolean {
  if (one === other || one[0] !== other[0] || Math.min(one.length, other.length) < shortest) return false;
  if (one.length === other.length) return isOneVowelApart(one, other);
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length === short.length + 1 && isDoubledIn(long, short);
}

function isOneVowelApart(one: string, other: string): boolean {
  const apart = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
  const [at = 0] = apart;
  return apart.length === 1 && at > 0 && /[aeiouy]/.test(one[at] ?? '') && /[aeiouy]/.test(other[at] ?? '');
}

/** "Kholm" is "Khollm" without one of a pair. */
function isDoubledIn(long: string, short: string): boolean {
  for (let at = 1; at < long.length; at += 1) {
    if (long[at] === long[at - 1] && long.slice(0, at) + long.slice(at + 1) === short) return true;
  }
  return false;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}])/gu;

/** Names that the article spells two ways; one that stands once against one that stands oftener is the odd one. */
export function spellingFindings(text: string): Finding[] {
  const places = new Map<string, Range[]>();
  for (const found of text.matchAll(NAME)) {
    const range = { start: found.index, end: found.index + found[0].length };
    places.set(found[0], [...(places.get(found[0]) ?? []), range]);
  }
  const names = [...places.keys()];
  return names.flatMap((one, at) => names.slice(at + 1).flatMap((other) => oddSpelling(text, places, [one, other])));
}

/** The finding about the rarer of two spellings, where one is rare, the other usual, and neither another word. */
function oddSpelling(text: string, places: ReadonlyMap<string, Range[]>, [one, other]: [string, string]): Finding[] {
  if (!isMisspelling(one, other)) return [];
  const isOneRare = (places.get(one)?.length ?? 0) <= (places.get(other)?.length ?? 0);
  const [rare, usual] = isOneRare ? [one, other] : [other, one];
  const [few, many] = [places.get(rare) ?? [], places.get(usual) ?? []];
  const [place, elsewhere] = [few[0], many[0]];
  if (few.length !== 1 || many.length < 2 || !place || !elsewhere) return [];
  if (vocabularyOf(text).isWrittenSmall(rare.toLowerCase())) return [];
  return [within('name', [place, elsewhere], `“${rare}” here, “${usual}” ${many.length} times elsewhere.`)];
}
