// The forms of complaints and corrections: what comes from a page, field by field.
import { z } from 'zod';
import {
  choice,
  hidden,
  line,
  optionalLine,
  optionalNumber,
  optionalText,
  text,
  wholeNumber,
} from '#src/http/form-fields.ts';
import { CORRECTION_KINDS } from '../correction.ts';
import { OUTCOMES } from './complaint.ts';

const revision = hidden(wholeNumber(1, 1e9));
const claim_number = optionalNumber('Write the number of a claim, or leave it empty.');

const complaintFields = {
  complainant: line(300, 'Say who complains.'),
  reach: optionalLine(300),
  received_at: line(40, 'Say when the complaint came.'),
  claim_number,
  words: optionalText(4000),
  says: text(20_000, 'Write what they say.'),
  decider: optionalNumber('Choose an editor of the desk, or leave it open.'),
};

export const complaintForm = z.object(complaintFields);
export const complaintChangeForm = z.object({ ...complaintFields, revision });

export const decisionForm = z.object({
  outcome: choice(OUTCOMES, 'Say what is decided.'),
  decision_line: text(4000, 'Say why, in a line or two.'),
  revision,
});

export const answerForm = z.object({ answer: text(20_000, 'Write what they were told.'), revision });

export const settlementForm = z.object({ correction: wholeNumber(1, 1e9) });

const correctionFields = {
  kind: choice(CORRECTION_KINDS, 'Say what sort of correction it is.'),
  was_words: text(4000, 'Quote the words that were wrong.'),
  right_words: optionalText(4000),
  sentence: optionalText(8000),
  claim_number,
};

export const correctionForm = z.object({ ...correctionFields, complaint: hidden(optionalNumber()) });
export const correctionChangeForm = z.object({ ...correctionFields, revision });

export const publicationForm = z.object({
  since_at: line(40, 'Say since when the published article has carried it.'),
  revision,
});

export const correctionWithdrawalForm = z.object({
  withdrawal_reason: line(500, 'Say in a line why it is withdrawn.'),
});
