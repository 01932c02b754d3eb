// The forms of a source's card: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import {
  choice,
  hidden,
  line,
  optionalChoice,
  optionalLine,
  optionalText,
  tickBox,
  wholeNumber,
} from '#src/http/form-fields.ts';
import type { SourceDetails, SourceFields } from './card/source.ts';
import { SOURCE_TYPES } from './card/source-type.ts';

const LINE_LENGTH = 2000;

/** The line that makes a source, wherever one is written. */
export const sourceLine = line(LINE_LENGTH, 'Write the source in one line: an address, a title, or a call.');

export const confidentialFields = { is_confidential: tickBox(), alias: optionalLine(100) };

const anonymityFields = { anonymity_reason: optionalLine(500), granted_by: optionalLine(200) };

const cardFields = {
  url: optionalLine(LINE_LENGTH),
  publisher: optionalLine(300),
  author: optionalLine(300),
  dated_on: optionalLine(100),
  proximity: optionalChoice(['primary', 'secondary']),
  interest: optionalText(2000),
  doi: optionalLine(300),
  ...confidentialFields,
  ...anonymityFields,
};

export const newSourceForm = z.object({
  desk: line(100, 'Choose the desk that keeps the source.'),
  source_line: sourceLine,
  type: optionalChoice(SOURCE_TYPES),
  ...cardFields,
});

export const sourceForm = z.object({
  title: line(LINE_LENGTH, 'A source needs a title. Any words that set it apart will do.'),
  type: choice(SOURCE_TYPES),
  ...cardFields,
  revision: hidden(wholeNumber(1, 1e9)),
});

/** What the form of a new source says beside its line. */
export function detailsIn(form: z.infer<typeof newSourceForm>): SourceDetails {
  const { url, publisher, author, dated_on, interest, doi, alias, anonymity_reason, granted_by } = form;
  return {
    url,
    publisher,
    author,
    dated_on,
    interest,
    doi,
    alias,
    anonymity_reason,
    granted_by,
    is_confidential: form.is_confidential ? 1 : 0,
    type: form.type || undefined,
    proximity: form.proximity || null,
  };
}

/** A card as its form says it. */
export function cardIn(form: z.infer<typeof sourceForm>): SourceFields & { revision: number } {
  return { ...form, is_confidential: form.is_confidential ? 1 : 0, proximity: form.proximity || null };
}
