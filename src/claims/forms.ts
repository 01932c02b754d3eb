// The forms of claims and reading: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import {
  choice,
  hidden,
  line,
  optionalChoice,
  optionalLine,
  optionalNumber,
  optionalText,
  several,
  text,
  tickBox,
  wholeNumber,
} from '#src/http/form-fields.ts';
import { ATTRIBUTION_VERDICTS, CLAIM_KINDS } from './claim.ts';
import { DEEDS } from './deeds.ts';
import { placeFields } from './return-to.ts';
import type { Selection } from './selection.ts';

const position = hidden(optionalNumber('Select the words in the text first.'));
const revision = hidden(wholeNumber(1, 1e9));

const selectionFields = {
  start: position,
  end: position,
  sentence: position,
  words: optionalText(100_000),
  version: position,
};

/** A verdict that is set in one press with marking or taking; '' or none where nobody answered. */
export const firstVerdictFields = {
  content_verdict: z.string().max(40).optional(),
  attribution_verdict: z.enum([...ATTRIBUTION_VERDICTS, '']).optional(),
};

export const markForm = z.object({
  ...placeFields,
  ...selectionFields,
  ...firstVerdictFields,
  kind: optionalChoice(CLAIM_KINDS),
  /** Not sent at all: the article's profile says whether it is key. */
  is_key: z
    .string()
    .transform((value) => !['', '0', 'false'].includes(value))
    .optional(),
});

export const tickForm = z.object({ ...placeFields, ...selectionFields, note: optionalLine(500) });

export const stretchForm = z.object({
  ...placeFields,
  ...selectionFields,
  paragraph: position,
  sentences: hidden(several(wholeNumber(1, 1e6))),
  together: hidden(optionalChoice(['1'])),
});

export const rangeForm = z.object({ ...selectionFields, revision });

export const assignmentForm = z.object({
  paragraphs: several(wholeNumber(1, 1e6)),
  assignee_id: optionalLine(40),
  version: position,
});

/** The selection that a form speaks of. */
export function selectionIn(form: z.infer<z.ZodObject<typeof selectionFields>>): Selection {
  const { start, end, sentence, words, version } = form;
  return { start, end, sentence, words, version };
}

export const verdictsForm = z.object({
  revision,
  content_verdict: z.string().max(40).optional(),
  attribution_verdict: z.enum([...ATTRIBUTION_VERDICTS, '']).optional(),
  verdict_sentence: z
    .string()
    .transform((value) => value.trim())
    .pipe(z.string().max(4000))
    .optional(),
  /** Local time of the desk; empty or missing means now, where a verdict changes. */
  as_of: optionalLine(40),
});

export const detailsForm = z.object({
  revision,
  statement: text(4000, 'Write what is under check, in words that stand alone.'),
  kind: choice(CLAIM_KINDS),
  assignee_id: optionalLine(40),
  due_at: optionalLine(40),
  is_key: tickBox(),
});

export const attributionForm = z.object({ attribution: optionalText(4000), revision });

export const figuresForm = z.object({ figures: optionalText(2000), revision: hidden(revision.optional()) });

export const keyForm = z.object({ is_key: tickBox() });

/** One thing that is done to all claims that are ticked; the hidden ones say how their table was narrowed. */
export const togetherForm = z.object({
  claims: several(wholeNumber(1, 1e9)),
  deed: choice(DEEDS, 'Choose an action.'),
  assignee_id: optionalLine(40),
  reason: optionalLine(500),
  q: hidden(optionalLine(200)),
  list: hidden(optionalLine(60)),
  assigned: hidden(optionalLine(20)),
});

export const sameAsForm = z.object({ same_as: wholeNumber(1, 1e9) });

export const withdrawalForm = z.object({
  withdrawal_reason: line(500, 'Say in a few words why the claim is dropped.'),
});

/** "Name, role" a line, outermost speaker first; what follows the first comma is the role. */
export function chainIn(lines: string): { name: string; role: string }[] {
  return lines
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', ...role] = one.split(',');
      return { name: name.trim(), role: role.join(',').trim() };
    })
    .filter((party) => party.name !== '');
}
