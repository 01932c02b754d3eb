// Which page shows a claim or a list: the queue of a second reader, or the text with what lies beside it.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import type { View } from './asked-view.ts';
import { articlePage } from './page.ts';
import { secondReadPage } from './second-read-page.ts';

/** The view of that page, and what makes its model. */
export function pageOf(view: View) {
  return view.filter === 'second_read'
    ? {
        view: 'workbench/second-read',
        page: (ctx: Context, article: ArticleFound) => secondReadPage(ctx, article, view),
      }
    : { view: 'workbench/article', page: (ctx: Context, article: ArticleFound) => articlePage(ctx, article, view) };
}
