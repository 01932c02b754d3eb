// The forms of spreadsheets: the file or pasted rows, what columns and words of status are, what is taken.
import { z } from 'zod';
import { type FileSent, wrongOfTwo } from '#src/http/file-sent.ts';
import { type FormResult, readForm, typedAgain } from '#src/http/form.ts';
import { choice, hidden, optionalNumber, optionalText, several } from '#src/http/form-fields.ts';
import { cleanLine } from '#src/text-fields.ts';
import { SHEET_FIELDS } from './columns/sheet-fields.ts';

const TEXT_LENGTH = 2_000_000;

const broughtForm = z.object({ text: optionalText(TEXT_LENGTH) });

export interface Brought {
  name: string;
  bytes: Uint8Array;
  /** By which field of the form it came. */
  field: 'file' | 'text';
}

/** What was brought: a file or pasted rows, one of the two. */
export function readBroughtForm(body: unknown, file: FileSent | undefined): FormResult<Brought> {
  const form = readForm(broughtForm, body);
  if (!form.ok) return form;
  const { text } = form.value;
  const both = 'There is a file, and pasted rows. Add one of them first.';
  const wrong = wrongOfTwo({ file, text }, { neither: 'Choose a file, or paste rows.', both });
  if (wrong !== null) return { ok: false, errors: [wrong], typed: { text } };
  if (file !== undefined) return { ok: true, value: { name: file.name, bytes: file.bytes, field: 'file' } };
  return { ok: true, value: { name: 'Pasted rows', bytes: Buffer.from(text), field: 'text' } };
}

/** Which sheet of the file, and which row names its columns. */
const askedFields = { part: hidden(optionalNumber()), header: hidden(optionalNumber()) };

const columnField = z.enum([...SHEET_FIELDS, '']);

/** What each column is: `column_1`, `column_2` … in the order of the table. */
export function readColumnsForm(body: unknown): FormResult<string[]> {
  const columns = numberedIn(body, 'column');
  if (columns.every((one) => columnField.safeParse(one).success)) return { ok: true, value: columns };
  return { ok: false, errors: [{ field: '', message: 'Choose what each column is.' }], typed: typedAgain(body) };
}

/** The words of status, and the id of the verdict that each suggests, '' for none: `status_1`, `verdict_1` … */
export function readStatusesForm(body: unknown): FormResult<{ status: string; verdict_id: string }[]> {
  const verdicts = numberedIn(body, 'verdict');
  const value = numberedIn(body, 'status').map((status, at) => ({ status, verdict_id: verdicts[at] ?? '' }));
  return { ok: true, value };
}

/** Nobody sends more of one name. */
const MOST_NUMBERED = 200;
const LONGEST = 200;

function numberedIn(body: unknown, name: string): string[] {
  const sent = (body ?? {}) as Record<string, unknown>;
  const found: string[] = [];
  for (let at = 1; at <= MOST_NUMBERED; at += 1) {
    const value = sent[`${name}_${at}`];
    if (typeof value !== 'string') break;
    found.push(cleanLine(value).slice(0, LONGEST));
  }
  return found;
}

const takingForm = z.object({
  ...askedFields,
  take: choice(['all', 'ticked'], 'Say what to add.'),
  entry: several(
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'Tick rows of the list.')
      .transform(Number),
  ),
});

/** What is to be taken. Of ticked rows there has to be one. */
export function readTakingForm(body: unknown): FormResult<z.infer<typeof takingForm>> {
  const form = readForm(takingForm, body);
  if (!form.ok || form.value.take === 'all' || form.value.entry.length > 0) return form;
  return { ok: false, errors: [{ field: 'entry', message: 'Tick the rows to add.' }], typed: typedAgain(body) };
}

export const rowPlacementForm = z.object({
  words: optionalText(10_000),
  sentence: optionalNumber('Write the number of the sentence.'),
});
