// What became of the sources of an article since a moment, in sentences, where nothing is opened again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { passageChangesSince } from '../passage-changes/said-page.ts';
import { causeOfGone, sayCauses } from './cause.ts';
import { listGoneSince } from './store.ts';

/** Passages that changed or went, and addresses that are gone, as this reader may see them; each of them a sentence. */
export async function changesSince(ctx: Context, article: ArticleFound, after: string): Promise<string[]> {
  const { id: article_id, role, time_zone } = article;
  const at = { article_id, after, is_outside: visibilityOf(role) === 'outside' };
  const gone = await listGoneSince(ctx.db, at);
  const causes = gone.map((one) => ({ claim_number: one.claim_number, cause: causeOfGone(one, time_zone) }));
  return [...(await passageChangesSince(ctx, article, after)), ...sayCauses(causes)];
}
