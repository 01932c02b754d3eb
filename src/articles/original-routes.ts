// HTTP routes for the documents that versions came from, as they came.
import { type Request, type Response, Router } from 'express';
import { NotFound } from '#src/errors.ts';
import { readFile } from '#src/files/commands.ts';
import { asFileToKeep } from '#src/http/file-to-keep.ts';
import { sendPieces } from '#src/http/send-pieces.ts';
import { paths } from '#src/paths.ts';
import { may } from '#src/people/permissions.ts';
import { requirePerson } from '#src/people/require-person.ts';
import { addressedArticle } from './addressed-article.ts';
import { findOriginal } from './intake/store.ts';

export function originalRoutes(): Router {
  const router = Router();
  router.get(paths.article_original, requirePerson, sendOriginal);
  router.get(paths.version_original, requirePerson, sendOriginal);
  return router;
}

/** The document as it came, to be kept and never to be opened by the browser as a page of the desk. */
async function sendOriginal(req: Request, res: Response): Promise<void> {
  const { db } = res.locals.ctx;
  const article = await addressedArticle(req, res);
  const number = req.params.number === undefined ? undefined : Number(req.params.number);
  const original = may(article.role, 'see_original') ? await findOriginal(db, article.id, number) : undefined;
  if (original === undefined) throw new NotFound();
  const name = original.name
    .replace(/^https?:\/\//, '')
    .replace(/[/\\?%*:|"<>]+/g, '-')
    .slice(0, 120);
  asFileToKeep(res, { name, media_type: original.media_type });
  res.set('Content-Length', String(original.size));
  await sendPieces(res, readFile(db, original.id));
}
