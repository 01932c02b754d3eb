// All SQL of what was read in versions: the blocks that are kept of it.
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import type { Range } from '#src/reading/text/range.ts';
import type { PackedBlock } from './reading-blocks.ts';

/** A version, and the language in which its article is read now. What was read in another, or by an older program, is not there. */
export interface ReadingKey {
  version_id: string;
  language: string;
}

/** The blocks of a version in order; none where it is still to be read. */
export function listBlocks(db: Db, key: ReadingKey): Promise<PackedBlock[]> {
  return ofVersion(db, key);
}

const ofVersion = statement((db, { version_id, language }: ReadingKey) =>
  db
    .selectFrom('version_reading')
    .select(['start', 'end', 'leftovers', 'suggestions', 'statements'])
    .where('version_id', '=', version_id)
    .where('language', '=', language)
    .where('reading_version', '=', READING_VERSION)
    .orderBy('start'),
);

export type WordsBlock = Omit<PackedBlock, 'leftovers'>;

/** The blocks that some words touch, in order; none where the version is still to be read. */
export async function listBlocksAround(db: Db, key: ReadingKey, { start, end }: Range): Promise<WordsBlock[]> {
  const [first] = await blockAt(db, { ...key, start });
  if (first === undefined || end <= first.end) return first ? [first] : [];
  return [first, ...(await blocksBetween(db, { ...key, from: first.end, end }))];
}

const blockAt = statement((db, { version_id, language, start }: ReadingKey & { start: number }) =>
  db
    .selectFrom('version_reading')
    .select(['start', 'end', 'suggestions', 'statements'])
    .where('version_id', '=', version_id)
    .where('language', '=', language)
    .where('reading_version', '=', READING_VERSION)
    .where('start', '<=', start)
    .orderBy('start', 'desc')
    .limit(1),
);

const blocksBetween = statement((db, { version_id, language, from, end }: ReadingKey & { from: number; end: number }) =>
  db
    .selectFrom('version_reading')
    .select(['start', 'end', 'suggestions', 'statements'])
    .where('version_id', '=', version_id)
    .where('language', '=', language)
    .where('reading_version', '=', READING_VERSION)
    .where('start', '>=', from)
    .where('start', '<', end)
    .orderBy('start'),
);

/** Of each block only its leftovers, in order. */
export function listLeftovers(db: Db, key: ReadingKey): Promise<Pick<PackedBlock, 'leftovers'>[]> {
  return leftoversOf(db, key);
}

const leftoversOf = statement((db, { version_id, language }: ReadingKey) =>
  db
    .selectFrom('version_reading')
    .select('leftovers')
    .where('version_id', '=', version_id)
    .where('language', '=', language)
    .where('reading_version', '=', READING_VERSION)
    .orderBy('start'),
);

/** The ids of those of these versions of which a reading is kept, each with its language. */
export function listKept(db: Db, version_ids: string[]): Promise<ReadingKey[]> {
  return db
    .selectFrom('version_reading')
    .select(['version_id', 'language'])
    .where('version_id', 'in', version_ids)
    .where('start', '=', 0)
    .where('reading_version', '=', READING_VERSION)
    .execute();
}

export interface ArticleToRead {
  id: string;
  /** Whether there is a reading of its latest version, or nothing to read. */
  is_read: boolean;
}

/** The newest articles in work that came before the one with this id, at most `limit`; those whose claims are all done are left out. */
export async function listInWorkBefore(db: Db, before: string, limit: number): Promise<ArticleToRead[]> {
  const rows = await inWorkBefore(db, { before, limit });
  return rows.map(({ id, is_read }) => ({ id, is_read: Boolean(is_read) }));
}

const inWorkBefore = statement((db, { before, limit }: { before: string; limit: number }) =>
  db
    .selectFrom('article')
    .innerJoin('version', (join) =>
      join.onRef('version.article_id', '=', 'article.id').onRef('version.number', '=', 'article.latest_version_number'),
    )
    .select('article.id')
    .select(({ eb, or, exists, selectFrom }) =>
      or([
        eb('version.text', 'is', null),
        exists(
          selectFrom('version_reading')
            .select('version_reading.start')
            .whereRef('version_reading.version_id', '=', 'version.id')
            .whereRef('version_reading.language', '=', 'article.language')
            .where('version_reading.start', '=', 0)
            .where('version_reading.reading_version', '=', READING_VERSION),
        ),
      ]).as('is_read'),
    )
    .where('article.id', '<', before)
    .where('article.put_away_at', 'is', null)
    .where(({ or, not, exists, selectFrom }) => {
      const claims = selectFrom('claim').select('claim.id').whereRef('claim.article_id', '=', 'article.id');
      return or([exists(claims.where('claim.state', 'not in', ['closed', 'withdrawn'])), not(exists(claims))]);
    })
    .orderBy('article.id', 'desc')
    .limit(limit),
);

/** Whether the version has its words still, which nobody erases from then on until the transaction ends. */
export async function lockWords(db: Db, version_id: string): Promise<boolean> {
  const row = await db
    .selectFrom('version')
    .select((eb) => eb('text', 'is not', null).as('has_words'))
    .where('id', '=', version_id)
    .forUpdate()
    .executeTakeFirst();
  return Boolean(row?.has_words);
}

/** So many go in one statement: neither engine takes any number of values. */
const AT_ONCE = 20;

/** Keeps these blocks of the version; what was kept of it before goes, and what was kept of other versions of its article. */
export async function replaceBlocks(
  db: Db,
  { version_id, article_id, language }: ReadingKey & { article_id: string },
  blocks: readonly PackedBlock[],
): Promise<void> {
  await db
    .deleteFrom('version_reading')
    .where('version_id', 'in', (eb) =>
      eb.selectFrom('version').select('version.id').where('article_id', '=', article_id),
    )
    .execute();
  const rows = blocks.map((block) => ({ version_id, language, reading_version: READING_VERSION, ...block }));
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await db
      .insertInto('version_reading')
      .values(rows.slice(at, at + AT_ONCE))
      .execute();
}
