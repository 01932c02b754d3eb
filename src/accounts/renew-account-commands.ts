// The verbs of an account whose claim or passage changed: it is still right, or taken from it again.
import { recordOnArticle } from '#src/articles/with-article.ts';
import { keepParty } from '#src/claims/particulars-store.ts';
import type { Context } from '#src/context.ts';
import { RuleBroken } from '#src/errors.ts';
import { fieldsThatDiffer } from '#src/fields-that-differ.ts';
import { confirm, presentIn, type QuestionPlace } from './account-commands.ts';
import { type AccountFields, fieldsIn, figureFields } from './account-input.ts';
import { findSameAccount, updateAccount } from './keep-store.ts';
import { type Renewal, renewalOf } from './renewal.ts';
import type { AccountFound } from './store.ts';
import { changedSince, type Present, presentMark, takenFrom } from './taken-from.ts';
import { type OnQuestion, standingAccount, withQuestion } from './with-question.ts';

/**
 * Says that an account is still right although what it was taken from has changed. Nothing changed: nothing happens.
 * RuleBroken where it has changed once more since the page showed it, by `seen`.
 */
export function confirmAccount(
  ctx: Context,
  at: QuestionPlace & { account: string },
  { seen }: { seen: string },
): Promise<void> {
  return withStanding(ctx, at, async (ctx, { article }, { account, present, because }) => {
    if (because !== '' && seen !== presentMark(account, present)) throw changedAgain('confirmed');
    await confirm(ctx, article, { account, present });
  });
}

/**
 * Takes an account anew from its claim or passage, as they are now: value, figure, quote, and who says it where that changed.
 * Nothing changed: nothing happens. RuleBroken where what it came from is gone, where it has changed once more since the page
 * showed it, by `seen`, and where the very same account stands already.
 */
export function refreshAccount(
  ctx: Context,
  at: QuestionPlace & { account: string },
  { seen }: { seen: string },
): Promise<void> {
  return withStanding(ctx, at, async (ctx, on, { account, present, because }) => {
    if (because === '') return;
    const renewal = renewalOf(account, present);
    if (seen !== presentMark(account, present)) throw changedAgain('updated');
    if (renewal === null)
      throw new RuleBroken('What this account was taken from is gone. Edit the account, or withdraw it.');
    await storeRenewal(ctx, on, { account, renewal, present, because });
  });
}

interface Standing {
  account: AccountFound;
  present: Present;
  /** What has changed since it was taken; '' where nothing has. */
  because: string;
}

function withStanding(
  ctx: Context,
  at: QuestionPlace & { account: string },
  work: (ctx: Context, on: OnQuestion, standing: Standing) => Promise<void>,
): Promise<void> {
  return withQuestion(ctx, at, async (ctx, on) => {
    const account = standingAccount(on, at.account);
    const present = await presentIn(ctx, on.article);
    return work(ctx, on, { account, present, because: changedSince(account, present) });
  });
}

async function storeRenewal(
  ctx: Context,
  { article }: OnQuestion,
  { account, renewal, present, because }: Standing & { renewal: Renewal },
): Promise<void> {
  const { party, value, figure, quote } = renewal;
  const party_id = party === null ? account.party_id : await keepParty(ctx.db, article.id, party);
  const fields: AccountFields = { ...fieldsIn(account), party_id, value, ...figureFields(figure), quote };
  const same = await findSameAccount(ctx.db, { ...fields, question_id: account.question_id });
  if (same !== undefined && same.id !== account.id)
    throw new RuleBroken('This question already has the same account. Withdraw one of the two.');
  const { before, after } = fieldsThatDiffer(fieldsIn(account), fields);
  if (Object.keys(after).length === 0) return confirm(ctx, article, { account, present });
  await updateAccount(ctx.db, account.id, { ...after, taken_from: takenFrom(fields, present) });
  const event = { subject: `account:${account.id}`, before, after: { ...after, because } };
  await recordOnArticle(ctx, article, { verb: 'account.changed', ...event });
}

function changedAgain(not_done: 'confirmed' | 'updated'): RuleBroken {
  return new RuleBroken(
    `What this account was taken from has changed again since this page was opened. Nothing was ${not_done}: check it again.`,
  );
}
