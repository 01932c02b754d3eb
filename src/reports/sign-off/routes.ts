// HTTP routes for sign-off: what the checks say, reasons, waivers, taking either back.
import { type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { paths, url } from '#src/paths.ts';
import { assertMay } from '#src/people/permissions.ts';
import { giveReason, waiveCheck, withdrawAnswer } from '#src/signoff/commands.ts';
import { answerForm } from './forms.ts';
import { signOffPage } from './page.ts';
import { reasonForm } from './view.ts';

/** The page of the checks and its forms. */
export function signOffRoutes(): Router {
  const routes = Router();
  routes.get(paths.sign_off, (req, res) => sendSignOff(req, res));
  handleForm(routes, 'sign_off_reason', {
    page,
    name: ({ rule, item }) => reasonForm(rule, item),
    schema: answerForm,
    command: ({ ctx, params: { id, rule, item: key }, value }) => giveReason(ctx, id, { rule, key, ...value }),
    notice: 'The reason is saved. It lapses when what it rests on changes.',
    reshow: ({ req, res }, refused) => sendSignOff(req, res, refused),
  });
  handleForm(routes, 'sign_off_waiver', {
    page,
    name: ({ rule }) => `waiver-${rule}`,
    schema: answerForm,
    command: ({ ctx, params: { id, rule }, value }) => waiveCheck(ctx, id, { rule, ...value }),
    notice: 'The check is waived for what is missing now. The waiver lapses when any of that changes.',
    reshow: ({ req, res }, refused) => sendSignOff(req, res, refused),
  });
  handleForm(routes, 'sign_off_withdrawal', {
    page,
    command: ({ ctx, params: { id, answer } }) => withdrawAnswer(ctx, id, answer),
    notice: 'It is withdrawn and stays on record.',
  });
  return routes;
}

function page({ id }: { id: string }): string {
  return url('sign_off', { id });
}

async function sendSignOff(req: Request, res: Response, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  assertMay(article.role, 'read_sign_off');
  // What is looked for in the report are all confidential sources of the desk; each reader is told what is theirs to know.
  const shows = ['sign-off', ctx.actor.id ?? '', article.desk_log_number];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const page = await signOffPage(ctx, article, refused);
  await renderArticlePage(res, article, { view: 'reports/sign-off', page, status: refused?.status });
}
