// The verbs of accounts: noting what a party says, taking it from claims, changing and withdrawing it.
import { getGround } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken, StaleEdit } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { newId } from '#src/ids.ts';
import { cleanLine } from '#src/text-fields.ts';
import { type AccountFields, type AccountInput, fieldsOf, fieldsOfClaims } from './account-input.ts';
import { offersFor } from './claim-account.ts';
import { presentOf } from './claims-said.ts';
import {
  type AccountFound,
  accountIn,
  findSameAccount,
  insertAccount,
  updateAccount,
  updatePreferred,
} from './store.ts';
import type { AccountTable } from './tables.ts';
import { changedSince, type Present, presentMark, takenFrom } from './taken-from.ts';
import { figureTyped } from './value.ts';
import { type OnQuestion, onQuestion, recordOn } from './with-question.ts';

export type { AccountInput } from './account-input.ts';

export interface QuestionPlace {
  article_id: string | number;
  question: string | number;
}

/** Notes what a party says. What stands already is not doubled. Forbidden for guests; RuleBroken without who or what. */
export function addAccount(ctx: Context, at: QuestionPlace, input: AccountInput): Promise<{ id: string }> {
  return onQuestion(ctx, at, async (ctx, on) => {
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
  return presentOf(ctx.db, article, await getGround(ctx.db, article));
}

/**
 * Says that an account is still right although what it was taken from has changed. Nothing changed: nothing happens.
 * RuleBroken where it has changed once more since the page showed it, by `seen`.
 */
export function confirmAccount(
  ctx: Context,
  at: QuestionPlace & { account: string },
  { seen }: { seen: string },
): Promise<void> {
  return onQuestion(ctx, at, async (ctx, on) => {
    const account = standing(on, at.account);
    const present = await presentIn(ctx, on.article);
    if (changedSince(account, present) !== '' && seen !== presentMark(account, present))
      throw new RuleBroken(
        'What this account was taken from has changed once more since this page was opened. Nothing was confirmed: look at it again.',
      );
    await confirm(ctx, on.article, { account, present });
  });
}

async function confirm(
  ctx: Context,
  article: OnQuestion['article'],
  { account, present }: { account: AccountTable; present: Present },
): Promise<void> {
  const changed = changedSince(account, present);
  if (changed === '') return;
  await updateAccount(ctx.db, account.id, { taken_from: takenFrom(account, present) });
  const event = { subject: `account:${account.id}`, after: { value: account.value, although: changed } };
  await recordOn(ctx, article, { verb: 'account.confirmed', ...event });
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
    // A time or a role that is put right says nothing of what it was taken from.
    const is_said_anew = Object.keys(changes.after).some((field) => field !== 'as_of');
    const taken_from = is_said_anew ? takenFrom(fields, await presentIn(ctx, on.article)) : account.taken_from;
    await updateAccount(ctx.db, account.id, { ...changes.after, taken_from });
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
