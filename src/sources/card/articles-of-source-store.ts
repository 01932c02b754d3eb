// All SQL of the articles that use a source.
import { sql } from 'kysely';
import { forUpdate } from '#src/database/engine.ts';
import type { Db } from '#src/database/schema.ts';

/** The articles whose pages show one of these sources, their rows locked, in one order for everybody. */
export async function lockArticlesOfSource(db: Db, ...source_ids: string[]): Promise<string[]> {
  return (await forUpdate(articlesOfSource(db, source_ids), 'article').execute()).map((row) => row.id);
}

/** The same without a lock, for whoever holds the library's and must not wait for an article any more. */
export async function listArticlesOfSource(db: Db, ...source_ids: string[]): Promise<string[]> {
  return (await articlesOfSource(db, source_ids).execute()).map((row) => row.id);
}

function articlesOfSource(db: Db, source_ids: string[]) {
  const ids = sql.join(source_ids);
  return db
    .selectFrom('article')
    .select('article.id')
    .where(
      sql<boolean>`article.id in (select article_id from evidence where source_id in (${ids})
        union select article_id from contact where source_id in (${ids})
        union select article_id from account where source_id in (${ids}))`,
    )
    .orderBy('article.id');
}
