// The form of the writer's page: answers to queries, a word on each fix.
import { z } from 'zod';
import { type FormError, type FormResult, readForm, type Typed } from '#src/http/form.ts';
import { optionalChoice, optionalLine, optionalNumber, optionalText } from '#src/http/form-fields.ts';
import type { ReviewMaterial } from '../gather-reviews.ts';
import type { WriterAnswers } from './link-commands.ts';

/** Reads what was answered. A no to a fix wants a line; nothing filled in at all is said, too. */
export function readWriterForm(
  body: unknown,
  material: Pick<ReviewMaterial, 'queries' | 'fixes'>,
): FormResult<WriterAnswers> {
  const { queries, fixes } = material;
  const form = readForm(formOf(material), body);
  if (!form.ok) return form;
  const value = form.value as Record<string, string | number | undefined>;
  const typed = value as Typed;
  const answers: WriterAnswers = {
    queries: queries
      .map(({ id, number }) => ({ query_id: id, answer: String(value[`answer_${number}`] ?? '') }))
      .filter(({ answer }) => answer !== ''),
    fixes: [],
  };
  const errors: FormError[] = [];
  for (const { id, number, revision, writer_word, writer_line } of fixes) {
    const [word, line] = [String(value[`word_${number}`] ?? ''), String(value[`line_${number}`] ?? '')];
    if (word === 'refuse' && line === '') errors.push({ field: `line_${number}`, message: NO_LINE });
    if (word === '' && line !== '') errors.push({ field: `word_${number}`, message: NO_WORD });
    const shown = Number(value[`revision_${number}`] ?? revision);
    const is_new = word !== (writer_word ?? '') || line !== writer_line;
    if ((word === 'agree' || word === 'refuse') && is_new)
      answers.fixes.push({ fix_id: id, word, line, revision: shown });
  }
  if (errors.length > 0) return { ok: false, errors, typed };
  const is_empty = answers.queries.length + answers.fixes.length === 0 && !isAnswered(value);
  return is_empty ? { ok: false, errors: [{ field: '', message: EMPTY }], typed } : { ok: true, value: answers };
}

const NO_LINE = 'Say in a line why it should stay as it is.';
const NO_WORD = 'Say whether you agree.';
const EMPTY = 'Nothing is filled in yet. Answer what you can; the rest can wait.';

/** The same form sent twice says nothing new, and is no empty one. */
function isAnswered(value: Record<string, unknown>): boolean {
  return Object.entries(value).some(([name, word]) => /^word_/.test(name) && word !== '' && word !== undefined);
}

/** Of all that the article has, whatever its state: what is answered while it is decided elsewhere must not get lost. */
function formOf({ queries, fixes }: Pick<ReviewMaterial, 'queries' | 'fixes'>): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const { number, to_whom } of queries) if (to_whom === 'writer') shape[`answer_${number}`] = optionalText(5000);
  for (const { number } of fixes) {
    shape[`word_${number}`] = optionalChoice(['agree', 'refuse']);
    shape[`line_${number}`] = optionalLine(500);
    shape[`revision_${number}`] = optionalNumber();
  }
  return z.object(shape);
}
