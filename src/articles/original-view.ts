// The document that an article came from, as its details show it.
import { saySize } from '#src/counted.ts';
import { cutAtWord } from '#src/cut-at-word.ts';
import { type Place, wordsAt } from '#src/reading/text/range.ts';
import { besides, quote } from './intake/draft-words.ts';
import type { OriginalFound } from './intake/store.ts';
import type { DraftSourceShown } from './intake/view.ts';
import type { ProposedSourceFound } from './proposed-store.ts';

/** The document that an article came from, among its details. */
export interface OriginalShown {
  name: string;
  size: string;
  sha256: string;
  version: number;
  proposed_sources: DraftSourceShown[];
  /** Of how many proposed sources nobody has decided. */
  undecided: number;
}

/** The original in words; `text` is that of its version, where it is still there. */
export function shownOriginal(
  original: OriginalFound,
  { proposed_sources, text }: { proposed_sources: ProposedSourceFound[]; text: string },
): OriginalShown {
  return {
    name: cutAtWord(original.name, 120),
    size: saySize(original.size),
    sha256: original.sha256,
    version: original.version_number,
    undecided: proposed_sources.filter(({ decision }) => decision === null).length,
    proposed_sources: proposed_sources.map(({ title, url, note, ...place }) => ({
      words: quotedAt(text, place),
      title,
      url,
      note: besides(title, note),
    })),
  };
}

function quotedAt(text: string, place: Place): string {
  const words = wordsAt(text, place);
  return words === null ? '' : quote(words);
}
