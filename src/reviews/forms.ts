// The forms of the second read and of fixes.
import { z } from 'zod';
import { choice, line, optionalLine, several, text, wholeNumber } from '#src/http/form-fields.ts';

const revision = wholeNumber(1, 1e9);

/** The revision that the page showed; a form without one is taken as it comes. */
export const offerForm = z.object({ revision: revision.optional() });

export const closureForm = z.object({ revision });

export const returnForm = z.object({ revision, return_line: line(500, 'Say in a line why it goes back.') });

export const reopeningForm = z.object({
  reopening_reason: line(500, 'Say in a line why it is opened again.'),
});

/** `claims` are tick boxes whose values are "number:revision", as the reader saw them. */
export const togetherForm = z.object({
  claims: several(z.string().regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}$/, 'Tick the claims in the list.')),
});

export const fixForm = z.object({
  old_words: text(4000, 'Say which words are to change.'),
  new_words: text(4000, 'Write the words that you propose.'),
  fix_reason: optionalLine(500),
});

export const decisionForm = z.object({ decision: choice(['agreed', 'refused']) });
