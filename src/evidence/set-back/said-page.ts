// What became of the sources of an article since a moment, in sentences, where nothing is opened again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { discretionOn } from '#src/sources/held-back/discretion.ts';
import { linesOfPapers } from '#src/sources/retractions/papers.ts';
import { causeOf } from '../passage-changes/passage-change.ts';
import { listPassageChanges } from '../passage-changes/store.ts';
import { type CauseSaid, causeOfGone, causeSince, sayCauses } from './cause.ts';
import { listGoneSince, listPapersUsed } from './store.ts';

/**
 * Passages that changed or went, addresses that are gone and papers that were retracted, as this reader may see them; each of
 * them a sentence that names the source.
 */
export async function changesSince(ctx: Context, article: ArticleFound, after: string): Promise<string[]> {
  const { id: article_id, role, time_zone } = article;
  const at = { article_id, after, is_outside: visibilityOf(role) === 'outside' };
  const passages = await listPassageChanges(ctx.db, at);
  const causes: CauseSaid[] = passages.map((one) => ({ ...one, cause: causeOf(one, time_zone) }));
  for (const one of await listGoneSince(ctx.db, at)) causes.push({ ...one, cause: causeOfGone(one, time_zone) });
  const papers = await listPapersUsed(ctx.db, at);
  const linesOf = await linesOfPapers(ctx.db, papers);
  for (const paper of papers) {
    const cause = causeSince(linesOf(paper), after, paper.is_confidential);
    if (cause !== '') causes.push({ ...paper, cause });
  }
  if (causes.length === 0) return [];
  const discretion = await discretionOn(ctx.db, article, role);
  return sayCauses(causes).map((sentence) => discretion.see(sentence));
}
