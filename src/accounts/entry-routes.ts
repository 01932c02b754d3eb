// HTTP routes for the accounts of a question: a new one, one with its form, withdrawal and return.
import { type Request, type Response, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderPage } from '#src/http/render.ts';
import { claimPage, paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { addAccount } from './account-commands.ts';
import { changeAccount, restoreAccount, withdrawAccount } from './change-account-commands.ts';
import { entryPage } from './entry-view.ts';
import { accountChangeForm, accountForm, accountIn, confirmationForm, withdrawalForm } from './forms.ts';
import { gatherAccounts } from './gather-accounts.ts';
import { sendQuestion } from './render-question.ts';
import { confirmAccount, refreshAccount } from './renew-account-commands.ts';
import { questionSeen } from './seen.ts';
import { accountIn as accountOf, getQuestion } from './store.ts';

type OfQuestion = { id: string; question: string };
type OfEntry = OfQuestion & { entry: string };

/** The page of an account and its forms, for people who are signed in. */
export function entryRoutes(): Router {
  const routes = Router();
  handleForm(routes, 'account_entries', {
    page: questionUrl,
    name: 'entry',
    load: articleFor('keep_accounts'),
    schema: accountForm,
    command: ({ ctx, params: { id, question }, value }) =>
      addAccount(ctx, { article_id: id, question }, accountIn(value)),
    notice: (_, { value }) => `The account of ${value.party_name} is added.`,
    reshow: sendQuestion,
  });
  routes.get(paths.account_entry, (req: Request<OfEntry>, res) => sendEntry({ params: req.params, req, res }));
  handleForm(routes, 'account_entry', {
    name: 'entry',
    load: assertMayKeepHere,
    schema: accountChangeForm,
    command: ({ ctx, params, value }) => changeAccount(ctx, placeOf(params), value),
    notice: (_, { value }) => `The account of ${value.party_name} is saved.`,
    redirect: (_, { params }) => questionUrl(params),
    reshow: sendEntry,
  });
  handleChangedSince(routes);
  handleStates(routes);
  return routes;
}

function page(params: OfEntry): string {
  return url('account_entry', params);
}

function handleChangedSince(routes: Router): void {
  handleForm(routes, 'account_entry_confirmation', {
    page,
    name: 'confirmation',
    load: assertMayKeepHere,
    schema: confirmationForm,
    command: ({ ctx, params, value }) => confirmAccount(ctx, placeOf(params), value),
    notice: 'The account is confirmed as still right.',
    redirect: (_, { params, value: { in_hand } }) =>
      in_hand ? claimPage({ id: params.id, number: in_hand }) : questionUrl(params),
    reshow: sendEntry,
  });
  handleForm(routes, 'account_entry_renewal', {
    page,
    name: 'renewal',
    load: assertMayKeepHere,
    schema: confirmationForm,
    command: ({ ctx, params, value }) => refreshAccount(ctx, placeOf(params), value),
    notice: 'The account is updated.',
    redirect: (_, { params, value: { in_hand } }) =>
      in_hand ? claimPage({ id: params.id, number: in_hand }) : questionUrl(params),
    reshow: sendEntry,
  });
}

function handleStates(routes: Router): void {
  handleForm(routes, 'account_entry_withdrawal', {
    page,
    name: 'withdrawal',
    load: assertMayKeepHere,
    schema: withdrawalForm,
    command: ({ ctx, params, value }) => withdrawAccount(ctx, placeOf(params), value.withdrawal_reason),
    notice: 'The account is withdrawn. It stays on record and can be restored.',
    redirect: (_, { params }) => questionUrl(params),
    reshow: sendEntry,
  });
  handleForm(routes, 'account_entry_restoration', {
    page,
    command: ({ ctx, params }) => restoreAccount(ctx, placeOf(params)),
    notice: 'The account is restored.',
    redirect: (_, { params }) => questionUrl(params),
  });
}

type SentFrom = { params: OfEntry; req: Request; res: Response };

async function sendEntry({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  const shows = ['account', params.question, params.entry];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const found = await getQuestion(ctx.db, article.id, params.question);
  const material = await gatherAccounts(ctx, article);
  const question = questionSeen(material.discretion, found);
  const account = accountOf(question, params.entry);
  renderPage(res, 'accounts/entry', entryPage(material, { question, account }, refused), { status: refused?.status });
}

/** Before its form is read: guests are refused whatever they typed, and strangers find nothing. */
async function assertMayKeepHere({ ctx, params }: { ctx: Context; params: OfEntry }): Promise<void> {
  const article = await getArticle(ctx, params.id);
  accountOf(await getQuestion(ctx.db, article.id, params.question), params.entry);
  assertMay(article.role, 'keep_accounts');
}

function placeOf({ id, question, entry }: OfEntry): { article_id: string; question: string; account: string } {
  return { article_id: id, question, account: entry };
}

function questionUrl({ id, question }: OfQuestion): string {
  return url('question', { id, question });
}
