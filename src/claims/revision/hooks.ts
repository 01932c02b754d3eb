// What later subjects do when a version has come: handed to reviseArticle.
import type { ArticleFound } from '#src/articles/store.ts';
import type { SentenceTable } from '#src/articles/tables.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import type { Typed } from '#src/http/form.ts';
import type { SentenceChanges } from '../analysis/version-changes.ts';

/** Two versions, both stored, and which sentence of the one comes from which of the other. */
export interface VersionChange {
  before: VersionText;
  after: VersionText;
  changes: SentenceChanges<SentenceTable>;
  /** What was typed beside the text, for later subjects to read. */
  typed?: Typed | undefined;
}

/**
 * Called once claims, ticks and initials have their places in the new version, in its transaction: await nothing but the
 * database. Gives back what is to be said of it beside the rest ("2 fixes are in"), or ''.
 */
export type OnRevised = (ctx: Context, article: ArticleFound, change: VersionChange) => Promise<string>;
