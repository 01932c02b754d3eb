// The form in which two cards are put together.
import { z } from 'zod';
import { hidden, optionalChoice, wholeNumber } from '#src/http/form-fields.ts';
import { CHOSEN_FIELDS } from './merging.ts';

const choice = optionalChoice(['this', 'other']);

/** The other card, what both were when they were shown, and from which of them each field comes. */
export const mergeForm = z.object({
  other: wholeNumber(1, 1e9, 'Give the number of the other source.'),
  revision: hidden(wholeNumber(1, 1e9)),
  other_revision: hidden(wholeNumber(1, 1e9)),
  ...(Object.fromEntries(CHOSEN_FIELDS.map((field) => [field, choice])) as Record<
    (typeof CHOSEN_FIELDS)[number],
    typeof choice
  >),
});
