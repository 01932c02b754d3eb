// The forms of findings: which one, in what version, where the reader was.
import { z } from 'zod';
import { choice, hidden, line, optionalNumber } from '#src/http/form-fields.ts';

/** The version that the page showed, and the claim beside which its reader was; without one, the list. */
const meantFields = { version: hidden(optionalNumber()), in_hand: hidden(optionalNumber()) };

export const takingForm = z.object({ ...meantFields, as: hidden(choice(['note', 'query', 'fix'])) });

export const dismissalForm = z.object({
  ...meantFields,
  reason: line(500, 'Say why it is right as it is, in a line.'),
});

export const reopeningForm = z.object(meantFields);
