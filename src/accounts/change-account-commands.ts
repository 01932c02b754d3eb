// The verbs that change an account: changing, withdrawing and restoring it.
import { recordOnArticle } from '#src/articles/with-article.ts';
import type { Context } from '#src/context.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { cleanLine } from '#src/text-fields.ts';
import { presentIn, type QuestionPlace } from './account-commands.ts';
import { type AccountInput, fieldsIn, fieldsOf } from './account-input.ts';
import { updateAccount, updatePreferred } from './keep-store.ts';
import { staleAccount } from './stale-accounts.ts';
import { accountIn } from './store.ts';
import { takenFrom } from './taken-from.ts';
import { figureTyped } from './value.ts';
import { standingAccount, withQuestion } from './with-question.ts';

/**
 * Changes an account. A figure that was left as it was is read anew where the value changed. The same again does nothing;
 * StaleEdit where somebody saved first.
 */
export function changeAccount(
  ctx: Context,
  at: QuestionPlace & { account: string },
  { revision, ...input }: AccountInput & { revision: number },
): Promise<void> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const account = standingAccount(on, at.account);
    const is_read = input.figure === figureTyped(account) && cleanLine(input.value) !== account.value;
    const typed = is_read ? { ...input, figure: undefined } : input;
    const fields = await fieldsOf(ctx, on.article, { input: typed, unit: account.unit });
    const changes = fieldsThatDiffer(fieldsIn(account), fields);
    const role = cleanLine(input.party_role);
    if (Object.keys(changes.after).length === 0 && (role === '' || role === account.party_role)) return;
    if (revision !== account.revision) throw staleAccount(on.article, { account, input });
    // A time or a role that is put right says nothing of what it was taken from.
    const is_said_anew = Object.keys(changes.after).some((field) => field !== 'as_of');
    const taken_from = is_said_anew ? takenFrom(fields, await presentIn(ctx, on.article)) : account.taken_from;
    await updateAccount(ctx.db, account.id, { ...changes.after, taken_from });
    const subject = `account:${account.id}`;
    const { before, after } = changes;
    await recordOnArticle(ctx, on.article, {
      verb: 'account.changed',
      subject,
      before,
      after: { ...after, party_role: role },
    });
  });
}

/** Withdraws an account with a reason; it stays on record. Withdrawn already: nothing happens. */
export function withdrawAccount(ctx: Context, at: QuestionPlace & { account: string }, reason: string): Promise<void> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const account = accountIn(on.question, at.account);
    if (account.withdrawn_at !== null) return;
    if (account.is_preferred === 1) await updatePreferred(ctx.db, on.question.id, null);
    await updateAccount(ctx.db, account.id, { withdrawn_at: ctx.at, withdrawal_reason: reason });
    const subject = `account:${account.id}`;
    await recordOnArticle(ctx, on.article, { verb: 'account.withdrawn', subject, after: { reason } });
  });
}

/** Brings a withdrawn account back. Standing already: nothing happens. */
export function restoreAccount(ctx: Context, at: QuestionPlace & { account: string }): Promise<void> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const account = accountIn(on.question, at.account);
    if (account.withdrawn_at === null) return;
    await updateAccount(ctx.db, account.id, { withdrawn_at: null, withdrawal_reason: '' });
    await recordOnArticle(ctx, on.article, { verb: 'account.restored', subject: `account:${account.id}` });
  });
}
