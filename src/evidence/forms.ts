// The forms of sources and evidence: what comes from a page, field by field, as typed values.
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
import type { EvidenceDetails } from './commands.ts';
import { CREDIBILITIES, RELIABILITIES, STANCES } from './evidence.ts';
import type { SourceDetails, SourceFields } from './library/source.ts';
import { SOURCE_TYPES } from './library/source-type.ts';
import type { About } from './tables.ts';

const LINE_LENGTH = 2000;
const revision = hidden(wholeNumber(1, 1e9));
/** What evidence is about: one of ABOUTS, or the words of one speaker, by the id of the party. */
const ABOUT = /^(?:(content|attribution)|attribution:([0-9a-f-]{36}))?$/;

const useFields = {
  stance: optionalChoice(STANCES),
  about: optionalLine(100).pipe(z.string().regex(ABOUT, 'Choose one of the answers offered.')),
  passage: optionalText(20_000),
  place: optionalLine(200),
  reliability: optionalChoice(RELIABILITIES),
  credibility: optionalChoice(CREDIBILITIES),
  note: optionalText(4000),
};

const confidentialFields = { is_confidential: tickBox(), alias: optionalLine(100) };

export const evidenceForm = z.object({
  source_line: line(LINE_LENGTH, 'Write the source in one line: an address, a title, or a call.'),
  ...useFields,
  ...confidentialFields,
});

export const useForm = z.object({ ...useFields, revision });

export const removalForm = z.object({ removal_reason: optionalLine(500) });

const cardFields = {
  url: optionalLine(LINE_LENGTH),
  publisher: optionalLine(300),
  author: optionalLine(300),
  dated_on: optionalLine(100),
  proximity: optionalChoice(['primary', 'secondary']),
  interest: optionalText(2000),
  doi: optionalLine(300),
  ...confidentialFields,
};

export const newSourceForm = z.object({
  desk: line(100, 'Choose the desk that keeps the source.'),
  source_line: line(LINE_LENGTH, 'Write the source in one line: an address, a title, or a call.'),
  type: optionalChoice(SOURCE_TYPES),
  ...cardFields,
});

export const sourceForm = z.object({
  title: line(LINE_LENGTH, 'A source needs a title. Any words that tell it from others will do.'),
  type: choice(SOURCE_TYPES),
  ...cardFields,
  revision,
});

/** The source that a line speaks of: "#12" or "source 12" is a card of the library, anything else is read as a new line. */
export function sourceIn(line: string): { source_line: string } | { source_number: number } {
  const number = /^(?:#|source\s+(?:no\.?\s*)?)(\d{1,9})$/i.exec(line)?.[1];
  return number === undefined ? { source_line: line } : { source_number: Number(number) };
}

/** What a form says of a use; what was left is undefined, for the line or the defaults to fill. */
export function useIn(form: Omit<z.infer<typeof useForm>, 'revision'>): EvidenceDetails {
  const { stance, passage, place, reliability, credibility, note } = form;
  const [, about, speaker_id] = ABOUT.exec(form.about) ?? [];
  const graded = { reliability: reliability || null, credibility: credibility === '' ? null : Number(credibility) };
  const whose = speaker_id === undefined ? { about: about as About | undefined } : { about: 'attribution' as const };
  return { stance: stance || undefined, ...whose, speaker_id: speaker_id ?? null, passage, place, note, ...graded };
}

/** What the form of a new source says beside its line. */
export function detailsIn(form: z.infer<typeof newSourceForm>): SourceDetails {
  const { url, publisher, author, dated_on, interest, doi, alias } = form;
  return {
    url,
    publisher,
    author,
    dated_on,
    interest,
    doi,
    alias,
    is_confidential: form.is_confidential ? 1 : 0,
    type: form.type || undefined,
    proximity: form.proximity || null,
  };
}

/** A card as its form says it. */
export function cardIn(form: z.infer<typeof sourceForm>): SourceFields & { revision: number } {
  return { ...form, is_confidential: form.is_confidential ? 1 : 0, proximity: form.proximity || null };
}
