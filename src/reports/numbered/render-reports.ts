// Sends the page of an article's signed reports with a form of it that was refused.
import type { Response } from 'express';
import { renderArticlePage } from '#src/articles/render-article-page.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { RefusedForm } from '#src/http/form.ts';
import { reportsPage } from './page.ts';

interface Sent {
  ctx: Context;
  found: ArticleFound;
  res: Response;
}

/** Sends the page of signed reports with one of its forms shown again. */
export async function sendReports({ ctx, found, res }: Sent, refused: RefusedForm): Promise<void> {
  const page = await reportsPage(ctx, found);
  await renderArticlePage(res, found, {
    view: 'reports/reports',
    page: { ...page, ...refused },
    status: refused.status,
  });
}
