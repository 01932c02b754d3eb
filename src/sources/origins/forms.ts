// The form in which somebody notes from which other source one derives.
import { z } from 'zod';
import { hidden, line, optionalText, tickBox } from '#src/http/form-fields.ts';

/** The other source, whether the words are the same, and which link stood when the form was shown. */
export const derivationForm = z.object({
  derives_from: line(2000, 'Name the source this one derives from: its number, its address or its title.'),
  is_same_copy: tickBox(),
  note: optionalText(2000),
  standing: hidden(z.string().max(100).optional()),
});
