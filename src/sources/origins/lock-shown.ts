// Locks a card, its library and all articles that show it, in the order in which every verb locks them.
import type { Context } from '#src/context.ts';
import { assertMay } from '#src/people/permissions.ts';
import { lockArticlesOfSource } from '../card/articles-of-source-store.ts';
import { getSource, lockLibrary, type SourceFound } from '../card/store.ts';
import { listDerived } from './derived-store.ts';

/** The card as it is behind the locks, and the articles that count it or a source that derives from it. Forbidden, NotFound. */
export async function lockShown(
  ctx: Context,
  number: number | string,
): Promise<{ source: SourceFound; articles: string[] }> {
  const before = await getSource(ctx, number);
  assertMay(before.role, 'keep_sources');
  const derived = await listDerived(ctx.db, before.id);
  const articles = await lockArticlesOfSource(ctx.db, before.id, ...derived.map(({ id }) => id));
  await lockLibrary(ctx.db, before.desk_id);
  // The card may have gone into another one just before.
  return { source: await getSource(ctx, number), articles };
}
