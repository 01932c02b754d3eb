// All SQL of what there is to say about a version without its text.
import type { Db } from '#src/database/schema.ts';
import type { ArticleTable, VersionTable } from './tables.ts';

export type VersionFacts = Pick<VersionTable, 'id' | 'number' | 'sha256' | 'length' | 'created_at'> & {
  sentence_count: number;
};

/** What there is to say about the latest version without its text, which may be long, or erased. */
export async function getVersionFacts(db: Db, article: ArticleTable): Promise<VersionFacts> {
  const facts = await versionsCounted(db)
    .where('article_id', '=', article.id)
    .where('number', '=', article.latest_version_number)
    .executeTakeFirstOrThrow();
  return { ...facts, sentence_count: Number(facts.sentence_count) };
}

/** Versions without their texts, each with how many sentences it has. */
export function versionsCounted(db: Db) {
  return db
    .selectFrom('version')
    .select(['id', 'number', 'sha256', 'length', 'created_at'])
    .select((eb) =>
      eb
        .selectFrom('sentence')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('sentence.version_id', '=', 'version.id')
        .as('sentence_count'),
    );
}
