// The forms of Legal: what each field takes and what it says when that is wrong.
import { z } from 'zod';
import { hidden, line, optionalLine, optionalNumber, text, wholeNumber } from '#src/http/form-fields.ts';

/** The version that the page showed, so that nobody clears a text that they did not read. */
const version = hidden(wholeNumber(1, 1e9));

/** The clearance of somebody else that this one takes the place of. */
const over = hidden(optionalLine(100));

export const holdForm = z.object({ hold_reason: line(500, 'Say in a line why Legal has to see it.') });

export const claimClearanceForm = z.object({
  version,
  /** How many holds the page showed. */
  holds: hidden(wholeNumber(0, 1e6)),
  clearance_line: optionalLine(500),
  over,
});

export const articleClearanceForm = z.object({ version, clearance_line: optionalLine(500), over });

export const noteForm = z.object({
  claim: optionalNumber('Write the number of the claim, or leave it empty.'),
  note: text(4000, 'Write the note.'),
});
