// The form by which an article is erased.
import { z } from 'zod';
import { optionalText, tickBox } from '#src/http/form-fields.ts';

export const erasureForm = z.object({
  reason: optionalText(2_000),
  /** That the editor knows that it cannot be taken back. */
  is_meant: tickBox(),
});
