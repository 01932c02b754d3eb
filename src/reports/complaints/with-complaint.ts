// The frame of every verb on a complaint: the article locked, the complaint found, events recorded.
import type { ArticleFound } from '#src/articles/store.ts';
import { withArticleThoughPutAway } from '#src/articles/with-article.ts';
import type { EventVerb } from '#src/audit/events.ts';
import { record } from '#src/audit/log.ts';
import type { Context } from '#src/context.ts';
import { assertMay } from '#src/people/permissions.ts';
import { type ComplaintFound, getComplaint } from './store.ts';
import type { ComplaintTable } from './tables.ts';

/** A complaint by its own number in the article. */
export interface ComplaintAt {
  article_id: string | number;
  number: string | number;
}

/** The article locked, though it be put away, and the complaint found. Forbidden for those who do not read complaints. */
export function withComplaint<Result>(
  ctx: Context,
  { article_id, number }: ComplaintAt,
  work: (ctx: Context, on: { article: ArticleFound; complaint: ComplaintFound }) => Promise<Result>,
): Promise<Result> {
  return withArticleThoughPutAway(ctx, article_id, async (ctx, article) => {
    assertMay(article.role, 'read_complaints');
    return work(ctx, { article, complaint: await getComplaint(ctx.db, article.id, number) });
  });
}

/** Records an event of the complaint in the chain of its desk. */
export function recordOn(
  ctx: Context,
  { id, desk_id, article_id }: Pick<ComplaintTable, 'id' | 'desk_id' | 'article_id'>,
  event: { verb: EventVerb; before?: object; after: object },
): Promise<void> {
  return record(ctx, { chain: desk_id, subject: `complaint:${id}`, article_id, ...event });
}
