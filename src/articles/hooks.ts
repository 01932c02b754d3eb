// What later subjects show on the pages of an article: handed over where routes are mounted.
import type { Context } from '#src/context.ts';
import type { ArticleFound } from './store.ts';
import type { ArticleTab } from './tabs.ts';

/** The head that stands on all pages of an article, with its tabs; for views/workbench/_head. */
export type HeadOf = (ctx: Context, article: ArticleFound, current: ArticleTab) => Promise<object>;

/** What has become since then of what an article that is put away rests on, a sentence each. */
export type SincePutAway = (ctx: Context, article: ArticleFound, put_away_at: string) => Promise<string[]>;

declare global {
  namespace Express {
    interface Locals {
      head_of?: HeadOf;
      since_put_away?: SincePutAway;
    }
  }
}
