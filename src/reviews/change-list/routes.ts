// HTTP routes for the list of changes, as a page to print and as files.
import { type NextFunction, type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { sendFile } from '#src/http/send-file.ts';
import { paths, url } from '#src/paths.ts';
import { audienceIn, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { filesOffered } from '#src/sources/held-back/file-format.ts';
import type { ChangeList } from './change-list.ts';
import { listFor, writeListFile } from './files.ts';
import { LIST_FORMATS } from './formats.ts';

/** The page and the files. */
export function fixListRoutes(): Router {
  const routes = Router();
  routes.get(paths.fixes_list, showList);
  routes.get(paths.fixes_file, sendList);
  return routes;
}

async function showList(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const audience = audienceIn(req.query.audience);
  const article = await addressedArticle(req, res);
  visibilityOfAudience(audience, article.role);
  if (sendFresh(req, res, freshnessOf(article, ctx.at, ['fixes list', audience]))) return;
  const list = await listFor(ctx, article, audience);
  renderPage(
    res,
    'reviews/list',
    { ...list, files: filesOf(list), width: 'narrow', sheet: 'css/changes.css' },
    { layout: 'report' },
  );
}

/** The same fixes within the article, with what was found, are a later subject's to write. */
async function sendList(req: Request, res: Response, next: NextFunction): Promise<void> {
  if (req.query.as === 'redline') return next();
  const { ctx } = res.locals;
  const audience = audienceIn(req.query.audience);
  const article = await addressedArticle(req, res);
  const file = await writeListFile(ctx, article, { format: addressPart(req, 'format'), audience });
  await sendFile(res, file, 'private, no-cache');
}

/** The files of the same list, and the article with its fixes tracked. */
function filesOf({ article: { number: id }, audience }: ChangeList): { label: string; url: string }[] {
  const asked = audience === 'internal' ? { audience } : {};
  const files = filesOffered(LIST_FORMATS, audience).map(({ label, format }) => ({
    label,
    url: url('fixes_file', { id, format }, asked),
  }));
  const redline = url('fixes_file', { id, format: 'docx' }, { ...asked, as: 'redline' });
  return [...files, { label: 'Word, tracked in the article', url: redline }];
}
