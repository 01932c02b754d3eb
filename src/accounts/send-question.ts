// The page of one question as it is sent: fresh, kept by the browser, or with one of its forms shown again.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import type { FailedForm } from './forms.ts';
import { gatherAccounts } from './gather.ts';
import { questionPage } from './pages.ts';
import { questionSeen } from './seen.ts';
import { getQuestion } from './store.ts';

/** Sends the page of a question, or one of its forms again. For the routes of accounts too. */
export async function sendQuestion(req: Request, res: Response, failed?: FailedForm & { form: string }): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, String(req.params.id));
  const number = String(req.params.question);
  if (!failed && sendFresh(req, res, freshnessOf(article, ctx.at, ['question', number]))) return;
  const material = await gatherAccounts(ctx, article);
  const question = questionSeen(material.discretion, await getQuestion(ctx.db, article.id, number));
  renderPage(res, 'accounts/question', await questionPage(material, question, failed), { status: failed ? 422 : 200 });
}
