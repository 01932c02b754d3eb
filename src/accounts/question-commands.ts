// The verbs of questions: asking one, the desk's rule, what the copy shows, withdrawing.
import { type CopyInput, copyInWords, copySaidIn } from '#src/articles/article-passage.ts';
import { type ArticleFound, getGround } from '#src/articles/store.ts';
import { onArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { nextNumber } from '#src/database/counter.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { assertMay } from '#src/people/permissions.ts';
import { cleanLine, cleanText, foldKey } from '#src/text-fields.ts';
import { keepAccount, presentIn, type QuestionPlace } from './account-commands.ts';
import { type AccountInput, fieldsOf, fieldsOfClaims } from './account-input.ts';
import type { Rule } from './question.ts';
import { findSameQuestion, insertQuestion, updatePreferred, updateQuestion } from './store.ts';
import type { QuestionTable } from './tables.ts';
import { onAnyQuestion, onQuestion, recordOn } from './with-question.ts';

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
  return onArticle(ctx, article_id, async (ctx, article) => {
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
      await recordOn(ctx, article, { verb: 'question.asked', subject: `question:${question.id}`, after });
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
  return onQuestion(ctx, at, async (ctx, { article, question }) => {
    const point = cleanLine(input.point);
    if (point === '') throw new RuleBroken('Write the question in a line: How many fighters?', 'point');
    if (point === question.point) return;
    const same = await findSameQuestion(ctx.db, article.id, foldKey(point));
    if (same !== undefined && same.id !== question.id)
      throw new RuleBroken(`Question ${same.number} asks that already.`, 'point');
    if (question.revision !== input.revision) throw new StaleEdit({ question: point }, { question: question.point });
    await updateQuestion(ctx.db, question.id, { point, point_key: foldKey(point) });
    const event = { before: { point: question.point }, after: { point } };
    await recordOn(ctx, article, { verb: 'question.changed', subject: `question:${question.id}`, ...event });
  });
}

export interface RuleInput {
  rule: Rule;
  rule_sentence: string;
  /** The id of the account that is followed, where the rule is to prefer one. */
  preferred: string;
  revision: number;
}

/**
 * Says which rule the desk applies, and why. RuleBroken without a sentence (but for "not decided yet"), and for "one is
 * preferred" without saying which. The same again does nothing; StaleEdit where somebody saved first.
 */
export function setRule(ctx: Context, at: QuestionPlace, input: RuleInput): Promise<void> {
  return onQuestion(ctx, at, async (ctx, { article, question }) => {
    const { rule, revision } = input;
    const rule_sentence = cleanText(input.rule_sentence);
    const preferred = rule === 'prefer' ? question.accounts.find((one) => one.id === input.preferred) : undefined;
    if (rule === 'prefer' && preferred === undefined)
      throw new RuleBroken('Choose the account that the desk follows.', 'preferred');
    if (rule !== 'pending' && rule_sentence === '')
      throw new RuleBroken('Say in a sentence why: the report prints it.', 'rule_sentence');
    const known = question.accounts.find((one) => one.is_preferred === 1);
    const before = { rule: question.rule, rule_sentence: question.rule_sentence, preferred: known?.id ?? null };
    const changes = fieldsThatDiffer(before, { rule, rule_sentence, preferred: preferred?.id ?? null });
    if (Object.keys(changes.after).length === 0) return;
    if (question.revision !== revision)
      throw new StaleEdit({ rule, sentence: rule_sentence }, { rule: before.rule, sentence: before.rule_sentence });
    await updateQuestion(ctx.db, question.id, { rule, rule_sentence });
    await updatePreferred(ctx.db, question.id, preferred?.id ?? null);
    await recordOn(ctx, article, { verb: 'question.rule_set', subject: `question:${question.id}`, ...changes });
  });
}

/**
 * Says whether the copy shows that accounts differ: where, in words that stand in its latest version, or why not. RuleBroken
 * where the words do not stand there, and for "no" without a reason. StaleEdit where somebody saved first.
 */
export function sayWhatCopyShows(
  ctx: Context,
  at: QuestionPlace,
  input: CopyInput & { revision: number },
): Promise<void> {
  return onQuestion(ctx, at, async (ctx, { article, question }) => {
    const { text, sentences, version } = await getGround(ctx.db, article);
    const after = copySaidIn(input, { text, sentences, version_number: version.number });
    const { copy_shows, copy_words, copy_sentence, copy_version_number, copy_reason } = question;
    const before = { copy_shows, copy_words, copy_sentence, copy_version_number, copy_reason };
    const changes = fieldsThatDiffer<typeof after>(before, after);
    if (Object.keys(changes.after).length === 0) return;
    if (question.revision !== input.revision)
      throw new StaleEdit({ copy: copyInWords(after) }, { copy: copyInWords(before) });
    await updateQuestion(ctx.db, question.id, after);
    await recordOn(ctx, article, { verb: 'question.copy_set', subject: `question:${question.id}`, ...changes });
  });
}

/** Withdraws a question with a reason; it stays on record with its accounts. Withdrawn already: nothing happens. */
export function withdrawQuestion(ctx: Context, at: QuestionPlace, reason: string): Promise<void> {
  return onAnyQuestion(ctx, at, async (ctx, { article, question }) => {
    if (question.withdrawn_at !== null) return;
    await updateQuestion(ctx.db, question.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    const event = { subject: `question:${question.id}`, after: { reason } };
    await recordOn(ctx, article, { verb: 'question.withdrawn', ...event });
  });
}

/** Brings a withdrawn question back. Standing already: nothing happens. */
export function restoreQuestion(ctx: Context, at: QuestionPlace): Promise<void> {
  return onAnyQuestion(ctx, at, async (ctx, { article, question }) => {
    if (question.withdrawn_at === null) return;
    await updateQuestion(ctx.db, question.id, { withdrawn_at: null, withdrawal_reason: '' });
    await recordOn(ctx, article, { verb: 'question.restored', subject: `question:${question.id}` });
  });
}
