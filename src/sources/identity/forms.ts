// The forms of an identity record, field by field.
import { z } from 'zod';
import { line, several, text, wholeNumber } from '#src/http/form-fields.ts';

const person = wholeNumber(1, 1e9, 'Choose somebody.');

export const identityForm = z.object({
  identity: text(4000, 'Write who the source is, or leave the page.'),
  readers: several(person),
});

export const readerForm = z.object({ reader: person });

export const destructionForm = z.object({
  reason: line(500, 'Say why the record is destroyed. Name nobody: the reason stays.'),
});
