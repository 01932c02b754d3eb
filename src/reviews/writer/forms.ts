// The form of the writer's page: answers to queries, a word on each fix.
import { z } from 'zod';
import { type FormError, type FormResult, readForm, type Typed } from '#src/http/form.ts';
import { optionalChoice, optionalLine, optionalNumber, optionalText } from '#src/http/form-fields.ts';
import { isAsOpened, OPENED } from '#src/http/opened-as.ts';
import type { FixFound } from '../fixes/store.ts';
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
  for (const fix of fixes) {
    const { error, said } = wordOn(fix, value);
    if (error !== null) errors.push(error);
    if (said !== null) answers.fixes.push(said);
  }
  if (errors.length > 0) return { ok: false, errors, typed };
  const is_empty = answers.queries.length + answers.fixes.length === 0 && !isAnswered(value);
  return is_empty ? { ok: false, errors: [{ field: '', message: EMPTY }], typed } : { ok: true, value: answers };
}

type Said = WriterAnswers['fixes'][number];

/** The view on one fix; null where nothing new is said: a field that was left as it was repeats what the page showed. */
function wordOn(
  { id, number, revision, writer_word, writer_line }: FixFound,
  value: Record<string, string | number | undefined>,
): { error: FormError | null; said: Said | null } {
  const [word, line] = [String(value[`word_${number}`] ?? ''), String(value[`line_${number}`] ?? '')];
  const refused = (field: string, message: string) => ({ error: { field: `${field}_${number}`, message }, said: null });
  if (word === 'refuse' && line === '') return refused('line', NO_LINE);
  if (word === '' && line !== '') return refused('word', NO_WORD);
  const opened = String(value[OPENED] ?? '');
  const is_left = isAsOpened(opened, `word_${number}`, word) && isAsOpened(opened, `line_${number}`, line);
  const is_new = !is_left && (word !== (writer_word ?? '') || line !== writer_line);
  if (!is_new || (word !== 'agree' && word !== 'refuse')) return { error: null, said: null };
  return { error: null, said: { fix_id: id, word, line, revision: Number(value[`revision_${number}`] ?? revision) } };
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
  const shape: Record<string, z.ZodType> = { [OPENED]: z.string().optional() };
  for (const { number, to_whom } of queries) if (to_whom === 'writer') shape[`answer_${number}`] = optionalText(5000);
  for (const { number } of fixes) {
    shape[`word_${number}`] = optionalChoice(['agree', 'refuse']);
    shape[`line_${number}`] = optionalLine(500);
    shape[`revision_${number}`] = optionalNumber();
  }
  return z.object(shape);
}
