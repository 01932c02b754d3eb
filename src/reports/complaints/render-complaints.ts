// Sends the pages of complaints and corrections: fresh, kept by the browser, or with a refused form.
import type { Request, Response } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { numberIn } from '#src/number-in.ts';
import { assertMay } from '#src/people/permissions.ts';
import { seeArticle } from '#src/sources/held-back/see-article.ts';
import { correctionPage } from './correction-page.ts';
import { complaintPage, complaintsPage } from './page.ts';

interface Sent<Params> {
  params: Params;
  req: Request;
  res: Response;
}

/** Sends the list. NotFound for strangers; guests see the corrections alone. */
export async function sendComplaints({ req, res }: Sent<{ id: string }>, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await seeArticle(ctx, await addressedArticle(req, res));
  const about = numberIn(req.query.about ?? refused?.typed.complaint);
  const before = numberIn(req.query.before);
  // The form offers the present minute.
  const shows = ['complaints', about ?? '', before ?? '', ctx.at.slice(0, 16)];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const page = await complaintsPage(ctx, article, { about, before, refused });
  await renderArticlePage(res, article, { view: 'reports/complaints', page, status: refused?.status });
}

/** Sends one complaint. NotFound for strangers, Forbidden for guests. */
export async function sendComplaint(
  { params, req, res }: Sent<{ id: string; complaint: string }>,
  refused?: RefusedForm,
): Promise<void> {
  const { ctx } = res.locals;
  const article = await seeArticle(ctx, await addressedArticle(req, res));
  assertMay(article.role, 'read_complaints');
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, ['complaint', params.complaint]))) return;
  const page = await complaintPage(ctx, article, params.complaint, refused);
  await renderArticlePage(res, article, { view: 'reports/complaint', page, status: refused?.status });
}

/** Sends one correction. NotFound for strangers. */
export async function sendCorrection(
  { params, req, res }: Sent<{ id: string; correction: string }>,
  refused?: RefusedForm,
): Promise<void> {
  const { ctx } = res.locals;
  const article = await seeArticle(ctx, await addressedArticle(req, res));
  // Who took a file of a report is noted in the log of the desk alone.
  const shows = ['correction', params.correction, ctx.at.slice(0, 16), article.desk_log_number];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const page = await correctionPage(ctx, article, params.correction, refused);
  await renderArticlePage(res, article, { view: 'reports/correction', page, status: refused?.status });
}
