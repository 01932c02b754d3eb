// The forms of own facts: the link that the desk makes, the answers that come back, what is made of them.
import { z } from 'zod';
import { type FormError, type FormResult, readForm, type Typed } from '#src/http/form.ts';
import { choice, hidden, line, optionalChoice, optionalText, several, wholeNumber } from '#src/http/form-fields.ts';
import { LINK_DAYS } from '../forms.ts';
import type { FactsAnswers } from './answer-commands.ts';
import { SENTENCES_AT_MOST } from './facts.ts';

export const factsLinkForm = z.object({
  name: line(200, 'Say for whom it is: a name, or what they are.'),
  sentences: several(z.string().regex(/^[1-9]\d{0,6}$/, 'Tick the sentences in the list.')).pipe(
    z
      .array(z.string())
      .min(1, 'Tick at least one sentence.')
      .max(SENTENCES_AT_MOST, `Tick ${SENTENCES_AT_MOST} sentences at most; make a second link for more.`),
  ),
  note: optionalText(1000),
  days: choice(LINK_DAYS, 'Say for how long the link is valid.'),
  version: hidden(wholeNumber(1, 1e9)),
});

/** An empty reason is for the verb to refuse. */
export const factsErasureForm = z.object({ reason: line(500, 'Say why it is erased: the reason is kept.') });

export const factsUseForm = z.object({ claim: hidden(wholeNumber(1, 1e9)) });

/** Reads what was answered of these sentences. A wrong wants words, words want a wrong, and nothing at all is said, too. */
export function readFactsForm(body: unknown, positions: readonly number[]): FormResult<FactsAnswers> {
  const form = readForm(formOf(positions), body);
  if (!form.ok) return form;
  const value = form.value as Record<string, string>;
  const errors: FormError[] = [];
  const answers: FactsAnswers['answers'] = [];
  for (const position of positions) {
    const [verdict, says] = [value[`verdict_${position}`] ?? '', value[`says_${position}`] ?? ''];
    if (verdict === 'wrong' && says === '') errors.push({ field: `says_${position}`, message: NO_WORDS });
    else if (verdict !== 'wrong' && says !== '') errors.push({ field: `verdict_${position}`, message: NO_VERDICT });
    else if (verdict === 'right' || verdict === 'wrong') answers.push({ position, verdict, says });
  }
  if (errors.length === 0 && answers.length === 0) errors.push({ field: '', message: EMPTY });
  if (errors.length > 0) return { ok: false, errors, typed: value as Typed };
  const may_name = value.may_name === 'yes' || value.may_name === 'no' ? value.may_name : '';
  return { ok: true, value: { answers, how_known: value.how_known ?? '', may_name } };
}

const NO_WORDS = 'Say what is wrong, and what would be right if you know it.';
const NO_VERDICT = 'You wrote what is wrong. Choose “Something is wrong”, or clear the words.';
const EMPTY = 'Nothing is chosen yet. Say of one sentence at least whether it is right.';

function formOf(positions: readonly number[]): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const position of positions) {
    shape[`verdict_${position}`] = optionalChoice(['right', 'wrong']);
    shape[`says_${position}`] = optionalText(3000);
  }
  return z.object({ ...shape, how_known: optionalText(2000), may_name: optionalChoice(['yes', 'no']) });
}
