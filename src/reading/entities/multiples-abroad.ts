// How many times abroad: "duplicó", "a doublé", "verdreifacht", "el doble", "doppelt so viel". Pure.
import type { Token } from '../text/tokens.ts';
import type { Amount } from './amounts.ts';

const STEMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:duplic(?:ó|aron|ou|aram)|ver?doppelten?)$/, 2],
  [/^(?:triplic(?:ó|aron|ou|aram)|verdreifachten?)$/, 3],
  [/^(?:[cq]uadruplic(?:ó|aron|ou|aram)|vervierfachten?)$/, 4],
];
/** Behind a helper alone: "ha duplicado", "ont doublé", "hat verdoppelt". */
const PARTICIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:duplicado|doublée?s?|verdoppelt)$/, 2],
  [/^(?:triplicado|triplée?s?|verdreifacht)$/, 3],
  [/^(?:[cq]uadruplicado|quadruplée?s?|vervierfacht)$/, 4],
];
const HELPERS =
  /^(?:ha|han|había|habían|hubo|tem|têm|tinha|tinham|a|ont|avait|avaient|hat|haben|hatte|hatten|sich|est|sont|wurde|wurden)$/;
const DOUBLE = /^(?:doble|double|dobro)$/;
/** So far before a participle its helper stands: German puts it at the end. */
const NEAR = 8;

/** Whether such a word can begin here; asked of every word. */
export function mayMultiplyAbroad(key: string): boolean {
  return /^(?:dupl|tripl|[cq]uadrupl|doubl|dob|doppelt|verd|verv)/.test(key);
}

export function multipleAbroad(tokens: readonly Token[], at: number): Amount | null {
  const key = tokens[at]?.key ?? '';
  const times = STEMS.find(([form]) => form.test(key))?.[1] ?? participle(tokens, at) ?? double(tokens, at);
  return times === undefined ? null : { from: at, to: at + 1, low: times, high: times, unit: 'times' };
}

function participle(tokens: readonly Token[], at: number): number | undefined {
  const times = PARTICIPLES.find(([form]) => form.test(tokens[at]?.key ?? ''))?.[1];
  if (times === undefined) return undefined;
  const isHelped = tokens.slice(Math.max(0, at - NEAR), at).some(({ key }) => HELPERS.test(key));
  return isHelped ? times : undefined;
}

/** "El doble de", "le double", "o dobro", "doppelt so viele". */
function double(tokens: readonly Token[], at: number): number | undefined {
  const [before, token, next] = [-1, 0, 1].map((step) => tokens[at + step]?.key ?? '');
  if (token === 'doppelt') return next === 'so' ? 2 : undefined;
  const isMeasured = /^(?:de|del|du|da|do|des|que|d)$/.test(next ?? '') || tokens[at + 1]?.kind !== 'word';
  return DOUBLE.test(token ?? '') && /^(?:el|le|o|al|ao|du)$/.test(before ?? '') && isMeasured ? 2 : undefined;
}
