// The form that asks whether and where the copy shows something; other subjects have it, too.
import { z } from 'zod';
import { hidden, optionalChoice, optionalLine, optionalText, wholeNumber } from '#src/http/form-fields.ts';
import type { CopyInput } from './article-passage.ts';

export const copyForm = z.object({
  copy_shows: optionalChoice(['yes', 'no']),
  copy_sentence: optionalLine(9).pipe(z.string().regex(/^\d*$/, 'Choose one of those offered.')),
  copy_words: optionalText(2000),
  copy_reason: optionalText(2000),
  revision: hidden(wholeNumber(1, 1e9)),
});

/** What the form says of the copy, and the revision that it showed. */
export function copyIn(form: z.infer<typeof copyForm>): CopyInput & { revision: number } {
  return { ...form, copy_sentence: form.copy_sentence === '' ? null : Number(form.copy_sentence) };
}
