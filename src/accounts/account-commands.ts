// The verbs of accounts: noting what a party says, and taking it from claims.
import { getVersionText } from '#src/articles/version-text-store.ts';
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { newId } from '#src/ids.ts';
import { type AccountFields, type AccountInput, fieldsOf, fieldsOfClaims } from './account-input.ts';
import { offersFor } from './claim-account.ts';
import { presentOf } from './claims-said.ts';
import { findSameAccount, insertAccount, updateAccount } from './keep-store.ts';
import type { AccountTable } from './tables.ts';
import { changedSince, type Present, takenFrom } from './taken-from.ts';
import { type OnQuestion, withQuestion } from './with-question.ts';

export type { AccountInput } from './account-input.ts';

export interface QuestionPlace {
  article_id: string | number;
  question: string | number;
}

/** Notes what a party says. What stands already is not doubled. Forbidden for guests; RuleBroken without who or what. */
export function addAccount(ctx: Context, at: QuestionPlace, input: AccountInput): Promise<{ id: string }> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const unit = on.question.accounts.find((account) => account.unit !== null)?.unit ?? null;
    const fields = await fieldsOf(ctx, on.article, { input, unit });
    return keepAccount(ctx, on, { fields, present: await presentIn(ctx, on.article) });
  });
}

/**
 * Stores an account of a locked article, with what it is taken from. Where the very same stands, it is confirmed. For the
 * verbs of the subject, inside their transaction.
 */
export async function keepAccount(
  ctx: Context,
  { article, question }: { article: OnQuestion['article']; question: { id: string; number: number } },
  { fields, present }: { fields: AccountFields; present: Present },
): Promise<{ id: string; is_new: boolean }> {
  const known = await findSameAccount(ctx.db, { ...fields, question_id: question.id });
  if (known !== undefined) {
    await confirm(ctx, article, { account: known, present });
    return { id: known.id, is_new: false };
  }
  const id = newId();
  await insertAccount(ctx.db, {
    id,
    desk_id: article.desk_id,
    article_id: article.id,
    question_id: question.id,
    ...fields,
    taken_from: takenFrom(fields, present),
    is_preferred: 0,
    added_by: ctx.actor.id,
    added_at: ctx.at,
    withdrawn_at: null,
    withdrawal_reason: '',
    revision: 1,
  });
  const after = { question: question.number, ...fields };
  await recordOnArticle(ctx, article, { verb: 'account.added', subject: `account:${id}`, after });
  return { id, is_new: true };
}

/**
 * Takes figures of the article's claims as accounts: those named, or all that count the same as the question's. Returns how
 * many are new. RuleBroken where a claim that is named does not stand.
 */
export function takeClaims(
  ctx: Context,
  at: QuestionPlace,
  wanted: { claim_number: number; position: number }[] | 'all',
): Promise<number> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const present = await presentIn(ctx, on.article);
    const named = wanted === 'all' ? offersFor(on.question.accounts, present.claims).like : wanted;
    let taken = 0;
    for (const fields of await fieldsOfClaims(ctx, on.article, { wanted: named, claims: present.claims }))
      if ((await keepAccount(ctx, on, { fields, present })).is_new) taken += 1;
    return taken;
  });
}

/** What accounts of a locked article rest on now. */
export async function presentIn(ctx: Context, article: OnQuestion['article']): Promise<Present> {
  return presentOf(ctx.db, article, await getVersionText(ctx.db, article));
}

/** Notes that the account still holds though what it was taken from has changed; nothing where it has not. */
export async function confirm(
  ctx: Context,
  article: OnQuestion['article'],
  { account, present }: { account: AccountTable; present: Present },
): Promise<void> {
  const changed = changedSince(account, present);
  if (changed === '') return;
  await updateAccount(ctx.db, account.id, { taken_from: takenFrom(account, present) });
  const event = { subject: `account:${account.id}`, after: { value: account.value, although: changed } };
  await recordOnArticle(ctx, article, { verb: 'account.confirmed', ...event });
}
