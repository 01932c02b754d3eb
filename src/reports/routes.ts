// The draft report of an article, as a page and as files. Whoever may read the article may read it, guests too.
import { Router } from 'express';
import { freshnessOf } from '#src/articles/freshness.ts';
import { getArticle } from '#src/articles/store.ts';
import { findHead } from '#src/audit/head.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { paths } from '#src/paths.ts';
import { buildReport } from './build.ts';
import { writeReportFile } from './files.ts';
import { reportPage } from './pages.ts';

/** The routes of reports; all of them only read. */
export function reportRoutes(): Router {
  const routes = Router();

  routes.get(paths.report, async (req, res) => {
    const { ctx } = res.locals;
    const article = await getArticle(ctx, String(req.params.id));
    // The report prints the head of the desk's log, which moves with every event of the desk.
    const head = await findHead(ctx.db, article.desk_id);
    if (sendFresh(req, res, freshnessOf(article, ctx.at, ['report', head.hash]))) return;
    renderPage(res, 'reports/report', await reportPage(await buildReport(ctx, article)), { layout: 'report' });
  });

  routes.get(paths.report_file, async (req, res) => {
    const { ctx } = res.locals;
    const article = await getArticle(ctx, String(req.params.id));
    const table = req.query.table === undefined ? undefined : String(req.query.table);
    const file = await writeReportFile(ctx, article, { format: String(req.params.format), table });
    res.set('Cache-Control', 'private, no-cache');
    if (file.policy !== undefined) res.set('Content-Security-Policy', `${file.policy}; frame-ancestors 'none'`);
    res.attachment(file.file_name).type(file.media_type).send(file.bytes);
  });

  return routes;
}
