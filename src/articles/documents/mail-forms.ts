// The two forms of a mail, plain and formatted: what one says that the other does not. Pure.
import { normalised } from '#src/piled-marks.ts';
import type { LeftOut } from './left-out.ts';

/** What a mail program writes for what plain text cannot show: addresses of links, names of pictures. */
const NO_WORDS = /<?(?:https?|mailto|tel|cid):[^\s>)\]]*>?|\[(?:image|cid|bild|imagen?)\s*:[^\]\n]*\]/gi;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.,:'’-]*[\p{L}\p{N}\p{M}])?/gu;

export interface Forms {
  plain: string;
  /** What the formatted text shows, and all that stands in it, seen or not. */
  shown: string;
  all: readonly string[];
  /** Whether the formatted one is read. */
  isRich: boolean;
}

/** One form of a mail is read; the words and figures that the other alone has are named. */
export function nameOtherForm({ plain, shown, all, isRich }: Forms, left_out: LeftOut): void {
  const kind = isRich
    ? 'Words of its plain text that its formatted text does not have'
    : 'Words of its formatted text that its plain text does not have';
  for (const words of isRich ? wordsOnlyIn(plain, all) : wordsOnlyIn(shown, [plain])) left_out.add(kind, words);
}

/** The runs of words and figures of one form that stand nowhere in the other, in their order. */
function wordsOnlyIn(one: string, other: readonly string[]): string[] {
  const known = new Set(other.flatMap((text) => wordsIn(text).map((word) => word.toLowerCase())));
  const runs: string[][] = [];
  for (const line of one.replace(NO_WORDS, ' ').split('\n')) {
    let goes_on = false;
    for (const word of wordsIn(line)) {
      const isKnown = known.has(word.toLowerCase());
      if (!isKnown && goes_on) runs.at(-1)?.push(word);
      else if (!isKnown) runs.push([word]);
      goes_on = !isKnown;
    }
  }
  return runs.map((words) => words.join(' '));
}

function wordsIn(text: string): string[] {
  return normalised(text, 'NFC').match(WORD) ?? [];
}
