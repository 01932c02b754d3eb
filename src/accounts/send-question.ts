// The page of one question as it is sent: fresh, kept by the browser, or with one of its forms shown again.
import type { Request, Response } from 'express';
import { renderPage, sendFresh } from '#src/http/render.ts';
import type { FailedForm } from './forms.ts';
import { gatherAccounts } from './gather.ts';
import { type AccountsMaterial, questionPage } from './pages.ts';
import { questionSeen } from './seen.ts';
import { getQuestion } from './store.ts';

/** Sends the page of a question, or one of its forms again. For the routes of accounts too. */
export async function sendQuestion(req: Request, res: Response, failed?: FailedForm & { form: string }): Promise<void> {
  const { ctx } = res.locals;
  const material = await gatherAccounts(ctx, String(req.params.id));
  const { article, discretion } = material;
  const question = questionSeen(discretion, await getQuestion(ctx.db, article.id, String(req.params.question)));
  if (!failed && sendFresh(req, res, ['question', question.id, ...freshnessOf(material)])) return;
  renderPage(res, 'accounts/question', await questionPage(material, question, failed), { status: failed ? 422 : 200 });
}

/** What every page of accounts depends on. The minute is in it, since they say "today". */
export function freshnessOf({ article, discretion, now }: AccountsMaterial): (string | number)[] {
  return [article.id, article.role, article.changed_seq, discretion.key, now.slice(0, 16)];
}
