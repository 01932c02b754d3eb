// A version in pieces, so that a thread can hand it over without holding the desk up. Pure.
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { assembleVersion, type PartText, type SentencePlace, type VersionText } from './article.ts';

/** So many sentences go in one piece: a few milliseconds to unpack. */
const IN_PIECE = 2_000;

/** First the version without its sentences, then these; or the rule that the parts break. */
export type Assembled =
  | { version: Omit<VersionText, 'sentences'> }
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
