// The buttons on a source that a document proposes, as one form.
import { z } from 'zod';
import { choice, line, optionalNumber } from '#src/http/form-fields.ts';

/** Which source, for what, and where the reader was. */
export const chosenForm = z.object({
  /** The version of the document, a point, its place there. */
  proposed: line(20, 'Choose a source that the draft names.'),
  claim: optionalNumber(),
  as: choice(['evidence', 'tick']).default('evidence'),
  /** Where the reader was. */
  in_hand: optionalNumber(),
  sentence: optionalNumber(),
});

export type Chosen = z.infer<typeof chosenForm>;
