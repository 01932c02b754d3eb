// HTTP routes for the draft report, as a page and as files. Guests get what is public.
import { Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { findHead } from '#src/audit/head.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderLongPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { audienceIn, ownAudience, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { buildReport } from './build.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { erasureRoutes } from './erasure/routes.ts';
import { writeReportFile } from './files.ts';
import { gatherParts } from './gather-parts.ts';
import { leakRoutes } from './leaks/routes.ts';
import { numberedRoutes } from './numbered/routes.ts';
import { redlineRoutes } from './redline/routes.ts';
import { signOffRoutes } from './sign-off/routes.ts';
import { reportPage } from './view.ts';

/** The routes of reports, and of what has to be settled before one is signed. */
export function reportRoutes(): Router {
  const routes = Router();

  routes.get(paths.report, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    visibilityOfAudience(audience, article.role);
    // The report prints the head of the desk's log, which moves with every event of the desk.
    const head = await findHead(ctx.db, article.desk_id);
    if (sendFresh(req, res, freshnessOf(article, ctx.at, ['report', audience, head.hash]))) return;
    const parts = await gatherParts(ctx, article, 'draft');
    const page = reportPage(await buildReport(ctx, article, audience), { role: article.role, parts });
    await renderLongPage(res, 'reports/report', await page, { layout: 'report' });
  });

  routes.get(paths.report_file, async (req, res) => {
    const { ctx } = res.locals;
    const article = await addressedArticle(req, res);
    const table = req.query.table === undefined ? undefined : String(req.query.table);
    const audience = audienceIn(req.query.audience ?? ownAudience(article.role));
    const file = await writeReportFile(ctx, article, { format: addressPart(req, 'format'), table, audience });
    await sendFile(res, file, 'private, no-cache');
  });

  routes.use(leakRoutes(), numberedRoutes(), erasureRoutes(), complaintRoutes(), redlineRoutes(), signOffRoutes());
  return routes;
}
