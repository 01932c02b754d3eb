// What became of the sources of an article since a moment, in sentences, where nothing is opened again.
import type { ArticleFound } from '#src/articles/store.ts';
import type { Context } from '#src/context.ts';
import { visibilityOf } from '#src/sources/confidentiality.ts';
import { linesOfPapers } from '#src/sources/retractions/papers.ts';
import { passageChangesSince } from '../passage-changes/said-page.ts';
import { causeOfGone, causeSince, sayCauses } from './cause.ts';
import { listGoneSince, listPapersUsed } from './store.ts';

/** Passages that changed or went, addresses that are gone and papers that were retracted, as this reader may see them; each of them a sentence. */
export async function changesSince(ctx: Context, article: ArticleFound, after: string): Promise<string[]> {
  const { id: article_id, role, time_zone } = article;
  const at = { article_id, after, is_outside: visibilityOf(role) === 'outside' };
  const gone = await listGoneSince(ctx.db, at);
  const causes = gone.map((one) => ({ claim_number: one.claim_number, cause: causeOfGone(one, time_zone) }));
  const papers = await listPapersUsed(ctx.db, at);
  const linesOf = await linesOfPapers(ctx.db, papers);
  for (const paper of papers) {
    const cause = causeSince(linesOf(paper), after, paper.is_confidential);
    if (cause !== '') causes.push({ claim_number: paper.claim_number, cause });
  }
  return [...(await passageChangesSince(ctx, article, after)), ...sayCauses(causes)];
}
