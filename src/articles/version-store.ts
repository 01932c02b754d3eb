// All SQL of the versions of one article: their list, any one of them, the latest.
import type { Db } from '#src/database/schema.ts';
import { Erased, NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { ArticleTable, VersionTable } from './tables.ts';
import { listParts, listSentences, type VersionText } from './version-text-store.ts';

export type VersionRow = Omit<VersionTable, 'text' | 'article_id' | 'desk_id'> & { sentence_count: number };

/** The versions of an article without their texts, the newest first, each with how many sentences it has. */
export async function listVersions(db: Db, article_id: string): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('version')
    .select(['id', 'number', 'sha256', 'length', 'note', 'created_at', 'created_by'])
    .select((eb) =>
      eb
        .selectFrom('sentence')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('sentence.version_id', '=', 'version.id')
        .as('sentence_count'),
    )
    .where('article_id', '=', article_id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, sentence_count: Number(row.sentence_count) }));
}

/** The version of this number with its parts and sentences. NotFound where there is none, Erased where its words were. */
export async function getVersionGround(
  db: Db,
  article: Pick<ArticleTable, 'id'>,
  number: number | string,
): Promise<VersionText> {
  const version = await db
    .selectFrom('version')
    .selectAll()
    .where('article_id', '=', article.id)
    .where('number', '=', addressedNumber(number))
    .executeTakeFirst();
  if (version === undefined) throw new NotFound();
  if (version.text === null) throw new Erased(article.id);
  const { text } = version;
  const parts = await listParts(db, version.id);
  return { version: { ...version, text }, text, parts, sentences: await listSentences(db, version.id) };
}

/** Says which version is the latest, and what the article is called from then on. The caller has locked the row. */
export async function updateLatestVersion(
  db: Db,
  article_id: string,
  latest: Pick<ArticleTable, 'latest_version_number' | 'title' | 'title_key' | 'find_key'>,
): Promise<void> {
  await db.updateTable('article').set(latest).where('id', '=', article_id).execute();
}
