// The forms of saved copies: a file or a text that somebody brings, and why a copy is erased.
import { z } from 'zod';
import { type FileSent, wrongOfTwo } from '#src/http/file-sent.ts';
import { type FormResult, readForm } from '#src/http/form.ts';
import { optionalLine, optionalText } from '#src/http/form-fields.ts';
import type { CopyBrought } from './commands.ts';

const REASON_LENGTH = 500;
const TEXT_LENGTH = 5_000_000;

const broughtForm = z.object({ text: optionalText(TEXT_LENGTH) });

/** An empty reason is for the command to refuse: a copy that was erased before wants none. */
export const erasureForm = z.object({ reason: optionalLine(REASON_LENGTH) });

/** What was brought: a file or a text, one of the two. */
export function readBroughtForm(body: unknown, file: FileSent | undefined): FormResult<CopyBrought> {
  const form = readForm(broughtForm, body);
  if (!form.ok) return form;
  const { text } = form.value;
  const both = 'There is a file and a text. Upload one first, then the other: each is a separate copy.';
  const wrong = wrongOfTwo({ file, text }, { neither: 'Choose a file, or paste the text.', both });
  if (wrong !== null) return { ok: false, errors: [wrong], typed: { text } };
  if (file === undefined)
    return { ok: true, value: { how: 'paste', name: '', claimed: 'text/plain', bytes: Buffer.from(text) } };
  return { ok: true, value: { how: 'upload', ...file } };
}
