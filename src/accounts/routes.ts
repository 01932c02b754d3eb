// HTTP routes for questions: the list with its form, one question, and their accounts.
import { type Request, type Response, Router } from 'express';
import { articleFor } from '#src/articles/addressed-article.ts';
import { copyForm, copyIn } from '#src/articles/copy-forms.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import { oneOrCounted } from '#src/counted.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { numberIn } from '#src/number-in.ts';
import { paths, url } from '#src/paths.ts';
import { takeClaims } from './account-commands.ts';
import { entryRoutes } from './entry-routes.ts';
import { pointForm, questionForm, questionIn, ruleForm, takingForm, takingsIn, withdrawalForm } from './forms.ts';
import { gatherAccounts } from './gather-accounts.ts';
import { gatherTold } from './gather-told.ts';
import { askQuestion, changeQuestion, restoreQuestion, withdrawQuestion } from './question-commands.ts';
import { sendQuestion } from './render-question.ts';
import { sayWhatCopyShows, setRule } from './rule-commands.ts';
import { questionSeen } from './seen.ts';
import { listQuestions, type QuestionFound } from './store.ts';
import { accountsPage } from './view.ts';

/** All pages and forms of the subject, for people who are signed in. */
export function accountsRoutes(): Router {
  const routes = Router();
  routes.get(paths.accounts, (req: Request<{ id: string }>, res) => sendAccounts({ params: req.params, req, res }));
  handleForm(routes, 'accounts', {
    load: articleFor('keep_accounts'),
    schema: questionForm,
    command: ({ ctx, found, value }) => askQuestion(ctx, found.id, questionIn(value)),
    notice: ({ number, is_new }) =>
      is_new ? `Question ${number} is added.` : `Question ${number} already asks that; your account is in it.`,
    redirect: ({ number }, { found }) => url('question', { id: found.number, question: number }),
    reshow: sendAccounts,
  });
  handleQuestion(routes);
  handleTakings(routes);
  routes.use(entryRoutes());
  return routes;
}

type OfQuestion = { id: string; question: string };

function page(params: OfQuestion): string {
  return url('question', params);
}

function placeOf({ id, question }: OfQuestion): { article_id: string; question: string } {
  return { article_id: id, question };
}

function handleQuestion(routes: Router): void {
  routes.get(paths.question, (req: Request<OfQuestion>, res) => sendQuestion({ params: req.params, req, res }));
  handleForm(routes, 'question', {
    name: 'point',
    load: articleFor('keep_accounts'),
    schema: pointForm,
    command: ({ ctx, params, value }) => changeQuestion(ctx, placeOf(params), value),
    notice: 'The question is saved.',
    reshow: sendQuestion,
  });
  handleForm(routes, 'question_rule', {
    page,
    name: 'rule',
    load: articleFor('keep_accounts'),
    schema: ruleForm,
    command: ({ ctx, params, value }) => setRule(ctx, placeOf(params), value),
    notice: 'The rule is saved.',
    reshow: sendQuestion,
  });
  handleForm(routes, 'question_copy', {
    page,
    name: 'copy',
    load: articleFor('keep_accounts'),
    schema: copyForm,
    command: ({ ctx, params, value }) => sayWhatCopyShows(ctx, placeOf(params), copyIn(value)),
    notice: 'What the copy shows is saved.',
    reshow: sendQuestion,
  });
}

function handleTakings(routes: Router): void {
  handleForm(routes, 'question_takings', {
    page,
    name: 'takings',
    load: articleFor('keep_accounts'),
    schema: takingForm,
    command: ({ ctx, params, value }) => takeClaims(ctx, placeOf(params), takingsIn(value)),
    notice: (taken) => {
      if (taken === 0) return 'These accounts are here already.';
      return oneOrCounted(taken, 'One account is added from its claim.', 'accounts are taken from their claims.');
    },
    reshow: sendQuestion,
  });
  handleForm(routes, 'question_withdrawal', {
    page,
    name: 'withdrawal',
    load: articleFor('keep_accounts'),
    schema: withdrawalForm,
    command: ({ ctx, params, value }) => withdrawQuestion(ctx, placeOf(params), value.withdrawal_reason),
    notice: 'The question is withdrawn. It stays on record and can be restored.',
    reshow: sendQuestion,
  });
  handleForm(routes, 'question_restoration', {
    page,
    command: ({ ctx, params }) => restoreQuestion(ctx, placeOf(params)),
    notice: 'The question is restored.',
  });
}

type SentFrom = { params: { id: string }; req: Request; res: Response };

async function sendAccounts({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  const from_claim = numberIn(req.query.claim);
  const { evidence, contact } = req.query;
  const view = ['accounts', from_claim ?? '', String(evidence ?? ''), String(contact ?? '')];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, view))) return;
  const found = await listQuestions(ctx.db, article.id);
  const told = await gatherTold(ctx, article, { evidence, contact });
  const holding = told && questionHolding(found, told.claim_number);
  if (holding)
    return res.redirect(303, `${url('question', { id: article.number, question: holding.number }, asked(req))}#entry`);
  const material = await gatherAccounts(ctx, article);
  const questions = found.map((one) => questionSeen(material.discretion, one));
  const page = await accountsPage(material, questions, { from_claim, told, refused });
  await renderArticlePage(res, article, { view: 'accounts/accounts', page, status: refused?.status });
}

/** The open question in which the claim stands already: an account of it belongs there. */
function questionHolding(questions: readonly QuestionFound[], claim_number: number | null): QuestionFound | undefined {
  return questions.find(
    (question) =>
      question.withdrawn_at === null &&
      question.accounts.some((account) => claim_number !== null && account.claim_number === claim_number),
  );
}

/** The same words again, for the page of a question. */
function asked({ query: { evidence, contact } }: Pick<Request, 'query'>): Record<string, string> {
  return evidence === undefined ? { contact: String(contact) } : { evidence: String(evidence) };
}
