// HTTP routes for what the public report says of confidential sources, and for an editor's answers.
import { type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { letStand, takeStandBack } from './commands.ts';
import { leakAnswerForm, leakWithdrawalForm } from './forms.ts';
import { leaksPage } from './page.ts';

/** The page and its two forms, for people who are signed in. */
export function leakRoutes(): Router {
  const routes = Router();
  routes.get(paths.leaks, (req, res) => sendLeaks(req, res));
  handleForm(routes, 'leak_answers', {
    page: ({ id }) => url('leaks', { id }),
    name: 'answer',
    schema: leakAnswerForm,
    command: ({ ctx, params: { id }, value }) => letStand(ctx, id, value),
    notice: 'It may stay until the words around it change.',
    reshow: ({ req, res }, refused) => sendLeaks(req, res, refused),
  });
  handleForm(routes, 'leak_answer_withdrawal', {
    page: ({ id }) => url('leaks', { id }),
    name: 'withdrawal',
    schema: leakWithdrawalForm,
    command: ({ ctx, params: { id }, value }) => takeStandBack(ctx, id, value),
    notice: 'Answer withdrawn.',
    reshow: ({ req, res }, refused) => sendLeaks(req, res, refused),
  });
  return routes;
}

async function sendLeaks(req: Request, res: Response, refused?: RefusedForm): Promise<void> {
  const article = await addressedArticle(req, res);
  assertMay(article.role, 'read_sign_off');
  const page = await leaksPage(res.locals.ctx, article, refused);
  await renderArticlePage(res, article, { view: 'reports/leaks', page, status: refused?.status });
}
