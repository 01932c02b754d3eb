// All SQL of links for the writer: the links of an article, and the article that a link leads to.
import type { ArticleTable } from '#src/articles/tables.ts';
import type { Context } from '#src/context.ts';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import type { WriterLinkTable } from '../tables.ts';

export interface LinkFound extends WriterLinkTable {
  maker_name: string | null;
}

/** The links of an article, the newest first, those that are over too. */
export function listLinks(db: Db, article_id: string): Promise<LinkFound[]> {
  return db
    .selectFrom('writer_link')
    .leftJoin('person', 'person.id', 'writer_link.created_by')
    .selectAll('writer_link')
    .select('person.display_name as maker_name')
    .where('writer_link.article_id', '=', article_id)
    .orderBy('writer_link.id', 'desc')
    .execute();
}

/** A link of this article, whatever became of it. NotFound for any other. */
export async function getLink(db: Db, at: { id: string; article_id: string }): Promise<WriterLinkTable> {
  if (!isId(at.id)) throw new NotFound();
  const link = await db
    .selectFrom('writer_link')
    .selectAll()
    .where('id', '=', at.id)
    .where('article_id', '=', at.article_id)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound();
  return link;
}

export async function insertLink(db: Db, link: WriterLinkTable): Promise<void> {
  await db.insertInto('writer_link').values(link).execute();
}

export async function updateLink(
  db: Db,
  id: string,
  change: Partial<Pick<WriterLinkTable, 'withdrawn_at' | 'withdrawn_by' | 'last_used_at'>>,
): Promise<void> {
  await db.updateTable('writer_link').set(change).where('id', '=', id).execute();
}

export type LinkedArticle = ArticleTable & { desk_name: string; time_zone: string };

export interface OpenLink {
  link: WriterLinkTable;
  article: LinkedArticle;
}

/**
 * The link with this token that still works, and its article, whose row is locked where asked. NotFound, one and the same,
 * for a token that was made up, withdrawn, or is too old, and where the article is put away.
 */
export async function getOpenLink(ctx: Context, token_hash: string, lock?: 'lock'): Promise<OpenLink> {
  const link = await openLinkOf(ctx, token_hash);
  const article = await getLinkedArticle(ctx.db, link, lock);
  if (article.put_away_at !== null) throw new NotFound();
  // Whoever withdraws a link holds the article's row: what was open before the lock may be over behind it.
  return lock ? { link: await openLinkOf(ctx, token_hash), article } : { link, article };
}

/** The article that a link of any kind leads to, its row locked where asked. */
export function getLinkedArticle(db: Db, link: { article_id: string }, lock?: 'lock'): Promise<LinkedArticle> {
  const query = db
    .selectFrom('article')
    .innerJoin('desk', 'desk.id', 'article.desk_id')
    .selectAll('article')
    .select(['desk.name as desk_name', 'desk.time_zone'])
    .where('article.id', '=', link.article_id);
  return (lock ? forUpdate(query, 'article') : query).executeTakeFirstOrThrow();
}

async function openLinkOf(ctx: Context, token_hash: string): Promise<WriterLinkTable> {
  const link = await ctx.db
    .selectFrom('writer_link')
    .selectAll()
    .where('token_hash', '=', token_hash)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.at)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound('This link does not work.');
  return link;
}
