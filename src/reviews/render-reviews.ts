// Sends the pages of queries and fixes: fresh, kept by the browser, or with a refused form.
import type { Request, Response } from 'express';
import { addressedArticle } from '#src/articles/addressed-article.ts';
import { freshnessOf } from '#src/articles/freshness.ts';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import { filterNamed } from '#src/claims/return-to.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { sendFresh } from '#src/http/fresh.ts';
import { selectionIn } from './forms.ts';
import { gatherReviews } from './gather-reviews.ts';
import { countOpenQueries } from './queries/store.ts';
import type { Asked } from './review-frame-view.ts';
import { fixesPage, queriesPage } from './reviews-view.ts';

/** Sends the page of fixes. */
export async function sendFixes(req: Request, res: Response, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  const pointed = pointedAt(req, refused);
  const shows = ['fixes', JSON.stringify(pointed)];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const material = await gatherReviews(ctx, article);
  const page = fixesPage(material, { now: ctx.at, ...pointed, refused });
  await renderArticlePage(res, article, { view: 'reviews/fixes', page, status: refused?.status });
}

/** Sends the page of queries. */
export async function sendQueries(req: Request, res: Response, refused?: RefusedForm): Promise<void> {
  const { ctx } = res.locals;
  const article = await addressedArticle(req, res);
  const pointed = pointedAt(req, refused);
  const shows = ['queries', JSON.stringify(pointed)];
  if (!refused && sendFresh(req, res, freshnessOf(article, ctx.at, shows))) return;
  const material = await gatherReviews(ctx, article);
  const open_count = await countOpenQueries(ctx.db, article.id);
  const page = queriesPage(material, { now: ctx.at, open_count, ...pointed, refused });
  await renderArticlePage(res, article, { view: 'reviews/queries', page, status: refused?.status });
}

/** The claim or the words that the address points at, or that a refused form pointed at. */
function pointedAt(req: Request, refused?: RefusedForm): Pick<Asked, 'claim' | 'selection' | 'place'> {
  const from: Record<string, unknown> = refused ? refused.typed : req.query;
  const number = (name: string) => (/^\d{1,9}$/.test(String(from[name])) ? Number(from[name]) : undefined);
  const [start, end, sentence, version] = [number('start'), number('end'), number('sentence'), number('version')];
  const place = from.from_text ? { in_hand: number('in_hand'), list: filterNamed(from.list) } : undefined;
  return { claim: number('claim'), selection: selectionIn({ start, end, sentence, version }), place };
}
