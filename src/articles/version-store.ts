// All SQL of the versions of articles: their list, any one of them, the latest, and storing one.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Db } from '#src/database/schema.ts';
import { Erased, NotFound } from '#src/errors.ts';
import { addressedNumber } from '#src/number-in.ts';
import type { ArticleTable, PartTable, SentenceTable, VersionTable } from './tables.ts';
import { versionsCounted } from './version-facts-store.ts';
import { listParts, listSentences, type VersionText } from './version-text-store.ts';

export type VersionRow = Omit<VersionTable, 'text' | 'article_id' | 'desk_id'> & { sentence_count: number };

/** The versions of an article without their texts, the newest first, each with how many sentences it has. */
export async function listVersions(db: Db, article_id: string): Promise<VersionRow[]> {
  const rows = await versionsCounted(db)
    .select(['note', 'created_by'])
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

/** What was taken in under this id, on whatever desk: to tell a form that was sent twice from one that was used again. */
export async function findTakenIn(
  db: Db,
  article_id: string,
): Promise<{ article_id: string; desk_id: string; sha256: string } | undefined> {
  return db
    .selectFrom('version')
    .select(['article_id', 'desk_id', 'sha256'])
    .where('article_id', '=', article_id)
    .where('number', '=', 1)
    .executeTakeFirst();
}

/** The versions of all desks by id, those after `last`, each with the number of its article: for checking every text. */
export function listVersionsAfter(db: Db, last: string, limit: number) {
  return db
    .selectFrom('version')
    .innerJoin('article', 'article.id', 'version.article_id')
    .select(['version.id', 'version.number', 'version.sha256', 'version.text', 'version.article_id'])
    .select('article.number as article_number')
    .where('version.id', '>', last)
    .orderBy('version.id')
    .limit(limit)
    .execute();
}

/** Stores a version with its parts and sentences; rows go in by the hundred, since both engines bound the parameters of one statement. */
export async function insertVersion(
  db: Db,
  version: VersionTable,
  rows: { parts: PartTable[]; sentences: SentenceTable[] },
): Promise<void> {
  await db.insertInto('version').values(version).execute();
  for (const some of inHundreds(rows.parts)) await db.insertInto('part').values(some).execute();
  for (const some of inHundreds(rows.sentences)) {
    await db.insertInto('sentence').values(some).execute();
    // SQLite answers at once, so that nobody else would have a turn before the last row of a large text.
    await othersTurn();
  }
}

function* inHundreds<Row>(rows: Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100);
}
