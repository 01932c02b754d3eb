// The forms of articles: what comes from a page, field by field, as typed values.
import { z } from 'zod';
import { RuleBroken, TooLarge } from '#src/errors.ts';
import { type FormError, type FormResult, readForm, type Typed, typedAgain } from '#src/http/form.ts';
import { hidden, line, optionalLine, optionalText, tickBox, wholeNumber } from '#src/http/form-fields.ts';
import type { DeskFound } from '#src/people/desk-store.ts';
import { hasWords, NO_BODY } from './article.ts';
import type { ArticleTyped } from './commands.ts';
import type { DetailsChange } from './details/commands.ts';
import { findWrongDetails } from './details/details.ts';
import type { DeskOfDetails, DetailsTyped } from './details/details-rules.ts';
import { draftChosenIn } from './intake/comment-choices.ts';
import type { FileGiven } from './intake/file-text.ts';
import { withFile } from './intake/intake.ts';

const details = {
  byline: optionalLine(300),
  outlet: optionalLine(200),
  url: optionalLine(2000),
  language: optionalLine(60),
  place: optionalLine(200),
  dated_on: optionalLine(40),
  dated_time: optionalLine(20),
  dated_zone: optionalLine(60),
  deadline_at: optionalLine(40),
  asked_by: optionalLine(200),
  asked_why: optionalText(2000),
  writer_notes: optionalText(10_000),
};

/** Why an article is put away, where somebody says. */
export const putAwayForm = z.object({ reason: optionalText(2000) });

const checking = { profile_id: optionalLine(60), needs_legal: tickBox() };

const newArticle = z.object({
  id: optionalLine(60),
  desk: line(100, 'Choose the desk that checks the article.'),
  headline: optionalLine(500),
  standfirst: optionalText(5000),
  body: z.string().default(''),
  pull_quotes: optionalText(50_000),
  boxes: optionalText(50_000),
  file: z.string().optional(),
  captions: optionalText(50_000),
  credits: optionalText(2000),
  draft: optionalLine(60),
  ...checking,
  ...details,
});

const changedDetails = z.object({
  title: line(300, 'Give the article a title, so that people can find it.'),
  ...checking,
  ...details,
  revision: hidden(wholeNumber(1, 1_000_000_000)),
});

/**
 * Reads the form of a new article. The words of a chosen file are put where they would have been typed, so that they are
 * not lost when something else is wrong.
 */
export async function readNewArticleForm(
  body: unknown,
  file: FileGiven | undefined,
  desks: DeskFound[],
): Promise<FormResult<ArticleTyped & { desk: string }>> {
  const { typed, problem } = await readFileInto(typedAgain(body), file);
  const form = readForm(newArticle, typed);
  const desk = desks.find(({ slug }) => slug === typed.desk);
  const errors = [...(form.ok ? [] : form.errors), ...wrongDetails(typed, desk)];
  if (problem) errors.push({ field: problem.field ?? '', message: problem.message });
  else if (!hasWords(one(typed.body))) errors.push({ field: 'body', message: NO_BODY });
  if (!form.ok || errors.length > 0)
    return { ok: false, errors: inOrder(errors, newArticle), typed, is_too_large: problem instanceof TooLarge };
  const value = { ...form.value, ...detailsIn(typed), ...draftChosenIn(typed), captions: linesOf(form.value.captions) };
  return { ok: true, value, typed };
}

/** Reads the form of an article's details; its deadline is in the time zone of the article's desk. */
export function readDetailsForm(body: unknown, desk: DeskOfDetails): FormResult<DetailsChange> {
  const typed = typedAgain(body);
  const form = readForm(changedDetails, typed);
  const errors = [...(form.ok ? [] : form.errors), ...wrongDetails(typed, desk)];
  if (!form.ok || errors.length > 0) return { ok: false, errors: inOrder(errors, changedDetails), typed };
  return { ok: true, value: { ...form.value, ...detailsIn(typed) }, typed };
}

async function readFileInto(
  typed: Typed,
  file: FileGiven | undefined,
): Promise<{ typed: Typed; problem?: RuleBroken }> {
  const parts = { headline: one(typed.headline), body: one(typed.body), captions: linesOf(one(typed.captions)) };
  try {
    const { headline, body, captions } = await withFile(parts, file);
    return { typed: file ? { ...typed, headline, body, captions: captions.join('\n') } : typed };
  } catch (error) {
    if (error instanceof RuleBroken) return { typed, problem: error };
    throw error;
  }
}

function wrongDetails(typed: Typed, desk: DeskOfDetails | undefined): FormError[] {
  return findWrongDetails(detailsIn(typed), desk ?? { time_zone: 'UTC', language: 'en' });
}

/** Whatever is longer than any detail may be was refused before this: no more of it is read. */
const LONGEST_DETAIL = 60_000;

/** The date and its time come in two fields, because a date alone is often all that is known. */
function detailsIn(typed: Typed): DetailsTyped {
  const values = Object.fromEntries(
    Object.keys(details).map((name) => [name, one(typed[name]).slice(0, LONGEST_DETAIL)]),
  );
  const { dated_on = '', dated_time = '', ...rest } = values;
  return { ...rest, dated_on: dated_time.trim() === '' ? dated_on : `${dated_on.trim()}T${dated_time.trim()}` };
}

/** One error a field, the first found, in the order of the form. */
function inOrder(errors: FormError[], schema: z.ZodObject): FormError[] {
  const names = Object.keys(schema.shape);
  const first = errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);
  return first.sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((words) => words.trim() !== '');
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
