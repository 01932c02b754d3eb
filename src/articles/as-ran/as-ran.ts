// The text that ran, held against a version: when the two are the same. Pure.
import type { AssembledVersion } from '../article.ts';
import type { PartsTyped } from '../version-parts.ts';

/** Where parts and sentences lie in the text, as it is stored beside it. */
export type Outline = Pick<AssembledVersion, 'parts' | 'sentences'>;

/** What a person initialled: this version is the text that ran. */
export interface Initialled {
  initialled_by: string;
  /** The name of that person. */
  initialled_by_name: string;
  at: string;
  version: number;
  /** Why the differences do not matter; '' where there are none. */
  reason: string;
}

/**
 * What was pasted in one piece as the parts of the version: a paragraph at the head of the text that is its headline or
 * standfirst, where nothing was typed as that. So a text taken as a version keeps its parts.
 */
export function inParts(typed: PartsTyped, before: Required<PartsTyped>): PartsTyped {
  let parts = typed;
  for (const name of ['headline', 'standfirst'] as const) {
    const [, first = '', rest = ''] = /^\s*([^\n]*)(?:\n+([\s\S]*))?$/.exec(parts.body) ?? [];
    const is_there = before[name] !== '' && isSameText(first, before[name]);
    if (is_there && (parts[name] ?? '').trim() === '' && rest.trim() !== '')
      parts = { ...parts, [name]: first, body: rest };
  }
  return parts;
}

const SINGLE = /[‘’‚‛‹›′`´]/gu;
const DOUBLE = /[“”„‟«»″]/gu;

/** Letter for letter the same, but for spaces and which quotation marks are printed. */
export function isSameText(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  const quotes = text.normalize('NFC').replace(SINGLE, "'").replace(DOUBLE, '"').replaceAll("''", '"');
  return quotes.replace(/[\s\u00a0\u2009\u202f\ufeff\u200b]+/gu, ' ').trim();
}
