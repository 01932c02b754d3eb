// The forms of a new version and of the tray: what was typed becomes the input of a verb.
import { z } from 'zod';
import { hasWords, NO_BODY } from '#src/articles/article.ts';
import type { FileGiven } from '#src/articles/file-text.ts';
import { withFile } from '#src/articles/intake.ts';
import { RuleBroken } from '#src/errors.ts';
import { type FormError, readForm, type Typed, typedAgain } from '#src/http/form.ts';
import { optionalLine, optionalText, wholeNumber } from '#src/http/form-fields.ts';
import type { Revision } from './revise.ts';

const versionForm = z.object({
  version: wholeNumber(1, 1e9),
  note: optionalLine(500),
  headline: optionalLine(500),
  standfirst: optionalText(5000),
  body: z.string().default(''),
  pull_quotes: optionalText(50_000),
  boxes: optionalText(200_000),
  captions: optionalText(50_000),
  credits: optionalText(2000),
});

export const placementForm = z.object({
  words: optionalText(100_000),
  sentence: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'Write the number that stands in the margin, or leave it empty.')
    .optional()
    .transform((value) => (value ? Number(value) : undefined)),
});

export type VersionForm =
  | { ok: true; input: Revision; typed: Typed }
  | { ok: false; errors: FormError[]; typed: Typed };

/** Reads the form of a new version. A chosen file takes the place of the text that stood in the form. */
export async function readVersionForm(body: unknown, file: FileGiven | undefined): Promise<VersionForm> {
  let typed = typedAgain(body);
  const errors: FormError[] = [];
  try {
    typed = { ...typed, ...(await wordsOf(file)) };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    errors.push({ field: error.field ?? 'file', message: error.message });
  }
  const form = readForm(versionForm, typed);
  if (!form.ok) errors.push(...form.errors);
  else if (errors.length === 0 && !hasWords(form.value.body)) errors.push({ field: 'body', message: NO_BODY });
  if (!form.ok || errors.length > 0) return { ok: false, errors, typed };
  const captions = form.value.captions.split('\n').filter((words) => words.trim() !== '');
  return { ok: true, input: { ...form.value, captions }, typed };
}

/** What a file has to say in place of what was typed: what it has no words for stays. */
async function wordsOf(file: FileGiven | undefined): Promise<Typed> {
  if (file === undefined) return {};
  const { headline, body, captions } = await withFile({ headline: '', body: '', captions: [] }, file);
  return {
    body,
    ...(headline === '' ? {} : { headline }),
    ...(captions.length === 0 ? {} : { captions: captions.join('\n') }),
  };
}
