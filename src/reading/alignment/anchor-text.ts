// A text made ready for anchors: its tokens, folded, and the sentences they stand in.
import { itemAt } from '#src/item-at.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { foldPrint, foldToken } from '../text/folding.ts';
import { HIDDEN, withoutHidden } from '../text/hidden-letters.ts';
import type { Range } from '../text/range.ts';

/** `key` is alike for two prints of one token. */
export type AnchorToken = Range & { key: string; is_word: boolean };

/** `from` and `to` (excluded) are tokens; `key` is alike for two prints of one sentence. */
export type AnchorSentence = Range & { from: number; to: number; key: string };

export type AnchorText = { text: string; tokens: AnchorToken[]; sentences: AnchorSentence[] };

/** Soft hyphens and the like stand inside a word and are no token of their own. */
const TOKEN = new RegExp(
  `[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}${HIDDEN}]*[\\p{L}\\p{N}\\p{M}])?|\\.{3}|[^\\s${HIDDEN}]`,
  'gu',
);

export function anchorTextOf(text: string, language?: string): AnchorText {
  const tokens: AnchorToken[] = [];
  const sentences = sentencesOf(text, language).map(({ start, end }): AnchorSentence => {
    const from = tokens.length;
    for (const found of text.slice(start, end).matchAll(TOKEN)) {
      const printed = found[0];
      const at = start + found.index;
      tokens.push({
        start: at,
        end: at + printed.length,
        key: foldToken(withoutHidden(printed)),
        is_word: isWord(printed),
      });
    }
    return { start, end, from, to: tokens.length, key: foldPrint(withoutHidden(text.slice(start, end))) };
  });
  return { text, tokens, sentences };
}

function isWord(printed: string): boolean {
  const code = printed.charCodeAt(0);
  return printed.length > 1
    ? printed !== '...'
    : code > 127
      ? /[\p{L}\p{N}]/u.test(printed)
      : /[a-z0-9]/i.test(printed);
}

/** The first index whose end lies beyond a place, by halving. Works on tokens and on sentences. */
export function indexAt(ranges: readonly Range[], place: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (itemAt(ranges, middle).end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
