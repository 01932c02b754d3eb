// What became of an article's passages since a moment, in sentences, where nothing is opened again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { sayChanges } from './passage-change.ts';
import { listPassageChanges } from './store.ts';

/** "Claim 3: the passage is no longer in the copy of 29 November 2026.", as this reader may see it. */
export async function passageChangesSince(
  { db }: Context,
  { id: article_id, role, time_zone }: ArticleFound,
  after: string,
): Promise<string[]> {
  const is_outside = visibilityOf(role) === 'outside';
  return sayChanges(await listPassageChanges(db, { article_id, after, is_outside }), time_zone);
}
