// The forms of a new version and of the tray: what was typed becomes the input of a verb.
import { z } from 'zod';
import { hasWords, NO_BODY } from '#src/articles/article.ts';
import { draftChosenIn } from '#src/articles/intake/comment-choices.ts';
import type { FileGiven } from '#src/articles/intake/file-text.ts';
import { partsTypedOf } from '#src/articles/version-parts.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import { RuleBroken } from '#src/errors.ts';
import { readWebAddress } from '#src/fetching/fetch-page.ts';
import { type FormRefused, type FormResult, readForm, type Typed, typedAgain } from '#src/http/form.ts';
import { hidden, optionalLine, optionalText, several, wholeNumber } from '#src/http/form-fields.ts';
import { cleanText } from '#src/text-fields.ts';
import type { Revision } from './read-revision.ts';

const versionForm = z.object({
  version: hidden(wholeNumber(1, 1e9)),
  note: optionalLine(500),
  headline: optionalLine(500),
  standfirst: optionalText(5000),
  body: z.string().default(''),
  pull_quotes: optionalText(50_000),
  boxes: optionalText(200_000),
  captions: optionalText(50_000),
  credits: optionalText(2000),
  draft: hidden(optionalLine(60)),
});

export const placementForm = z.object({
  words: optionalText(100_000),
  sentence: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'Write the number in the margin, or leave it empty.')
    .optional()
    .transform((value) => (value ? Number(value) : undefined)),
});

export const standingForm = z.object({
  claims: hidden(several(z.string().regex(/^[1-9]\d{0,8}:[1-9]\d{0,8}$/, 'Choose the claims in the table.'))),
});

/** The text typed, or a document or an address to be looked over first. */
export type VersionTyped = { way: 'typed'; input: Revision } | ToLookOver;

type ToLookOver =
  | { way: 'document'; file: FileGiven; typed: Typed }
  | { way: 'address'; address: string; typed: Typed };

/** Reads the form of a new version: a document or an address takes the place of what is in the fields. */
export function readVersionForm(body: unknown, file: FileGiven | undefined): FormResult<VersionTyped> {
  const way = readVersionWay(body, file);
  if (way !== 'typed') return way;
  const form = readForm(versionForm, body);
  if (!form.ok) return form;
  if (!hasWords(form.value.body))
    return { ok: false, errors: [{ field: 'body', message: NO_BODY }], typed: typedAgain(body) };
  const captions = form.value.captions.split('\n').filter((words) => words.trim() !== '');
  const typed = typedAgain(body);
  return { ok: true, value: { way: 'typed', input: { ...form.value, ...draftChosenIn(typed), typed, captions } } };
}

function readVersionWay(body: unknown, file: FileGiven | undefined): FormResult<ToLookOver> | 'typed' {
  const { address: typed_address, ...typed } = typedAgain(body);
  const address = String(typed_address ?? '').trim();
  if (address === '') return file === undefined ? 'typed' : { ok: true, value: { way: 'document', file, typed } };
  const refused = (message: string): FormRefused => ({
    ok: false,
    errors: [{ field: 'address', message }],
    typed: { ...typed, address },
  });
  if (file !== undefined) return refused('There is a web address here and also a file. Keep one of them.');
  try {
    return { ok: true, value: { way: 'address', address: readWebAddress(address).href, typed } };
  } catch (error) {
    if (error instanceof RuleBroken) return refused(error.message);
    throw error;
  }
}

/** What was typed beside a document: a field that still holds the words of the version before says nothing. */
export function typedBeside(typed: Typed, before: Pick<VersionText, 'text' | 'parts'>): Record<string, string> {
  const { body, captions, ...parts } = partsTypedOf(before.text, before.parts);
  const stood: Record<string, string> = { ...parts, captions: captions.join('\n'), note: '' };
  return Object.fromEntries(
    Object.entries(stood).flatMap(([name, words]) => {
      const now = String(typed[name] ?? words);
      return cleanText(now) === cleanText(words) ? [] : [[name, now]];
    }),
  );
}
