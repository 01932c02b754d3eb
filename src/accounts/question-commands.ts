// The verbs of questions: asking one, changing its point, withdrawing and restoring it.
import type { ArticleFound } from '#src/articles/store.ts';
import { recordOnArticle, withArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken } from '#src/errors.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, foldKey } from '#src/text-fields.ts';
import { keepAccount, presentIn, type QuestionPlace } from './account-commands.ts';
import { type AccountInput, fieldsOf, fieldsOfClaims } from './account-input.ts';
import { findSameQuestion, insertQuestion, updateQuestion } from './keep-store.ts';
import { stalePoint } from './stale-accounts.ts';
import type { QuestionTable } from './tables.ts';
import { onAnyQuestion, withQuestion } from './with-question.ts';

export interface QuestionInput {
  point: string;
  /** Its first account, as typed; or the claim whose own words give it; or none yet. */
  first?: AccountInput | { claim_number: number } | undefined;
}

/**
 * Puts a question, with its first account where one is given. A question that asks the same is not put twice: the account
 * then joins it and `is_new` is false. Forbidden for guests; RuleBroken (fields `point` and those of an account).
 */
export function askQuestion(
  ctx: Context,
  article_id: string | number,
  input: QuestionInput,
): Promise<{ number: number; is_new: boolean }> {
  return withArticle(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'keep_accounts');
    const point = cleanLine(input.point);
    if (point === '') throw new RuleBroken('Write the question in a line: How many fighters?', 'point');
    const known = await findSameQuestion(ctx.db, article.id, foldKey(point));
    const number = known?.number ?? (await nextNumber(ctx.db, `question:${article.id}`));
    const question = known ?? { id: newId(), number };
    if (known === undefined) {
      await insertQuestion(ctx.db, {
        ...newQuestion(ctx, point),
        ...question,
        article_id: article.id,
        desk_id: article.desk_id,
      });
      const after = { number, point };
      await recordOnArticle(ctx, article, { verb: 'question.asked', subject: `question:${question.id}`, after });
    }
    if (input.first !== undefined) await keepFirst(ctx, { article, question }, input.first);
    return { number, is_new: known === undefined };
  });
}

async function keepFirst(
  ctx: Context,
  on: { article: ArticleFound; question: { id: string; number: number } },
  first: NonNullable<QuestionInput['first']>,
): Promise<void> {
  const present = await presentIn(ctx, on.article);
  const fields =
    'claim_number' in first
      ? await fieldsOfClaims(ctx, on.article, { wanted: [first], claims: present.claims })
      : [await fieldsOf(ctx, on.article, { input: first, unit: null })];
  for (const one of fields) await keepAccount(ctx, on, { fields: one, present });
}

function newQuestion(ctx: Context, point: string): Omit<QuestionTable, 'id' | 'desk_id' | 'article_id' | 'number'> {
  return {
    point,
    point_key: foldKey(point),
    rule: 'pending',
    rule_sentence: '',
    copy_shows: null,
    copy_words: '',
    copy_sentence: null,
    copy_version_number: null,
    copy_reason: '',
    created_by: ctx.actor.id,
    created_at: ctx.at,
    withdrawn_at: null,
    withdrawal_reason: '',
    revision: 1,
  };
}

/** Puts the question in other words. The same again does nothing; StaleEdit where somebody saved first. */
export function changeQuestion(
  ctx: Context,
  at: QuestionPlace,
  input: { point: string; revision: number },
): Promise<void> {
  return withQuestion(ctx, at, async (ctx, { article, question }) => {
    const point = cleanLine(input.point);
    if (point === '') throw new RuleBroken('Write the question in a line: How many fighters?', 'point');
    if (point === question.point) return;
    const same = await findSameQuestion(ctx.db, article.id, foldKey(point));
    if (same !== undefined && same.id !== question.id)
      throw new RuleBroken(`Question ${same.number} already asks that.`, 'point');
    if (question.revision !== input.revision) throw stalePoint(question, point);
    await updateQuestion(ctx.db, question.id, { point, point_key: foldKey(point) });
    const event = { before: { point: question.point }, after: { point } };
    await recordOnArticle(ctx, article, { verb: 'question.changed', subject: `question:${question.id}`, ...event });
  });
}

/** Withdraws a question with a reason; it stays on record with its accounts. Withdrawn already: nothing happens. */
export function withdrawQuestion(ctx: Context, at: QuestionPlace, reason: string): Promise<void> {
  return onAnyQuestion(ctx, at, async (ctx, { article, question }) => {
    if (question.withdrawn_at !== null) return;
    await updateQuestion(ctx.db, question.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    const event = { subject: `question:${question.id}`, after: { reason } };
    await recordOnArticle(ctx, article, { verb: 'question.withdrawn', ...event });
  });
}

/** Brings a withdrawn question back. Standing already: nothing happens. */
export function restoreQuestion(ctx: Context, at: QuestionPlace): Promise<void> {
  return onAnyQuestion(ctx, at, async (ctx, { article, question }) => {
    if (question.withdrawn_at === null) return;
    await updateQuestion(ctx.db, question.id, { withdrawn_at: null, withdrawal_reason: '' });
    await recordOnArticle(ctx, article, { verb: 'question.restored', subject: `question:${question.id}` });
  });
}
