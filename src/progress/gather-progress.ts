// How far articles are, for lists and heads: as stored where nothing has changed since, or counted again.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ArticleFound } from '#src/articles/store.ts';
import { listKept } from '#src/claims/analysis/reading-store.ts';
import { leftoversAtHand, readingAtHand } from '#src/claims/analysis/readings.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { listCounted } from './counted-rows-store.ts';
import { COUNTED_AS, type Progress, progressOfRows, progressSeen } from './progress.ts';
import { listProgress, replaceProgress } from './store.ts';
import type { ArticleProgressTable } from './tables.ts';

/**
 * By id, how far each of these articles is as its reader sees it. Leftovers are counted where the text was read already; nobody
 * waits for one to be read here.
 */
export async function progressOf({ db }: Context, articles: readonly ArticleFound[]): Promise<Map<string, Progress>> {
  const kept = await keptOf(db, articles);
  const counted: ArticleProgressTable[] = [];
  const found = new Map<string, Progress>();
  for (const article of articles) {
    const progress = kept.get(article.id) ?? (await countProgress(db, article));
    if (!kept.has(article.id)) counted.push(rowOf(article, progress));
    found.set(article.id, progressSeen(progress, article.role));
  }
  await keep(db, counted);
  return found;
}

/** Counts an article as it stands now, whatever is stored. */
async function countProgress(db: Db, article: ArticleFound): Promise<Progress> {
  // Many are counted after a restore: SQLite answers at once, so that nobody else would have a turn before the last.
  await othersTurn();
  const rows = await listCounted(db, article);
  const { version_id } = rows;
  return progressOfRows(rows, (await leftoversAtHand(db, { version_id, language: article.language })) ?? null);
}

/** What is stored and still holds: counted as it would be now, with nothing changed since, and leftovers of this reading. */
async function keptOf(db: Db, articles: readonly ArticleFound[]): Promise<Map<string, Progress>> {
  const ids = articles.map(({ id }) => id);
  const by_id = new Map(articles.map((article) => [article.id, article]));
  const kept = new Map<string, Progress>();
  for (const row of await listProgress(db, ids)) {
    const article = by_id.get(row.article_id);
    if (row.changed_seq === article?.changed_seq && row.counted_as === COUNTED_AS)
      kept.set(article.id, progressIn(row));
  }
  for (const id of await sayMore(db, by_id, kept)) kept.delete(id);
  return kept;
}

/** Of what was counted without leftovers, the ids of the articles whose texts have been read since. */
async function sayMore(
  db: Db,
  articles: ReadonlyMap<string, ArticleFound>,
  kept: ReadonlyMap<string, Progress>,
): Promise<string[]> {
  const partly = [...kept].filter(([, { leftovers, words_erased }]) => leftovers === null && !words_erased);
  if (partly.length === 0) return [];
  const read = await listKept(
    db,
    partly.map(([, { version_id }]) => version_id),
  );
  const is_kept = new Set(read.map(({ version_id, language }) => `${version_id} ${language}`));
  return partly.flatMap(([id, { version_id }]) => {
    const language = articles.get(id)?.language ?? '';
    return is_kept.has(`${version_id} ${language}`) || readingAtHand({ version_id, language }) ? [id] : [];
  });
}

function progressIn({ counts, reading_version }: ArticleProgressTable): Progress {
  const progress = JSON.parse(counts) as Progress;
  return reading_version === READING_VERSION ? progress : { ...progress, leftovers: null };
}

function rowOf({ id, changed_seq }: ArticleFound, progress: Progress): ArticleProgressTable {
  const reading_version = progress.leftovers === null ? 0 : READING_VERSION;
  const kept = { article_id: id, changed_seq, reading_version, counted_as: COUNTED_AS };
  return { ...kept, is_settled: progress.is_settled ? 1 : 0, counts: JSON.stringify(progress) };
}

/** A page has all that it shows without this: where nothing can be stored, it is counted again next time. */
async function keep(db: Db, rows: ArticleProgressTable[]): Promise<void> {
  await replaceProgress(db, rows).catch(() => undefined);
}
