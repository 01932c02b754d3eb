// The form of a publication: which report was sent to whom, and how.
import { z } from 'zod';
import { choice, line, wholeNumber } from '#src/http/form-fields.ts';
import { AUDIENCES } from '#src/sources/held-back/audience.ts';
import { PUBLICATION_HOWS } from './publication.ts';

export const publicationForm = z.object({
  report: wholeNumber(1, 1e9, 'Choose a report.'),
  audience: choice(AUDIENCES, 'Say which of the two was sent.'),
  to_whom: line(300, 'Say to whom it was sent.'),
  how: choice(PUBLICATION_HOWS, 'Say how it was sent.'),
  sent_at: line(40, 'Say when it was sent.'),
});
