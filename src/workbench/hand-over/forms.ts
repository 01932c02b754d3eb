// The form by which all of one's open claims are handed over.
import { z } from 'zod';
import { line, wholeNumber } from '#src/http/form-fields.ts';
import { numberIn } from '#src/number-in.ts';

export const handOverForm = z.object({
  /** `desk` or `desk/article`: the slug of a desk, and the number of one of its articles. */
  what: line(120, 'Choose what you hand over.'),
  to: wholeNumber(1, 1e9, 'Choose a colleague.'),
});

/** What was chosen, taken apart. */
export function handOverIn({ what, to }: z.infer<typeof handOverForm>) {
  const [desk = '', article = ''] = what.split('/');
  return { desk, to, article: numberIn(article) };
}
