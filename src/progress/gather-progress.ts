// How far articles are, for lists and heads: as stored where nothing has changed since, or counted again.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { ArticleFound } from '#src/articles/store.ts';
import { getVersionText } from '#src/articles/version-text-store.ts';
import { readingOfText } from '#src/claims/analysis/readings.ts';
import type { Context } from '#src/context.ts';
import type { Db } from '#src/database/schema.ts';
import { READING_VERSION } from '#src/reading/reading-version.ts';
import { listCounted } from './counted-rows-store.ts';
import { COUNTED_AS, type Progress, progressOfRows, progressSeen } from './progress.ts';
import { listProgress, replaceProgress } from './store.ts';
import type { ArticleProgressTable } from './tables.ts';

/** By id, how far each of these articles is as its reader sees it; leftovers only where somebody has asked for them before. */
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

/** The same of one article, with its leftovers. GaveUp where reading the text took too long; Erased where it is gone. */
export async function wholeProgressOf({ db }: Context, article: ArticleFound): Promise<Whole> {
  const kept = (await keptOf(db, [article])).get(article.id);
  if (kept !== undefined && kept.leftovers !== null) return progressSeen(kept, article.role) as Whole;
  const { leftovers } = await readingOfText(await getVersionText(db, article), article.language);
  const progress = progressOfRows(await listCounted(db, article), leftovers);
  await keep(db, [rowOf(article, progress)]);
  return progressSeen(progress, article.role) as Whole;
}

export type Whole = Progress & { leftovers: number };

/** Counts an article as it stands now, whatever is stored; its text is not read. */
export async function countProgress(db: Db, article: ArticleFound): Promise<Progress> {
  // Many are counted after a restore: SQLite answers at once, so that nobody else would have a turn before the last.
  await othersTurn();
  return progressOfRows(await listCounted(db, article), null);
}

/** What is stored and still holds: counted as it would be now, with nothing changed since, and leftovers of this reading. */
async function keptOf(db: Db, articles: readonly ArticleFound[]): Promise<Map<string, Progress>> {
  const rows = await listProgress(
    db,
    articles.map(({ id }) => id),
  );
  const seqs = new Map(articles.map(({ id, changed_seq }) => [id, changed_seq]));
  const fresh = rows.filter((row) => row.changed_seq === seqs.get(row.article_id) && row.counted_as === COUNTED_AS);
  return new Map(fresh.map((row) => [row.article_id, progressIn(row)]));
}

function progressIn({ counts, reading_version }: ArticleProgressTable): Progress {
  const progress = JSON.parse(counts) as Progress;
  return reading_version === READING_VERSION ? progress : { ...progress, leftovers: null };
}

function rowOf({ id, changed_seq }: ArticleFound, progress: Progress): ArticleProgressTable {
  const reading_version = progress.leftovers === null ? 0 : READING_VERSION;
  return { article_id: id, changed_seq, reading_version, counted_as: COUNTED_AS, counts: JSON.stringify(progress) };
}

/** A page has all that it shows without this: where nothing can be stored, it is counted again next time. */
async function keep(db: Db, rows: ArticleProgressTable[]): Promise<void> {
  await replaceProgress(db, rows).catch(() => undefined);
}
