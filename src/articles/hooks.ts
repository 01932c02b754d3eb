// What later subjects show on the pages of an article: handed over where routes are mounted.
import type { Context } from '#src/context.ts';
import type { CommentAsked } from './intake/comment-choices.ts';
import type { ArticleFound } from './store.ts';
import type { ArticleTable } from './tables.ts';
import type { ArticleTab } from './tabs.ts';

/** The head that stands on all pages of an article, with its tabs; for views/workbench/_head. */
export type HeadOf = (ctx: Context, article: ArticleFound, current: ArticleTab) => Promise<HeadOfPage>;

export interface HeadOfPage {
  /** When it may say more though nothing has changed: a long text is still read for it. ISO 8601, UTC. */
  says_more_at: string | null;
}

/** What has become since then of what an article that is put away rests on, a sentence each. */
export type SincePutAway = (ctx: Context, article: ArticleFound, put_away_at: string) => Promise<string[]>;

/**
 * Asks what comments of a document ask, in the transaction that stored their version, of an article whose lock is held by
 * somebody who may. Gives back what is to be said of it, or ''.
 */
export type AskComments = (
  ctx: Context,
  article: ArticleTable,
  asked: { comments: readonly CommentAsked[]; version: { id: string; text: string } },
) => Promise<string>;

declare global {
  namespace Express {
    interface Locals {
      head_of?: HeadOf;
      since_put_away?: SincePutAway;
    }
  }
}
