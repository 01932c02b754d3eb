// The forms of imports: a file or a pasted list, and which of its entries are taken.
import { z } from 'zod';
import { type FileSent, wrongOfTwo } from '#src/http/file-sent.ts';
import { type FormResult, readForm, typedAgain } from '#src/http/form.ts';
import { choice, line, optionalChoice, optionalText, several, tickBox } from '#src/http/form-fields.ts';
import { SOURCE_FORMATS } from '../library/source-formats.ts';
import type { SourcesGiven } from './read-sources.ts';

const TEXT_LENGTH = 5_000_000;

const broughtForm = z.object({
  desk: line(100, 'Choose the desk that keeps the sources.'),
  format: optionalChoice(SOURCE_FORMATS),
  text: optionalText(TEXT_LENGTH),
});

export const takingForm = z.object({
  take: choice(['all', 'ticked'], 'Say what to import.'),
  entry: several(
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'Tick entries of the list.')
      .transform(Number),
  ),
  fill: tickBox(),
});

export interface Brought {
  desk: string;
  given: SourcesGiven;
  /** By which field of the form it came. */
  field: 'file' | 'text';
}

/** The list that was brought: a file or pasted words, one of the two. */
export function readBroughtForm(body: unknown, file: FileSent | undefined): FormResult<Brought> {
  const form = readForm(broughtForm, body);
  if (!form.ok) return form;
  const { desk, text, format } = form.value;
  const both = 'There is a file and a list. Import one first, then the other.';
  const wrong = wrongOfTwo({ file, text }, { neither: 'Choose a file, or paste the list.', both });
  if (wrong !== null) return { ok: false, errors: [wrong], typed: { desk, text, format } };
  const as = format || undefined;
  if (file === undefined)
    return {
      ok: true,
      value: { desk, given: { name: 'Pasted list', bytes: Buffer.from(text), format: as }, field: 'text' },
    };
  const given = { name: file.name, bytes: file.bytes, format: as };
  return { ok: true, value: { desk, given, field: 'file' } };
}

/** What is to be taken. Of ticked entries there has to be one. */
export function readTakingForm(body: unknown): FormResult<z.infer<typeof takingForm>> {
  const form = readForm(takingForm, body);
  if (!form.ok || form.value.take === 'all' || form.value.entry.length > 0) return form;
  const errors = [{ field: 'entry', message: 'Tick the entries to import.' }];
  return { ok: false, errors, typed: typedAgain(body) };
}
