// The forms of the text that ran.
import { z } from 'zod';
import { type FormResult, readForm, typedAgain } from '#src/http/form.ts';
import { hidden, optionalLine, optionalText, wholeNumber } from '#src/http/form-fields.ts';
import { hasWords } from '../article.ts';
import type { PartsTyped } from '../version-parts.ts';

const asRanForm = z.object({
  headline: optionalLine(500),
  standfirst: optionalText(5000),
  body: z.string().default(''),
  captions: optionalText(50_000),
  credits: optionalText(2000),
});

/** What the page showed: which text that ran, beside which version. */
const seen = { as_ran: hidden(z.string().max(60)), version: hidden(wholeNumber(1, 1e9)) };

export const initialsForm = z.object({ ...seen, reason: optionalLine(500) });

export const takingForm = z.object(seen);

/** The parts that were pasted; without a text the form is shown again. */
export function readAsRanForm(body: unknown): FormResult<PartsTyped> {
  const form = readForm(asRanForm, body);
  if (!form.ok) return form;
  const errors = [{ field: 'body', message: 'Paste the text that ran.' }];
  if (!hasWords(form.value.body)) return { ok: false, errors, typed: typedAgain(body) };
  const captions = form.value.captions.split('\n').filter((words) => words.trim() !== '');
  return { ok: true, value: { ...form.value, captions } };
}
