// HTTP routes for signed reports: their list, one of them, its files. Guests get what is public.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { sendArticlePage } from '#src/articles/render-article-page.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { audienceIn, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { writeSignedFile } from '../files.ts';
import { getReport } from '../signing/store.ts';
import { modelOf, sealOf } from '../signing/stored-report.ts';
import { reportPage } from '../view.ts';
import { reportsPage } from './page.ts';

export function numberedRoutes(): Router {
  const routes = Router();

  routes.get(paths.reports, (req, res) => sendArticlePage(req, res, { view: 'reports/reports', page: reportsPage }));

  routes.get(paths.signed_report, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    visibilityOfAudience(audience, article.role);
    const report = await getReport(ctx.db, article.id, addressPart(req, 'number'));
    const model = modelOf(report, audience);
    if (sendFresh(req, res, freshnessOf(article, ctx.at, ['signed report', report.number, audience]))) return;
    const page = await reportPage(model, article.role, sealOf(report, audience));
    renderPage(res, 'reports/report', page, { layout: 'report' });
  });

  routes.get(paths.signed_report_file, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const table = req.query.table === undefined ? undefined : String(req.query.table);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    const wanted = { format: addressPart(req, 'format'), table, audience, number: addressPart(req, 'number') };
    await sendFile(res, await writeSignedFile(ctx, article, wanted), 'private, no-cache');
  });

  return routes;
}
