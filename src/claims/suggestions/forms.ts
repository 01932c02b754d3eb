// The forms of suggestions: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import { hidden, optionalChoice, optionalNumber, wholeNumber } from '#src/http/form-fields.ts';
import { firstVerdictFields } from '../forms.ts';
import { placeFields } from '../return-to.ts';
import { SUGGESTION_ORDERS } from '../suggestion-order.ts';

const GONE = 'Choose a suggestion in the text or in the list.';

export const chosenForm = z.object({
  ...placeFields,
  ...firstVerdictFields,
  start: hidden(wholeNumber(0, 1e9, GONE)),
  end: hidden(wholeNumber(0, 1e9, GONE)),
  version: hidden(optionalNumber()),
});

/** The line is a whole number from 0 to 100: a hundred times the score. */
export const takingsForm = z.object({
  above: wholeNumber(0, 100, 'Write the minimum score as a whole number from 0 to 100.'),
  order: hidden(optionalChoice(SUGGESTION_ORDERS)),
});
