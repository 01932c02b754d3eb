// All SQL of links for own facts, and of the sentences chosen for each.
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { NotFound } from '#src/errors.ts';
import { isId } from '#src/ids.ts';
import { getLinkedArticle, type LinkedArticle } from '../writer/link-store.ts';
import type { FactsLinkTable, FactsSentenceTable } from './tables.ts';

export interface FactsLinkFound extends FactsLinkTable {
  maker_name: string | null;
  source_number: number | null;
}

/** The links of an article, the newest first, those that are over too. */
export function listFactsLinks(db: Db, article_id: string): Promise<FactsLinkFound[]> {
  return db
    .selectFrom('facts_link')
    .leftJoin('person', 'person.id', 'facts_link.created_by')
    .leftJoin('source', 'source.id', 'facts_link.source_id')
    .selectAll('facts_link')
    .select(['person.display_name as maker_name', 'source.number as source_number'])
    .where('facts_link.article_id', '=', article_id)
    .orderBy('facts_link.id', 'desc')
    .execute();
}

/** A link of this article, whatever became of it. NotFound for any other. */
export async function getFactsLink(db: Db, at: { id: string; article_id: string }): Promise<FactsLinkTable> {
  if (!isId(at.id)) throw new NotFound();
  const link = await db
    .selectFrom('facts_link')
    .selectAll()
    .where('id', '=', at.id)
    .where('article_id', '=', at.article_id)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound();
  return link;
}

/** The sentences chosen for all links of an article, each link's in their order. */
export function listFactsSentences(db: Db, article_id: string): Promise<FactsSentenceTable[]> {
  const chosen = db.selectFrom('facts_sentence').selectAll().where('article_id', '=', article_id);
  return chosen.orderBy('link_id').orderBy('position').execute();
}

export interface OpenFacts {
  link: FactsLinkTable;
  sentences: FactsSentenceTable[];
  article: LinkedArticle;
}

/**
 * The link with this token that still works, with its sentences and its article, whose row is locked where asked. NotFound,
 * one and the same, for a token that was made up, withdrawn or is too old, and where the article is put away.
 */
export async function getOpenFacts(ctx: Context, token_hash: string, lock?: 'lock'): Promise<OpenFacts> {
  const link = await openLinkOf(ctx, token_hash);
  const article = await getLinkedArticle(ctx.db, link, lock);
  if (article.put_away_at !== null) throw new NotFound();
  // Whoever withdraws a link holds the article's row: what was open before the lock may be over behind it.
  const open = lock ? await openLinkOf(ctx, token_hash) : link;
  const chosen = ctx.db.selectFrom('facts_sentence').selectAll().where('link_id', '=', open.id);
  return { link: open, article, sentences: await chosen.orderBy('position').execute() };
}

async function openLinkOf(ctx: Context, token_hash: string): Promise<FactsLinkTable> {
  const link = await ctx.db
    .selectFrom('facts_link')
    .selectAll()
    .where('token_hash', '=', token_hash)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', ctx.at)
    .executeTakeFirst();
  if (link === undefined) throw new NotFound('This link does not work.');
  return link;
}

export async function insertFactsLink(db: Db, link: FactsLinkTable, sentences: FactsSentenceTable[]): Promise<void> {
  await db.insertInto('facts_link').values(link).execute();
  await db.insertInto('facts_sentence').values(sentences).execute();
}

export async function updateFactsLink(db: Db, id: string, change: Partial<FactsLinkTable>): Promise<void> {
  await db.updateTable('facts_link').set(change).where('id', '=', id).execute();
}

/** Empties the words of the article that its links hold. */
export async function updateSentencesErased(db: Db, article_id: string): Promise<void> {
  const chosen = db.updateTable('facts_sentence').set({ words: '' }).where('article_id', '=', article_id);
  await chosen.where('words', '<>', '').execute();
}
