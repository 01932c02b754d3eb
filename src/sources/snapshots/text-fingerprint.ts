// The key by which two texts are told to be the same word for word, however they are printed. Pure.
import { createHash } from 'node:crypto';
import { normalised } from '#src/piled-marks.ts';

/** Texts of fewer words than this agree by chance. */
const FEWEST = 20;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** SHA-256, in hex, of the words alone: letter case, marks and white space count for nothing. Null for texts of a few words. */
export function textKeyOf(text: string): string | null {
  const words = normalised(text, 'NFKC').toLowerCase().match(WORDS) ?? [];
  return words.length < FEWEST ? null : createHash('sha256').update(words.join(' '), 'utf8').digest('hex');
}
