// What answers at the accounts of a question: a new one, one with its form, its withdrawal and return.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addAccount, changeAccount, confirmAccount, restoreAccount, withdrawAccount } from './account-commands.ts';
import {
  accountChangeForm,
  accountForm,
  accountIn,
  confirmationForm,
  type FailedForm,
  failedByRule,
  withdrawalForm,
} from './forms.ts';
import { gatherAccounts } from './gather.ts';
import { entryPage } from './pages.ts';
import { questionSeen } from './seen.ts';
import { sendQuestion } from './send-question.ts';
import { accountIn as accountOf, getQuestion } from './store.ts';

export async function receiveEntry(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertMay(article.role, 'keep_accounts');
  const form = readForm(accountForm, req.body);
  if (!form.ok) return sendQuestion(req, res, { ...form, form: 'entry' });
  try {
    await addAccount(ctx, placeOf(req), accountIn(form.value));
    notice(req, `The account of ${form.value.party_name} is noted.`);
    res.redirect(303, questionUrl(req));
  } catch (error) {
    await sendQuestion(req, res, { ...failedByRule(error, req.body), form: 'entry' });
  }
}

export async function showEntry(req: Request, res: Response): Promise<void> {
  await sendEntry(req, res);
}

async function sendEntry(req: Request, res: Response, failed?: FailedForm & { form: string }): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const shows = ['account', String(req.params.question), String(req.params.entry)];
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const material = await gatherAccounts(ctx, article);
  const found = await getQuestion(ctx.db, article.id, String(req.params.question));
  const question = questionSeen(material.discretion, found);
  const account = accountOf(question, String(req.params.entry));
  renderPage(res, 'accounts/entry', entryPage(material, { question, account }, failed), { status: failed ? 422 : 200 });
}

export async function receiveEntryChange(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  await assertMayKeepHere(req, res);
  const form = readForm(accountChangeForm, req.body);
  if (!form.ok) return sendEntry(req, res, { ...form, form: 'entry' });
  try {
    await changeAccount(ctx, { ...placeOf(req), account: String(req.params.entry) }, form.value);
    notice(req, `The account of ${form.value.party_name} is saved.`);
    res.redirect(303, questionUrl(req));
  } catch (error) {
    await sendEntry(req, res, { ...failedByRule(error, req.body), form: 'entry' });
  }
}

export async function receiveEntryConfirmation(req: Request, res: Response): Promise<void> {
  await assertMayKeepHere(req, res);
  const form = readForm(confirmationForm, req.body);
  if (!form.ok) return sendEntry(req, res, { ...form, form: 'confirmation' });
  await confirmAccount(res.locals.ctx, { ...placeOf(req), account: String(req.params.entry) }, form.value);
  notice(req, 'The account is confirmed as it stands.');
  const { in_hand } = form.value;
  res.redirect(303, in_hand ? url('claim', { id: String(req.params.id), number: in_hand }) : questionUrl(req));
}

export async function receiveEntryWithdrawal(req: Request, res: Response): Promise<void> {
  await assertMayKeepHere(req, res);
  const form = readForm(withdrawalForm, req.body);
  if (!form.ok) return sendEntry(req, res, { ...form, form: 'withdrawal' });
  const at = { ...placeOf(req), account: String(req.params.entry) };
  await withdrawAccount(res.locals.ctx, at, form.value.withdrawal_reason);
  notice(req, 'The account is withdrawn. It stays on record, and can be brought back.');
  res.redirect(303, questionUrl(req));
}

export async function receiveEntryRestoration(req: Request, res: Response): Promise<void> {
  await restoreAccount(res.locals.ctx, { ...placeOf(req), account: String(req.params.entry) });
  notice(req, 'The account is back.');
  res.redirect(303, questionUrl(req));
}

/** Before its form is read: guests are refused whatever they typed, and strangers find nothing. */
async function assertMayKeepHere(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  accountOf(await getQuestion(ctx.db, article.id, String(req.params.question)), String(req.params.entry));
  assertMay(article.role, 'keep_accounts');
}

function placeOf(req: Request): { article_id: string; question: string } {
  return { article_id: String(req.params.id), question: String(req.params.question) };
}

function questionUrl(req: Request): string {
  return url('question', { id: String(req.params.id), question: String(req.params.question) });
}
