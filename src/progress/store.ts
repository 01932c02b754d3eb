// All SQL of the progress that is stored of articles.
import type { Db } from '#src/database/schema.ts';
import type { ArticleProgressTable } from './tables.ts';

/** What is stored of these articles, whatever it is worth by now. */
export async function listProgress(db: Db, article_ids: string[]): Promise<ArticleProgressTable[]> {
  if (article_ids.length === 0) return [];
  return db.selectFrom('article_progress').selectAll().where('article_id', 'in', article_ids).execute();
}

/** Keeps what was counted, in one statement; what another process counted later meanwhile stays. */
export async function replaceProgress(db: Db, rows: ArticleProgressTable[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('article_progress')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('article_id')
        .doUpdateSet((eb) => ({
          changed_seq: eb.ref('excluded.changed_seq'),
          reading_version: eb.ref('excluded.reading_version'),
          counted_as: eb.ref('excluded.counted_as'),
          is_settled: eb.ref('excluded.is_settled'),
          counts: eb.ref('excluded.counts'),
        }))
        .whereRef('article_progress.changed_seq', '<=', 'excluded.changed_seq'),
    )
    .execute();
}
