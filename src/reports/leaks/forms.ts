// The forms of what an editor lets stand: which of what was found, in which words.
import { z } from 'zod';
import { hidden, line } from '#src/http/form-fields.ts';

const hash = () => hidden(line(64, 'Open the page again, and press the button there.'));

export const leakAnswerForm = z.object({ key: hash(), covers: hash() });

export const leakWithdrawalForm = z.object({ key: hash() });
