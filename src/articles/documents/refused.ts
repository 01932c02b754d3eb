// What is said of a document that is not read, and what to do instead. Pure.
import { RuleBroken } from '#src/errors.ts';

/** A document that is not read, in a sentence that follows its name; `instead` says what to do. */
export function refused(sentence: string, instead: string = INSTEAD): RuleBroken {
  return new RuleBroken(`${sentence} ${instead}`, 'file');
}

export const INSTEAD = 'Nothing was stored. Choose another file, or paste the text.';
/** Of documents whose words may well be readable otherwise. */
export const SAVE_AS_TEXT = 'Nothing was stored. Save it as plain text and choose that, or paste the text.';
