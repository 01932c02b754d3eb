// The forms on what the program proposes, field by field as typed values.
import { z } from 'zod';
import { optionalChoice, wholeNumber } from '#src/http/form-fields.ts';
import { PROPOSAL_ORDERS } from './suggestion.ts';

const GONE = 'Choose a proposal in the text or in the list.';

const optionalNumber = z
  .string()
  .regex(/^\d{0,9}$/)
  .optional()
  .transform((value) => (value ? Number(value) : undefined));

/** Where the reader was: on the page of a sentence, at the list of proposals as it was narrowed, or with a claim in hand. */
const placeFields = {
  sentence: optionalNumber,
  in_hand: optionalNumber,
  above: optionalNumber,
  order: optionalChoice(PROPOSAL_ORDERS),
};

export const chosenForm = z.object({
  ...placeFields,
  start: wholeNumber(0, 1e9, GONE),
  end: wholeNumber(0, 1e9, GONE),
  version: optionalNumber,
});

/** The line is a whole number from 0 to 100: a hundred times the score. */
export const takingsForm = z.object({
  above: wholeNumber(0, 100, 'Write the line as a whole number from 0 to 100.'),
  order: optionalChoice(PROPOSAL_ORDERS),
});

export type ReaderPlace = Pick<z.infer<typeof chosenForm>, keyof typeof placeFields>;
