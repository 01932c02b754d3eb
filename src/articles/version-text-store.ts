// All SQL of the latest text of an article: version, parts and sentences.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Db } from '#src/database/schema.ts';
import { statement } from '#src/database/statement.ts';
import { Erased, NotFound } from '#src/errors.ts';
import { needed } from '#src/item-at.ts';
import { Memory } from '#src/memory.ts';
import type { Remembered } from '#src/memory-room.ts';
import { withSameTexts } from '#src/same-texts.ts';
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

/** The parts of a version, in their order. */
export function listParts(db: Db, version_id: string): Promise<PartTable[]> {
  return partsOf(db, { version_id });
}

const partsOf = statement((db, { version_id }: { version_id: string }) =>
  db.selectFrom('part').selectAll().where('version_id', '=', version_id).orderBy('position'),
);

/** So many rows SQLite reads in some milliseconds, in which nobody else has a turn. */
const SENTENCES_AT_ONCE = 4_000;

/** The sentences of a version, in their order. */
export async function listSentences(db: Db, version_id: string): Promise<SentenceTable[]> {
  const found: SentenceTable[] = [];
  for (;;) {
    const some = await sentencesAfter(db, { version_id, number: found.at(-1)?.number ?? 0 });
    found.push(...some);
    if (some.length < SENTENCES_AT_ONCE) return found;
    await othersTurn();
  }
}

const sentencesAfter = statement((db, { version_id, number }: { version_id: string; number: number }) =>
  db
    .selectFrom('sentence')
    .selectAll()
    .where('version_id', '=', version_id)
    .where('number', '>', number)
    .orderBy('number')
    .limit(SENTENCES_AT_ONCE),
);

/** What a person works on: the latest version with its parts and sentences. Shared by all who ask: nobody changes it. */
export interface VersionText {
  version: VersionFound;
  text: string;
  parts: PartTable[];
  sentences: SentenceTable[];
}

type Words = Pick<VersionText, 'text' | 'parts' | 'sentences'>;

/** Nothing of them ever changes; that they were erased is seen in the row of the version, which is read each time. */
const words = new Memory<Words>('words of versions');

/** About what a row takes, by measurement. */
const ROW_BYTES = 160;

/** The ground of the article's latest version: one query where its words are remembered. Erased where they were. */
export async function getVersionText(db: Db, article: ArticleTable): Promise<VersionText> {
  const { is_erased, ...version } = needed((await latestOf(db, article))[0], 'latest version');
  if (Number(is_erased) === 1) throw new Erased(article.id);
  const read = () => weighed(readWords(db, version.id));
  const { text, parts, sentences } = await words.from(db, version.id, read);
  return { version: { ...version, text }, text, parts, sentences };
}

/** Says that the words of a version are still in hand. */
export function touchWords(version_id: string): void {
  words.touch(version_id);
}

const latestOf = statement((db, { id, latest_version_number }: Pick<ArticleTable, 'id' | 'latest_version_number'>) =>
  db
    .selectFrom('version')
    .select(['id', 'desk_id', 'article_id', 'number', 'sha256', 'length', 'note', 'created_at', 'created_by'])
    .select((eb) => eb.case().when('text', 'is', null).then(1).else(0).end().as('is_erased'))
    .where('article_id', '=', id)
    .where('number', '=', latest_version_number),
);

async function readWords(db: Db, version_id: string): Promise<Words> {
  const [row] = await textOf(db, { version_id });
  const [parts, sentences] = [await listParts(db, version_id), await listSentences(db, version_id)];
  return { text: needed(row?.text, 'text of the version'), parts, sentences: withSameTexts(sentences) };
}

const textOf = statement((db, { version_id }: { version_id: string }) =>
  db.selectFrom('version').select('text').where('id', '=', version_id),
);

async function weighed(reading: Promise<Words>): Promise<Remembered<Words>> {
  const value = await reading;
  Object.freeze(value.parts);
  Object.freeze(value.sentences);
  return { value, bytes: 2 * value.text.length + ROW_BYTES * (value.parts.length + value.sentences.length) };
}
