// Sends the page of one question: fresh, kept by the browser, or with a refused form.
import type { Request, Response } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { gatherAccounts } from './gather-accounts.ts';
import { gatherTold } from './gather-told.ts';
import { questionPage } from './question-page-view.ts';
import { questionSeen } from './seen.ts';
import { getQuestion } from './store.ts';

type SentFrom = { params: { id: string; question: string }; req: Request; res: Response };

/** Sends the page of a question, or one of its forms again. For the routes of accounts too. */
export async function sendQuestion({ params, req, res }: SentFrom, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await getArticle(ctx, params.id);
  const number = params.question;
  const { evidence, contact } = req.query;
  const view = ['question', number, String(evidence ?? ''), String(contact ?? '')];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, view))) return;
  const found = await getQuestion(ctx.db, article.id, number);
  const material = await gatherAccounts(ctx, article);
  const question = questionSeen(material.discretion, found);
  const told = await gatherTold(ctx, article, { evidence, contact });
  const page = await questionPage(material, question, { told: told?.told ?? null, refused });
  await renderArticlePage(res, article, { view: 'accounts/question', page, status: refused?.status });
}
