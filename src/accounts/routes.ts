// What answers at an article's questions: the list with its form, one question with its own.
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { readForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { notice, renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { takeClaims } from './account-commands.ts';
import {
  receiveEntry,
  receiveEntryChange,
  receiveEntryConfirmation,
  receiveEntryRestoration,
  receiveEntryWithdrawal,
  showEntry,
} from './entry-routes.ts';
import {
  copyForm,
  copyIn,
  type FailedForm,
  failedByRule,
  pointForm,
  questionForm,
  questionIn,
  ruleForm,
  takingForm,
  takingsIn,
  withdrawalForm,
} from './forms.ts';
import { disputedNumbers, gatherAccounts } from './gather.ts';
import { accountsPage } from './pages.ts';
import {
  askQuestion,
  changeQuestion,
  restoreQuestion,
  sayWhatCopyShows,
  setRule,
  withdrawQuestion,
} from './question-commands.ts';
import { questionSeen } from './seen.ts';
import { sendQuestion } from './send-question.ts';
import { listQuestions } from './store.ts';

/** All pages and posts of the subject, for people who are signed in. */
export function accountsRoutes(): Router {
  const router = Router();
  router.get(paths.accounts, showAccounts);
  router.post(paths.accounts, receiveQuestion);
  router.get(paths.question, showQuestion);
  router.post(paths.question, receiving('point', pointForm, receivePoint));
  router.post(paths.question_rule, receiving('rule', ruleForm, receiveRule));
  router.post(paths.question_copy, receiving('copy', copyForm, receiveCopy));
  router.post(paths.question_takings, receiving('takings', takingForm, receiveTakings));
  router.post(paths.question_withdrawal, receiving('withdrawal', withdrawalForm, receiveWithdrawal));
  router.post(paths.question_restoration, receiveRestoration);
  router.post(paths.account_entries, receiveEntry);
  router.get(paths.account_entry, showEntry);
  router.post(paths.account_entry, receiveEntryChange);
  router.post(paths.account_entry_confirmation, receiveEntryConfirmation);
  router.post(paths.account_entry_withdrawal, receiveEntryWithdrawal);
  router.post(paths.account_entry_restoration, receiveEntryRestoration);
  return router;
}

async function showAccounts(req: Request, res: Response): Promise<void> {
  await sendAccounts(req, res);
}

async function sendAccounts(req: Request, res: Response, failed?: FailedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const from_claim = /^[1-9]\d{0,8}$/.test(String(req.query.claim)) ? Number(req.query.claim) : undefined;
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, ['accounts', from_claim ?? '']))) return;
  const material = await gatherAccounts(ctx, article);
  const questions = (await listQuestions(ctx.db, article.id)).map((one) => questionSeen(material.discretion, one));
  const disputed = await disputedNumbers(ctx, material);
  const page = await accountsPage(material, questions, { disputed, from_claim, failed });
  renderPage(res, 'accounts/accounts', page, { status: failed ? 422 : 200 });
}

async function receiveQuestion(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  assertMay(article.role, 'keep_accounts');
  const form = readForm(questionForm, req.body);
  if (!form.ok) return sendAccounts(req, res, form);
  try {
    const { number, is_new } = await askQuestion(ctx, article.id, questionIn(form.value));
    notice(
      req,
      is_new ? `Question ${number} is put.` : `Question ${number} asks that already; what you noted is in it.`,
    );
    res.redirect(303, url('question', { id: article.number, question: number }));
  } catch (error) {
    await sendAccounts(req, res, failedByRule(error, req.body));
  }
}

async function showQuestion(req: Request, res: Response): Promise<void> {
  await sendQuestion(req, res);
}

type Receiver<Value> = (req: Request, res: Response, value: Value) => Promise<string>;

/** Reads a form of the question's page and runs its verb, which gives back the notice; a form that is refused is shown again. */
function receiving<Schema extends z.ZodObject>(form: string, schema: Schema, receive: Receiver<z.infer<Schema>>) {
  return async (req: Request, res: Response): Promise<void> => {
    const read = readForm(schema, req.body);
    const article = await getArticle(res.locals.ctx, String(req.params.id));
    assertMay(article.role, 'keep_accounts');
    if (!read.ok) return sendQuestion(req, res, { ...read, form });
    try {
      notice(req, await receive(req, res, read.value));
      res.redirect(303, url('question', { id: article.number, question: String(req.params.question) }));
    } catch (error) {
      await sendQuestion(req, res, { ...failedByRule(error, req.body), form });
    }
  };
}

function placeOf(req: Request): { article_id: string; question: string } {
  return { article_id: String(req.params.id), question: String(req.params.question) };
}

async function receivePoint(req: Request, res: Response, value: z.infer<typeof pointForm>): Promise<string> {
  await changeQuestion(res.locals.ctx, placeOf(req), value);
  return 'The question is saved.';
}

async function receiveRule(req: Request, res: Response, value: z.infer<typeof ruleForm>): Promise<string> {
  await setRule(res.locals.ctx, placeOf(req), value);
  return 'The rule is saved.';
}

async function receiveCopy(req: Request, res: Response, value: z.infer<typeof copyForm>): Promise<string> {
  await sayWhatCopyShows(res.locals.ctx, placeOf(req), copyIn(value));
  return 'What the copy shows is saved.';
}

async function receiveTakings(req: Request, res: Response, value: z.infer<typeof takingForm>): Promise<string> {
  const taken = await takeClaims(res.locals.ctx, placeOf(req), takingsIn(value));
  if (taken === 0) return 'These accounts stand here already.';
  return taken === 1 ? 'One account is taken from its claim.' : `${taken} accounts are taken from their claims.`;
}

async function receiveWithdrawal(req: Request, res: Response, value: z.infer<typeof withdrawalForm>): Promise<string> {
  await withdrawQuestion(res.locals.ctx, placeOf(req), value.withdrawal_reason);
  return 'The question is withdrawn. It stays on record, and can be brought back.';
}

async function receiveRestoration(req: Request, res: Response): Promise<void> {
  await restoreQuestion(res.locals.ctx, placeOf(req));
  notice(req, 'The question is back.');
  res.redirect(303, url('question', { id: String(req.params.id), question: String(req.params.question) }));
}
