// The verbs of accounts: noting what a party says, taking it from claims, changing and withdrawing it. Each in one transaction, or nothing happens.
import { getGround } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/evidence/library/source.ts';
import { newId } from '#src/ids.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type AccountFields, type AccountInput, fieldsOf, fieldsOfClaims } from './account-input.ts';
import { offersFor } from './claim-account.ts';
import { claimsSaid } from './claims-said.ts';
import { type OnQuestion, onQuestion, recordOn } from './on-question.ts';
import {
  type AccountFound,
  accountIn,
  findSameAccount,
  insertAccount,
  updateAccount,
  updatePreferred,
} from './store.ts';
import { figureTyped } from './value.ts';

export type { AccountInput } from './account-input.ts';

export interface QuestionPlace {
  article_id: string | number;
  question: string | number;
}

/** Notes what a party says. What stands already is not doubled. Forbidden for guests; RuleBroken without who or what. */
export function addAccount(ctx: Context, at: QuestionPlace, input: AccountInput): Promise<{ id: string }> {
  return onQuestion(ctx, at, async (ctx, on) => {
    const unit = on.question.accounts.find((account) => account.unit !== null)?.unit ?? null;
    return keepAccount(ctx, on, await fieldsOf(ctx, on.article, { input, unit }));
  });
}

/** Stores an account of a locked article, unless the very same stands. For the verbs of the subject, inside their transaction. */
export async function keepAccount(
  ctx: Context,
  { article, question }: { article: OnQuestion['article']; question: { id: string; number: number } },
  fields: AccountFields,
): Promise<{ id: string; is_new: boolean }> {
  const known = await findSameAccount(ctx.db, { ...fields, question_id: question.id });
  if (known !== undefined) return { id: known.id, is_new: false };
  const id = newId();
  await insertAccount(ctx.db, {
    id,
    desk_id: article.desk_id,
    article_id: article.id,
    question_id: question.id,
    ...fields,
    is_preferred: 0,
    added_by: ctx.actor.id,
    added_at: ctx.at,
    withdrawn_at: null,
    withdrawal_reason: '',
    revision: 1,
  });
  const after = { question: question.number, ...fields };
  await recordOn(ctx, article, { verb: 'account.added', subject: `account:${id}`, after });
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
  return onQuestion(ctx, at, async (ctx, on) => {
    const named = wanted === 'all' ? await offered(ctx, on) : wanted;
    let taken = 0;
    for (const fields of await fieldsOfClaims(ctx, on.article, named))
      if ((await keepAccount(ctx, on, fields)).is_new) taken += 1;
    return taken;
  });
}

async function offered(ctx: Context, { article, question }: OnQuestion) {
  return offersFor(question.accounts, await claimsSaid(ctx.db, article, await getGround(ctx.db, article))).like;
}

/**
 * Changes an account. A figure that was left as it was is read anew where the value changed. The same again does nothing;
 * StaleEdit where somebody saved first.
 */
export function changeAccount(
  ctx: Context,
  at: QuestionPlace & { account: string },
  { revision, ...input }: AccountInput & { revision: number },
): Promise<void> {
  return onQuestion(ctx, at, async (ctx, on) => {
    const account = standing(on, at.account);
    const is_read = input.figure === figureTyped(account) && cleanLine(input.value) !== account.value;
    const typed = is_read ? { ...input, figure: undefined } : input;
    const fields = await fieldsOf(ctx, on.article, { input: typed, unit: account.unit });
    const changes = fieldsThatDiffer(fieldsIn(account), fields);
    const role = cleanLine(input.party_role);
    if (Object.keys(changes.after).length === 0 && (role === '' || role === account.party_role)) return;
    if (revision !== account.revision) throw staleAccount(account, input);
    await updateAccount(ctx.db, account.id, changes.after);
    const subject = `account:${account.id}`;
    const { before, after } = changes;
    await recordOn(ctx, on.article, {
      verb: 'account.changed',
      subject,
      before,
      after: { ...after, party_role: role },
    });
  });
}

function staleAccount(account: AccountFound, input: AccountInput): StaleEdit {
  const theirs = { who: account.party_name, says: account.value, figure: figureTyped(account), quote: account.quote };
  const { party_name: who, value: says, figure = '', quote } = input;
  return new StaleEdit({ who, says, figure, quote }, theirs);
}

function fieldsIn(account: AccountFound): AccountFields {
  const { party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id } = account;
  return { party_id, value, comparator, low, high, unit, as_of, quote, claim_id, source_id };
}

function standing({ question }: OnQuestion, id: string): AccountFound {
  const account = accountIn(question, id);
  if (account.withdrawn_at !== null)
    throw new RuleBroken('This account was withdrawn. Bring it back first, then change it.');
  return account;
}

/** Withdraws an account with a reason; it stays on record. Withdrawn already: nothing happens. */
export function withdrawAccount(ctx: Context, at: QuestionPlace & { account: string }, reason: string): Promise<void> {
  return onQuestion(ctx, at, async (ctx, on) => {
    const account = accountIn(on.question, at.account);
    if (account.withdrawn_at !== null) return;
    if (account.is_preferred === 1) await updatePreferred(ctx.db, on.question.id, null);
    await updateAccount(ctx.db, account.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    const subject = `account:${account.id}`;
    await recordOn(ctx, on.article, { verb: 'account.withdrawn', subject, after: { reason } });
  });
}

/** Brings a withdrawn account back. Standing already: nothing happens. */
export function restoreAccount(ctx: Context, at: QuestionPlace & { account: string }): Promise<void> {
  return onQuestion(ctx, at, async (ctx, on) => {
    const account = accountIn(on.question, at.account);
    if (account.withdrawn_at === null) return;
    await updateAccount(ctx.db, account.id, { withdrawn_at: null, withdrawal_reason: '' });
    await recordOn(ctx, on.article, { verb: 'account.restored', subject: `account:${account.id}` });
  });
}
