// The form that brings a list of retracted papers: a file, or DOIs pasted.
import { z } from 'zod';
import { type FileSent, wrongOfTwo } from '#src/http/file-sent.ts';
import { type FormResult, readForm } from '#src/http/form.ts';
import { line, optionalLine, optionalText } from '#src/http/form-fields.ts';

const listForm = z.object({
  desk: line(100, 'Choose the desk that the list is for.'),
  name: optionalLine(120),
  text: optionalText(1_000_000),
});

export interface ListBrought {
  desk: string;
  name: string;
  file_name: string;
  bytes: Buffer;
  /** By which field of the form it came. */
  field: 'file' | 'text';
}

/** The list that was brought, a file or pasted, one of the two; and what the desk calls it. */
export function readListForm(body: unknown, file: FileSent | undefined): FormResult<ListBrought> {
  const form = readForm(listForm, body);
  if (!form.ok) return form;
  const { desk, name, text } = form.value;
  const both = 'There is a file and a list. Import one, then the other.';
  const wrong = wrongOfTwo({ file, text }, { neither: 'Choose the file of the list, or paste DOIs.', both });
  if (wrong !== null) return { ok: false, errors: [wrong], typed: { desk, name, text } };
  if (file !== undefined)
    return { ok: true, value: { desk, name, file_name: file.name, bytes: file.bytes, field: 'file' } };
  if (name === '')
    return {
      ok: false,
      errors: [{ field: 'name', message: 'Say what pages call this list.' }],
      typed: { desk, name, text },
    };
  return { ok: true, value: { desk, name, file_name: 'Pasted list', bytes: Buffer.from(text), field: 'text' } };
}
