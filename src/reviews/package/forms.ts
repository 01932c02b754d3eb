// The forms of what the writer hands in, and of what a checker makes of each piece.
import { z } from 'zod';
import type { FileSent } from '#src/http/file-sent.ts';
import { type FormError, type FormResult, readForm, type Typed } from '#src/http/form.ts';
import { choice, optionalLine, optionalNumber, optionalText, text, tickBox } from '#src/http/form-fields.ts';
import { SOURCE_TYPES } from '#src/sources/card/source-type.ts';
import { type ContactTyped, readContactLines } from './contact-lines.ts';

const about = optionalLine(200);

export const filesForm = z.object({ words: optionalText(2000), about, is_confidential: tickBox() });

export const noteForm = z.object({ words: text(8000, 'Write the note.'), about, is_confidential: tickBox() });

/** So many people are typed at once; more come as a table. */
export const ROWS = [1, 2, 3] as const;

/** Reads the people that were typed, and those of the table. A row that says anything wants a name. */
export function readContactsForm(body: unknown, list: FileSent | undefined): FormResult<ContactsSent> {
  const form = readForm(contactsForm, body);
  if (!form.ok) return form;
  const value = form.value as Record<string, string | boolean>;
  const errors: FormError[] = [];
  const people: ContactTyped[] = [];
  for (const row of ROWS) {
    const of = (name: string) => String(value[`${name}_${row}`] ?? '');
    const typed = { name: of('name'), body: of('body'), phone: of('phone'), mail: of('mail'), about: of('about') };
    const is_confidential = value[`confidential_${row}`] === true;
    if (Object.values(typed).every((one) => one === '') && !is_confidential) continue;
    if (typed.name === '') errors.push({ field: `name_${row}`, message: 'Say who it is.' });
    people.push({ ...typed, words: '', is_confidential: is_confidential ? 1 : 0 });
  }
  const { people: listed, fault } = readContactLines(String(value.table ?? ''));
  if (fault !== '') errors.push({ field: 'table', message: fault });
  if (errors.length + people.length + listed.length === 0 && list === undefined)
    errors.push({ field: '', message: NOBODY });
  if (errors.length > 0) return { ok: false, errors, typed: typedOf(value) };
  return {
    ok: true,
    value: { people: [...people, ...listed], list, list_is_confidential: value.list_is_confidential === true },
  };
}

export interface ContactsSent {
  people: ContactTyped[];
  /** A file with more of them, and whether all in it are confidential. */
  list: FileSent | undefined;
  list_is_confidential: boolean;
}

const NOBODY = 'Nobody is filled in yet. Type a name, choose a file, or paste a table.';

function typedOf(value: Record<string, string | boolean>): Typed {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === false ? [] : [[name, one === true ? '1' : String(one)]])),
  );
}

const contactsForm = z.object({
  ...Object.fromEntries(
    ROWS.flatMap((row): [string, z.ZodType][] => [
      [`name_${row}`, optionalLine(200)],
      [`body_${row}`, optionalLine(200)],
      [`phone_${row}`, optionalLine(100)],
      [`mail_${row}`, optionalLine(200)],
      [`about_${row}`, about],
      [`confidential_${row}`, tickBox()],
    ]),
  ),
  table: optionalText(100_000),
  list_is_confidential: tickBox(),
});

/** What a checker says of a piece that they take: of a file, its card; of a note, the claim. */
export const takingForm = z.object({
  title: optionalLine(500),
  type: choice(SOURCE_TYPES).default('document'),
  alias: optionalLine(100),
  claim: optionalNumber('Write the number of a claim.'),
});
