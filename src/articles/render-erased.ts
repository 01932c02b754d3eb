// Sends the tombstone of an article in place of each page that shows its words.
import type { ErrorRequestHandler } from 'express';
import { Erased } from '#src/errors.ts';
import { noStore, renderPage } from '#src/http/render.ts';
import { erasedPage } from './erased-page.ts';
import type { SeeArticle } from './routes.ts';
import { getArticle } from './store.ts';

/** Answers pages alone; files, data and forms get the page of the refusal. Strangers find nothing, as ever. */
export function erasedPages({ seeArticle }: { seeArticle: SeeArticle }): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof Erased) || req.method !== 'GET' || res.headersSent) return next(error);
    if (/\.\w+$/.test(req.path) || req.accepts(['html', 'json']) !== 'html') return next(error);
    const { ctx } = res.locals;
    const article = await seeArticle(ctx, await getArticle(ctx, error.article_id));
    const page = await erasedPage(ctx, article);
    noStore(res);
    res.removeHeader('ETag');
    renderPage(res, 'articles/erased', page, { status: 410 });
  };
}
