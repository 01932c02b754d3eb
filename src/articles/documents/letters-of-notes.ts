// Counts the letters of footnotes and comments: a short document may say a long one again and again. Pure.
import { refused, SAVE_AS_TEXT } from './refused.ts';

/** Four times what an article has. */
const MOST_LETTERS_OF_NOTES = 4_000_000;

export class LettersOfNotes {
  #letters = 0;

  /** RuleBroken where they are more than the desk takes of a document. */
  add(note: string): void {
    this.#letters += note.length;
    if (this.#letters > MOST_LETTERS_OF_NOTES)
      throw refused(
        'Its footnotes and comments, counted wherever the text refers to them, have more than 4,000,000 letters.',
        SAVE_AS_TEXT,
      );
  }
}
