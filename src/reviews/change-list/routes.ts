// The list of an article's fixes for the writer: as a page to print, and as files.
import { type Request, type Response, Router } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { addressPart } from '#src/http/address-part.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { renderPage } from '#src/http/render.ts';
import { paths, url } from '#src/paths.ts';
import { type Audience, audienceIn, visibilityOfAudience } from '#src/sources/held-back/audience.ts';
import { gatherReviews } from '../gather-reviews.ts';
import { type ChangeList, listOfFixes } from './change-list.ts';
import { writeListFile } from './files.ts';

/** The page and the files. */
export function fixListRoutes(): Router {
  const routes = Router();
  routes.get(paths.fixes_list, showList);
  routes.get(paths.fixes_file, sendFile);
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

async function sendFile(req: Request, res: Response): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  const list = await listFor(ctx, article, audienceIn(req.query.audience));
  const file = await writeListFile(list, addressPart(req, 'format'));
  res.set('Cache-Control', 'private, no-cache');
  res.attachment(file.file_name).type(file.media_type).send(file.bytes);
}

/**
 * The list for this audience. A list leaves the desk: unless it is internal, nothing in it names a confidential source, whoever
 * takes it. Forbidden where the person may not have an internal one.
 */
async function listFor(ctx: Context, article: ArticleFound, audience: Audience): Promise<ChangeList> {
  const material = await gatherReviews(ctx, article, visibilityOfAudience(audience, article.role));
  return listOfFixes(material, { audience, now: ctx.at });
}

/** The files of the same list. */
function filesOf({ article: { number: id }, audience }: ChangeList): { label: string; url: string }[] {
  const asked = audience === 'internal' ? { audience } : {};
  return [
    { label: 'Word', url: url('fixes_file', { id, format: 'docx' }, asked) },
    { label: 'Markdown', url: url('fixes_file', { id, format: 'md' }, asked) },
  ];
}
