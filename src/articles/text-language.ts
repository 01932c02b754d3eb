// The language of a text that comes in: as somebody said, or as its words show, or the desk's. Pure.
import { guessLanguage } from '#src/reading/text/language-guess.ts';
import { cleanLine } from '#src/text-fields.ts';
import type { ArticleTable } from './tables.ts';

/** `language` '' where it is the desk's. A guess that only repeats the desk's language is none: "en" at a desk of "en-GB". */
export function languageOfText(
  said: string | undefined,
  text: string,
  desk: { language: string },
): { language: string; language_guessed: ArticleTable['language_guessed'] } {
  const typed = cleanLine(said ?? '');
  if (typed !== '') return { language: typed, language_guessed: 0 };
  const guess = guessLanguage(text);
  if (guess === null || guess === desk.language.split('-')[0]?.toLowerCase())
    return { language: '', language_guessed: 0 };
  return { language: guess, language_guessed: 1 };
}
