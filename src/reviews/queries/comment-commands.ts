// The verb that asks what comments of a document ask.
import type { AskComments } from '#src/articles/hooks.ts';
import { oneOrCounted } from '#src/counted.ts';
import { nextNumber } from '#src/database/counter.ts';
import { newId } from '#src/ids.ts';
import { placedRange } from '#src/reading/text/range.ts';
import { NO_PLACE } from '../review-anchor.ts';
import { NOT_DROPPED, recordOnQuery } from './commands.ts';
import { insertQuery, listQueries } from './store.ts';

/**
 * Asks each as a query on its words; what was asked in the same words before, whatever became of it, is
 * not asked again. One that names a
 * confidential source waits like any other: the writer reads it only when somebody lets it go.
 */
export const askCommentQueries: AskComments = async (ctx, article, { comments, version }) => {
  const known = new Set((await listQueries(ctx.db, article.id)).map(keyOf));
  let count = 0;
  for (const { to_whom, question, ...at } of comments) {
    const range = placedRange(at);
    const words = range === null ? '' : version.text.slice(range.start, range.end);
    if (known.has(keyOf({ to_whom, question, words }))) continue;
    const number = await nextNumber(ctx.db, `query:${article.id}`);
    const place =
      range === null ? NO_PLACE : { place_version_id: version.id, place_start: range.start, place_end: range.end };
    const query = { id: newId(), desk_id: article.desk_id, article_id: article.id, number, claim_id: null };
    const asked = { to_whom, question, words, asked_by: ctx.actor.id, asked_at: ctx.at, is_cleared: 0 } as const;
    await insertQuery(ctx.db, { ...query, ...place, ...asked, ...NOT_DROPPED, state: 'open', revision: 1 });
    await recordOnQuery(ctx, query, { verb: 'query.asked', after: { query: number, to_whom, question } });
    count += 1;
  }
  return count === 0
    ? ''
    : `${oneOrCounted(count, 'One comment is', 'comments are')} asked as ${count === 1 ? 'a query' : 'queries'}.`;
};

function keyOf({ to_whom, question, words }: { to_whom: string; question: string; words: string }): string {
  return JSON.stringify([to_whom, question, words]);
}
