// The forms of sign-off: the words of a reason or a waiver, and what the page showed as missing.
import { z } from 'zod';
import { line, text } from '#src/http/form-fields.ts';

export const answerForm = z.object({
  words: text(1000, 'Say why. The report prints it.'),
  seen: line(64, 'Open the page again: the form does not say what was missing.'),
});
