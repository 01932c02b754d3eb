// Assembles a version piece by piece, so that a thread can do it. Pure.
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { type Anchor, reanchor } from '#src/reading/alignment/anchors.ts';
import { type AssembledVersion, assembleVersion, type PartText, type SentencePlace } from './article.ts';

/** So many sentences go in one piece: a few milliseconds to unpack. */
const IN_PIECE = 2_000;

/** First the version without its sentences, then these; or the rule that the parts break. */
export type Assembled =
  | { version: Omit<AssembledVersion, 'sentences'> }
  | { sentences: SentencePlace[] }
  | { refused: string; field: string | undefined; is_too_large: boolean };

export function* assemble({ texts, language }: { texts: PartText[]; language: string }): Generator<Assembled> {
  try {
    const { sentences, ...version } = assembleVersion(texts, language);
    yield { version };
    for (let from = 0; from < sentences.length; from += IN_PIECE)
      yield { sentences: sentences.slice(from, from + IN_PIECE) };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    yield { refused: error.message, field: error.field, is_too_large: error instanceof TooLarge };
  }
}

/** Places in the parts of a draft, and the text that a person made of it. */
export interface DraftPlaces {
  parts: PartText[];
  places: { part: number; start: number; end: number }[];
  text: string;
  language: string;
}

/** Where each place of the draft is now, in their order, in one piece. */
export function* placeInText({ parts, places, text, language }: DraftPlaces): Generator<Anchor[]> {
  const before = assembleVersion(parts, language);
  const ranges = places.map(({ part, start, end }) => {
    const base = before.parts[part]?.start ?? 0;
    return { start: base + start, end: base + end };
  });
  yield reanchor(before.text, text, ranges, language);
}
