// The form of signing: what each field takes.
import { z } from 'zod';
import { optionalText, several, wholeNumber } from '#src/http/form-fields.ts';

/** A report for everybody has an internal one beside it. */
const FOR_WHOM = ['everybody', 'inside'] as const;

export const signingForm = z.object({
  number: wholeNumber(1, 1_000_000),
  version: wholeNumber(1, 1_000_000),
  /** The numbers of the claims that are signed open. */
  open_claims: several(wholeNumber(1, 1_000_000_000)),
  reason: optionalText(2_000),
  for_whom: z.enum(FOR_WHOM).default('everybody'),
});
