// What looks as if it bent a number and does not: "turn up to 20 calls", "dearer than a year ago". Pure.
import type { Token } from '../text/tokens.ts';
import { FRACTIONS, UNITS } from './number-words.ts';

/** Verbs with an "up" of their own, whatever follows; "turned up to 90 degrees" is how far. */
const TAKE_UP = /^(?:turn(?:s|ed|ing)?|show(?:s|ed|n|ing)?|wakes?|waking|woken?|waken)$/;
const HOW_FAR = /^(?:degrees?|°|%|percent|per|volume)$/;
/** The same where what follows says so: "owned up to three thefts", "lived up to two promises". */
const TAKE_UP_WITH: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^own(?:s|ed|ing)?$/,
    /^(?:thefts?|burglar(?:y|ies)|crimes?|killings?|murders?|mistakes?|errors?|robber(?:y|ies)|offen[cs]es?|lies|frauds?|attacks?)$/,
  ],
  [
    /^sign(?:s|ed|ing)?$/,
    /^(?:schemes?|program(?:me)?s?|courses?|treat(?:y|ies)|class(?:es)?|newsletters?|agreements?|pacts?|charters?|deals?|pledges?|apps?|accords?|codes?|conventions?)$/,
  ],
  [
    /^liv(?:es?|ed|ing)$/,
    /^(?:expectations?|promises?|standards?|pledges?|commitments?|ideals?|targets?|principles?|obligations?)$/,
  ],
];
/** So many words behind the number may name what it counts. */
const NEAR = 4;

/** "Turned up to 20 calls": the verb has the "up", and nothing bounds the number at the place. */
export function isUpOfVerb(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.key !== 'to' || tokens[at - 2]?.key !== 'up') return false;
  const verb = tokens[at - 3]?.key ?? '';
  const behind = tokens.slice(at + 1, at + 1 + NEAR).map(({ key }) => key);
  if (TAKE_UP.test(verb)) return !behind.some((key) => HOW_FAR.test(key));
  const object = TAKE_UP_WITH.find(([verbs]) => verbs.test(verb))?.[1];
  return object !== undefined && behind.some((key) => object.test(key));
}

const SPAN = /^(?:second|minute|hour|day|week|fortnight|month|quarter|season|year|decade|century|centurie)s?$/;
const OF_DEGREE = /^(?:much|far|even|little|slightly|significantly|considerably|many|cost|costs|costing|lot|bit)$/;

/** "A fifth more than a year ago", "lower than two years ago": what is compared is not how long ago it was. */
export function isComparedWithPast(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.key !== 'than') return false;
  const ago = [1, 2, 3].find((step) => tokens[at + step]?.key === 'ago');
  if (ago === undefined || !SPAN.test(tokens[at + ago - 1]?.key ?? '')) return false;
  if (!/^(?:more|less)$/.test(tokens[at - 2]?.key ?? '')) return true;
  // "He left more than a year ago".
  return [3, 4, 5].some((step) => isMeasure(tokens[at - step]));
}

function isMeasure(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { kind, key } = token;
  return (
    kind === 'number' || UNITS.has(key) || FRACTIONS.has(key) || OF_DEGREE.test(key) || /^(?:%|percent)$/.test(key)
  );
}
