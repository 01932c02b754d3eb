// HTTP routes for signed reports: their list, one of them, its files. Guests get what is public.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { sendArticlePage } from '#src/articles/render-article-page.ts';
import { getArticle } from '#src/articles/store.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { handleForm } from '#src/http/handle-form.ts';
import { renderLongPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { audienceIn, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { writeSignedFile } from '../files.ts';
import { gatherParts } from '../gather-parts.ts';
import { noteDownload } from '../handed-out/commands.ts';
import { signingForm } from '../signing/forms.ts';
import { signReport } from '../signing/sign-commands.ts';
import { getReport, getReportRow } from '../signing/store.ts';
import { modelOf, sealOf } from '../signing/stored-report.ts';
import { reportPage } from '../view.ts';
import { reportsPage } from './page.ts';
import { publicationRoutes } from './publication-routes.ts';
import { sendReports } from './render-reports.ts';
import { sinceSigned } from './since-signed.ts';

export function numberedRoutes(): Router {
  const routes = Router();

  routes.get(paths.reports, (req, res) => {
    // The form for a recipient offers the present minute.
    const shows = [res.locals.ctx.at.slice(0, 16)];
    return sendArticlePage(req, res, { view: 'reports/reports', page: reportsPage, shows, is_of_desk: true });
  });

  handleForm(routes, 'reports', {
    schema: signingForm,
    load: ({ ctx, params: { id } }) => getArticle(ctx, id),
    command: ({ ctx, found, value: { for_whom, ...value } }) =>
      signReport(ctx, found.id, { ...value, is_internal_only: for_whom === 'inside' }),
    fieldOf: (field) => (field === 'open_claims' || field === 'reason' ? field : ''),
    notice: ({ number, is_internal_only }) =>
      `Report ${number} is signed${is_internal_only ? ', internal only' : ''}. It stays available under its number.`,
    reshow: sendReports,
  });

  routes.use(signedReportRoutes());
  routes.use(publicationRoutes());
  return routes;
}

/** One report, and its files. */
function signedReportRoutes(): Router {
  const routes = Router();

  routes.get(paths.signed_report, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    visibilityOfAudience(audience, article.role);
    const report = await getReport(ctx.db, article.id, addressPart(req, 'number'));
    if (sendFresh(req, res, freshnessOf(article, ctx.at, ['signed report', report.number, audience]))) return;
    const model = modelOf(report, audience);
    const parts = await gatherParts(ctx, article, 'reports');
    const page = await reportPage(model, {
      ...{ role: article.role, parts, seal: sealOf(report, audience) },
      is_internal_only: report.is_internal_only === 1,
    });
    const since = await sinceSigned(ctx, article, report);
    await renderLongPage(res, 'reports/report', { ...page, since }, { layout: 'report' });
  });

  routes.get(paths.signed_report_file, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const table = req.query.table === undefined ? undefined : String(req.query.table);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    const wanted = { format: addressPart(req, 'format'), table, audience, number: addressPart(req, 'number') };
    const file = await writeSignedFile(ctx, article, wanted);
    // Whoever asks only what it would be takes nothing.
    if (req.method === 'GET')
      await noteDownload(ctx, article, { report: await getReportRow(ctx.db, article.id, wanted.number), ...wanted });
    await sendFile(res, file, 'private, no-cache');
  });

  return routes;
}
