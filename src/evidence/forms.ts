// The forms of evidence: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import { hidden, optionalChoice, optionalLine, optionalText, wholeNumber } from '#src/http/form-fields.ts';
import { confidentialFields, sourceLine } from '#src/sources/forms.ts';
import { CREDIBILITIES, RELIABILITIES, STANCES } from './evidence.ts';
import type { About } from './tables.ts';
import type { EvidenceDetails } from './use-fields.ts';

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

export const evidenceForm = z.object({
  source_line: sourceLine,
  ...useFields,
  ...confidentialFields,
});

export const useForm = z.object({ ...useFields, revision });

export const removalForm = z.object({ removal_reason: optionalLine(500) });

/**
 * The source that a line speaks of: "#12" or "source 12" is a card of the library, anything else is read as a new line. A dash
 * before it says that the source speaks against the claim, whatever is chosen beside the line.
 */
export function sourceIn(
  line: string,
): ({ source_line: string } | { source_number: number }) & { stance?: EvidenceDetails['stance'] } {
  const [, dash, source = line] = /^([-−–—]\s*)?(.*)$/su.exec(line) ?? [];
  const stance = dash === undefined ? {} : { stance: 'against' as const };
  const number = /^(?:#|source\s+(?:no\.?\s*)?)(\d{1,9})$/i.exec(source)?.[1];
  return number === undefined ? { source_line: source, ...stance } : { source_number: Number(number), ...stance };
}

/** What a form says of a use; what was left is undefined, for the line or the defaults to fill. */
export function useIn(form: Omit<z.infer<typeof useForm>, 'revision'>): EvidenceDetails {
  const { stance, passage, place, reliability, credibility, note } = form;
  const [, about, speaker_id] = ABOUT.exec(form.about) ?? [];
  const graded = { reliability: reliability || null, credibility: credibility === '' ? null : Number(credibility) };
  const whose = speaker_id === undefined ? { about: about as About | undefined } : { about: 'attribution' as const };
  return { stance: stance || undefined, ...whose, speaker_id: speaker_id ?? null, passage, place, note, ...graded };
}
