// All SQL of the latest text of an article: version, parts and sentences.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Db } from '#src/database/schema.ts';
import { Erased, NotFound } from '#src/errors.ts';
import type { ArticleTable, PartTable, SentenceTable, VersionTable } from './tables.ts';

export type VersionFound = Omit<VersionTable, 'text'> & { text: string };

/** The latest version of the article. Erased where its words were. */
export async function getLatestVersion(db: Db, article: ArticleTable): Promise<VersionFound> {
  const version = await db
    .selectFrom('version')
    .selectAll()
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirst();
  if (version === undefined) throw new NotFound();
  if (version.text === null) throw new Erased(article.id);
  return { ...version, text: version.text };
}

/** What the latest version says; '' where its text was erased. */
export async function findLatestText(
  db: Db,
  article: Pick<ArticleTable, 'id' | 'latest_version_number'>,
): Promise<string> {
  const row = await db
    .selectFrom('version')
    .select('text')
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirst();
  return row?.text ?? '';
}

export type VersionFacts = Pick<VersionTable, 'id' | 'number' | 'sha256' | 'length' | 'created_at'> & {
  sentence_count: number;
};

/** What there is to say about the latest version without its text, which may be long, or erased. */
export async function getVersionFacts(db: Db, article: ArticleTable): Promise<VersionFacts> {
  const facts = await db
    .selectFrom('version')
    .select(['id', 'number', 'sha256', 'length', 'created_at'])
    .select((eb) =>
      eb
        .selectFrom('sentence')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('sentence.version_id', '=', 'version.id')
        .as('sentence_count'),
    )
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirstOrThrow();
  return { ...facts, sentence_count: Number(facts.sentence_count) };
}

/** The parts of a version, in their order. */
export function listParts(db: Db, version_id: string): Promise<PartTable[]> {
  return db.selectFrom('part').selectAll().where('version_id', '=', version_id).orderBy('position').execute();
}

/** So many rows SQLite reads in some milliseconds, in which nobody else has a turn. */
const SENTENCES_AT_ONCE = 4_000;

/** The sentences of a version, in their order. */
export async function listSentences(db: Db, version_id: string): Promise<SentenceTable[]> {
  const found: SentenceTable[] = [];
  for (;;) {
    const some = await db
      .selectFrom('sentence')
      .selectAll()
      .where('version_id', '=', version_id)
      .where('number', '>', found.at(-1)?.number ?? 0)
      .orderBy('number')
      .limit(SENTENCES_AT_ONCE)
      .execute();
    found.push(...some);
    if (some.length < SENTENCES_AT_ONCE) return found;
    await othersTurn();
  }
}

/** What a person works on: the latest version with its parts and sentences. */
export interface VersionText {
  version: VersionFound;
  text: string;
  parts: PartTable[];
  sentences: SentenceTable[];
}

/** The ground of the article's latest version, in three queries. */
export async function getVersionText(db: Db, article: ArticleTable): Promise<VersionText> {
  const version = await getLatestVersion(db, article);
  const parts = await listParts(db, version.id);
  const sentences = await listSentences(db, version.id);
  return { version, text: version.text, parts, sentences };
}
