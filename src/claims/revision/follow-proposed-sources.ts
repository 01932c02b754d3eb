// Where proposed sources stand in the next version, followed before its transaction.
import type { AssembledVersion } from '#src/articles/article.ts';
import type { ArticleFound } from '#src/articles/store.ts';
import { listPlacedSources, type PlacedSource } from '#src/articles/version-original.ts';
import type { VersionText } from '#src/articles/version-text-store.ts';
import type { Context } from '#src/context.ts';
import type { Anchor } from '#src/reading/alignment/anchors.ts';
import { workOnText } from '../analysis/worker-pool.ts';

export interface FollowedSources {
  placed: PlacedSource[];
  /** One each, in their order. */
  anchors: Anchor[];
}

/** Follows the proposed sources of the version before into the text of the next. Takes long for a large one: not inside a transaction. */
export async function followedSources(
  ctx: Context,
  { id, language }: ArticleFound,
  { before, after }: { before: VersionText; after: AssembledVersion },
): Promise<FollowedSources> {
  const placed = await listPlacedSources(ctx.db, { article_id: id, version_id: before.version.id });
  if (placed.length === 0) return { placed, anchors: [] };
  const ranges = placed.map(({ start, end }) => ({ start, end }));
  const given = { before: before.text, after: after.text, ranges, language };
  return { placed, anchors: (await workOnText('place', before.text.length + after.text.length, given)).flat() };
}
