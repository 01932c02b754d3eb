// All SQL of the erasure of an article.
import type { Db } from '#src/database/schema.ts';

/** The ids of those reports of the article whose words are there, by number. */
export function listUnerased(db: Db, article_id: string): Promise<{ id: string; number: number }[]> {
  return db
    .selectFrom('report')
    .select(['id', 'number'])
    .where('article_id', '=', article_id)
    .where('erased_at', 'is', null)
    .orderBy('number')
    .execute();
}

/** How many texts of the article are there: of versions, and of what ran. */
export async function countTexts(db: Db, article_id: string): Promise<{ versions: number; as_ran: number }> {
  const count = async (table: 'version' | 'as_ran') => {
    const rows = db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('count'))
      .where('article_id', '=', article_id)
      .where('text', 'is not', null);
    return Number((await rows.executeTakeFirstOrThrow()).count);
  };
  return { versions: await count('version'), as_ran: await count('as_ran') };
}

/** Empties a report: number, hashes, statement and signature stay. The log says already that the article is erased. */
export async function updateReportErased(
  db: Db,
  id: string,
  by: { erased_at: string; erased_by: string | null },
): Promise<void> {
  await db
    .updateTable('report')
    .set({ internal_model: null, public_model: null, reason: '', ...by })
    .where('id', '=', id)
    .execute();
}

/** Empties all texts of the article, and takes away what was read in them; their hashes stay. */
export async function updateTextsErased(db: Db, article_id: string): Promise<void> {
  for (const table of ['version', 'as_ran'] as const)
    await db
      .updateTable(table)
      .set({ text: null })
      .where('article_id', '=', article_id)
      .where('text', 'is not', null)
      .execute();
  await db
    .deleteFrom('version_reading')
    .where('version_id', 'in', (eb) =>
      eb.selectFrom('version').select('version.id').where('article_id', '=', article_id),
    )
    .execute();
}

/** Forgets what waits to become the next version of the article; gives back the ids of the files. */
export async function deleteDrafts(db: Db, article_id: string): Promise<string[]> {
  const gone = await db.deleteFrom('intake_draft').where('article_id', '=', article_id).returning('file_id').execute();
  return gone.map(({ file_id }) => file_id);
}

/** Takes the documents of the versions away from them; gives back the ids of their files. */
export async function deleteOriginals(db: Db, article_id: string): Promise<string[]> {
  const gone = await db
    .deleteFrom('version_original')
    .where('version_id', 'in', (eb) =>
      eb.selectFrom('version').select('version.id').where('article_id', '=', article_id),
    )
    .returning('file_id')
    .execute();
  return [...new Set(gone.map(({ file_id }) => file_id))];
}
