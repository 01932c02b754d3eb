// HTTP routes for the numbers of a desk: what its members caught, as a page and as CSV.
import { type Request, type Response, Router } from 'express';
import { freshnessOfDesk } from '#src/articles/freshness.ts';
import { findHead } from '#src/audit/head.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths } from '#src/paths.ts';
import { getDeskBySlug } from '#src/people/desk-store.ts';
import { numbersFile } from './files.ts';
import { numbersPage } from './page.ts';
import { spanIn } from './span.ts';

/** For members of the desk; whoever is none gets the page of a typo. */
export function numbersRoutes(): Router {
  const routes = Router();
  routes.get(paths.desk_numbers, showNumbers);
  routes.get(paths.desk_numbers_file, sendNumbers);
  return routes;
}

async function showNumbers(req: Request, res: Response): Promise<void> {
  const { ctx, desk, span } = await askedFor(req, res);
  // Whatever is counted is in the desk's log.
  const { number } = await findHead(ctx.db, desk.id);
  const view = ['numbers', number, span.from, span.to, span.name ?? ''];
  if (sendFresh(req, res, freshnessOfDesk(desk, ctx.at, view))) return;
  renderPage(res, 'workbench/numbers', await numbersPage(ctx, desk, span));
}

async function sendNumbers(req: Request, res: Response): Promise<void> {
  const { ctx, desk, span } = await askedFor(req, res);
  await sendFile(res, await numbersFile(ctx, desk, { span, table: req.query.table }), 'private, no-cache');
}

async function askedFor(req: Request, res: Response) {
  const { ctx } = res.locals;
  const desk = await getDeskBySlug(ctx, addressPart(req, 'slug'));
  return { ctx, desk, span: spanIn(req.query, { now: ctx.at, time_zone: desk.time_zone }) };
}
