// The text that ran, held against a version: when the two are the same. Pure.
import type { AssembledVersion } from '../article.ts';

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
